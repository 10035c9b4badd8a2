import { spawn } from '@lydell/node-pty';
import { LAUNCHER, splitWords, type User } from './cli.ts';

/** A program in a terminal of its own. */
export interface Terminal {
  /** Waits until the terminal shows this text (after the text last waited for). */
  readonly shows: (text: string) => Promise<void>;
  /** Types keys, such as `yes\r`. */
  readonly type: (keys: string) => void;
  /**
   * Waits for the program to end. Resolves to everything it showed, without escape sequences, and its exit
   * code.
   */
  readonly end: () => Promise<{ readonly screen: string; readonly exitCode: number }>;
}

const PATIENCE_MS = 10_000;

/** Enter, backspace, arrow down, and Ctrl-C. */
export const ENTER = '\r';
export const ERASE = '\u007f';
export const DOWN = '\u001b[B';
export const INTERRUPT = '\u0003';

/** Runs `followup` with these words in a pseudo-terminal; `piped` is a file that it reads from a pipe instead of the keys. */
export function inTerminal(
  user: User,
  words: string,
  env: Readonly<Record<string, string>> = {},
  piped: string | null = null,
): Terminal {
  const line = [process.execPath, LAUNCHER, ...splitWords(words)];
  const [program = '', ...rest] =
    piped === null ? line : ['/bin/sh', '-c', 'cat "$0" | "$@"', piped, ...line];
  const terminal = spawn(program, rest, {
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

  /** Waits for a condition; `what` describes it if the wait fails. */
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

/** The text that a terminal shows, without escape sequences and carriage returns. */
function visible(raw: string): string {
  const escapes = new RegExp(`${'\u001b'}(?:\\[[0-9;?]*[A-Za-z]|\\][^${'\u0007'}]*${'\u0007'})`, 'g');
  return raw.replace(escapes, '').replaceAll('\r', '');
}
