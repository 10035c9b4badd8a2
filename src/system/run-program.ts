import { spawnSync } from 'node:child_process';
import type { Environment } from './io.ts';

/** How a program ended. What it printed is latin1: a character for each byte. */
export interface Outcome {
  /** What it ended with, 0 if it did its work; null if it could not be started or did not end by itself. */
  readonly status: number | null;
  readonly stdout: string;
  /** What it said about its failure, in one line; empty if it said nothing. */
  readonly complaint: string;
}

const PATIENCE_MS = 30_000;

/** Runs a program without a shell and waits for it. `input` is latin1, a character for each byte. */
export function runProgram(path: string, words: readonly string[], env: Environment, input = ''): Outcome {
  const { status, signal, stdout, stderr, error } = spawnSync(path, words, {
    // What it says is looked at, so it has to say it in the language that we know.
    env: { ...env, LC_ALL: 'C' },
    input: Buffer.from(input, 'latin1'),
    timeout: PATIENCE_MS,
  });
  return {
    status,
    stdout: stdout?.toString('latin1') ?? '',
    complaint:
      error?.message ?? (inOneLine(stderr.toString()) || (signal ? `it was ended by ${signal}` : '')),
  };
}

function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/g, '; ');
}
