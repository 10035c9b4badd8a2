import { spawnSync } from 'node:child_process';
import type { Environment } from './io.ts';

/**
 * Opens a file with a program of the user's, in their terminal, and waits until it ends. Returns how it ended, to follow "ended";
 * null if it did its work.
 */
export function openWith(program: string, file: string, env: Environment): string | null {
  // What the user has set may contain options, as in "code --wait", so a shell splits it; the file name is passed unchanged.
  const { status, error } = spawnSync('/bin/sh', ['-c', `${program} "$1"`, program, file], {
    // It writes to standard error, as prompts do: standard output may be a pipe.
    stdio: ['inherit', 2, 'inherit'],
    env,
  });
  if (status === 0) return null;
  return error ? `with ${error.message}` : `with ${status}`;
}
