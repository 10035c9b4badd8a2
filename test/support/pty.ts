import { spawn } from '@lydell/node-pty';
import { LAUNCHER, splitWords, type User } from './cli.ts';

/** A program that runs in a terminal of its own, and what it shows there. */
export interface Terminal {
  /** Waits until the terminal shows this (after what was waited for before). */
  readonly shows: (text: string) => Promise<void>;
  /** Types keys, such as `yes\r`. */
  readonly type: (keys: string) => void;
  /** Waits for the end of the program: everything that it showed, without its escape sequences, and its exit code. */
  readonly end: () => Promise<{ readonly screen: string; readonly exitCode: number }>;
}

const PATIENCE_MS = 10_000;

/** Enter, the key that erases, the arrow down, and the interrupt of a terminal. */
export const ENTER = '\r';
export const ERASE = '\u007f';
export const DOWN = '\u001b[B';
export const INTERRUPT = '\u0003';

/** Runs `followup` with these words in a pseudo-terminal. */
export function inTerminal(user: User, words: string, env: Readonly<Record<string, string>> = {}): Terminal {
  const terminal = spawn(process.execPath, [LAUNCHER, ...splitWords(words)], {
    cols: 80,
    rows: 24,
    cwd: user.home,
    env: { ...user.env({ env: { TERM: 'xterm-256color', ...env } }) },
  });
  let raw = '';
  let seen = 0;
  let exitCode: number | null = null;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  terminal.onData((data) => {
    raw += data;
    changed();
  });
  terminal.onExit((end) => {
    exitCode = end.exitCode;
    changed();
  });

  /** Waits until something is the case; what it is for tells the reader of a failure. */
  function until(what: string, isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!isSo()) return;
        clearTimeout(timer);
        listeners.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        listeners.delete(look);
        terminal.kill('SIGKILL');
        reject(new Error(`The terminal never ${what}. It showed:\n${visible(raw)}`));
      }, PATIENCE_MS);
      listeners.add(look);
      look();
    });
  }

  return {
    shows: async (text) => {
      await until(`showed "${text}"`, () => visible(raw).indexOf(text, seen) >= 0);
      seen = visible(raw).indexOf(text, seen) + text.length;
    },
    type: (keys) => terminal.write(keys),
    end: async () => {
      await until('ended', () => exitCode !== null);
      return { screen: visible(raw), exitCode: exitCode ?? -1 };
    },
  };
}

/** What a terminal shows, without the escape sequences and carriage returns that bring it there. */
function visible(raw: string): string {
  const escapes = new RegExp(`${'\u001b'}(?:\\[[0-9;?]*[A-Za-z]|\\][^${'\u0007'}]*${'\u0007'})`, 'g');
  return raw.replace(escapes, '').replaceAll('\r', '');
}
