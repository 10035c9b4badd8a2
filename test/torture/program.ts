import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../bin/followup.js', import.meta.url));

/** The result of a run of the built program. */
export interface Finished {
  /** Null if it was killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

/** Runs the built program on a database, and kills it after some milliseconds if it is still running then. */
export function runProgram(
  database: string,
  words: readonly string[],
  killAfter?: number,
  more: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  const env = {
    // Nothing is found there: no line may reach the crontab of this machine.
    PATH: '',
    HOME: database,
    XDG_CONFIG_HOME: `${database}.config`,
    TZ: 'Europe/Berlin',
  };
  return finish(
    spawn(process.execPath, [LAUNCHER, ...words], {
      env: { ...env, FOLLOWUP_DB: database, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
    killAfter,
  );
}

/** Waits for a process, killing it some milliseconds after its start, or with `isOnceHeard` after the first that it prints. */
export function finish(child: ChildProcess, killAfter?: number, isOnceHeard = false): Promise<Finished> {
  const begun = performance.now();
  const printed = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    printed.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    printed.stderr += text;
  });
  let timer: NodeJS.Timeout | undefined;
  const setTimer = () => {
    if (killAfter !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter);
  };
  if (isOnceHeard) child.stdout?.once('data', setTimer);
  else setTimer();
  return new Promise((resolve) => {
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      resolve({ ...printed, exitCode, ms: performance.now() - begun });
    });
  });
}
