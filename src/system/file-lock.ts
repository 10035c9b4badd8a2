import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Refusal } from '../domain/base/refusal.ts';

/** How long a lock is waited for, in milliseconds, and the pause between two tries. */
const MOST_WAIT = 10_000;
const PAUSE = 15;

/** After how long a lock is abandoned whose holder is on another machine, so that nobody can ask for it. */
const MOST_ELSEWHERE = 24 * 3_600_000;

/** Longer than it takes to write a few bytes, or to remove a file. */
const BRIEFLY = 3_000;

/** Who holds a lock: machine and process, and which of its locks it is. */
const HOLDER = /^(\S+) (\d+) \S+$/;

export interface LockedUse<T> {
  readonly use: () => Promise<T> | T;
  /** The refusal if another process keeps the lock for that many seconds; `lock` is the file that it is. */
  readonly refuseHeld: (lock: string, seconds: number) => Refusal;
}

/**
 * Does something while no other process does it with the same file; the lock is a file beside it, because people share
 * folders between machines. Throws the refusal, and errors of the file system.
 */
export async function withFileLock<T>(path: string, { use, refuseHeld }: LockedUse<T>): Promise<T> {
  const lock = `${path}.lock`;
  const mine = `${machine()} ${process.pid} ${randomUUID()}`;
  for (const begun = Date.now(); !create(lock, mine); await wait(PAUSE * (0.5 + Math.random()))) {
    removeIfAbandoned(lock);
    if (Date.now() - begun > MOST_WAIT) throw refuseHeld(lock, MOST_WAIT / 1000);
  }
  try {
    return await use();
  } finally {
    if (contentOf(lock) === mine) rmSync(lock, { force: true });
  }
}

function machine(): string {
  return hostname().replace(/\s/g, '_') || 'here';
}

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  // While it was empty, it may have looked abandoned.
  return contentOf(file) === content;
}

/** Removes the lock of a process that has died. */
function removeIfAbandoned(lock: string): void {
  const holder = contentOf(lock);
  if (holder === null || !isAbandoned(lock, holder)) return;
  // One process at a time, so that none removes a lock that was taken since it looked.
  const removal = `${lock}.removal`;
  if (!create(removal, `${process.pid}`)) {
    if (ageOf(removal) > BRIEFLY) rmSync(removal, { force: true });
    return;
  }
  try {
    if (contentOf(lock) === holder) rmSync(lock, { force: true });
  } finally {
    rmSync(removal, { force: true });
  }
}

function isAbandoned(lock: string, holder: string): boolean {
  // A lock is empty for a moment while it is made.
  if (holder === '') return ageOf(lock) > BRIEFLY;
  const [, host, pid] = HOLDER.exec(holder) ?? [];
  // A process that was stopped, or whose machine slept, goes on with what it has begun.
  return host === machine() ? !isRunning(Number(pid)) : ageOf(lock) > MOST_ELSEWHERE;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** How long ago a file was written, in milliseconds; 0 if it is no longer there. */
function ageOf(file: string): number {
  return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
