import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '../domain/base/refusal.ts';

/** How long a lock is waited for, and after how long its holder must have died, in milliseconds. */
const MOST_WAIT = 10_000;
const STALE = 30_000;
const PAUSE = 15;

/**
 * Does something while no other process does it with the same file; the lock is a file beside it. Throws a Refusal if
 * another process keeps the lock too long, and errors of the file system.
 */
export async function withFileLock<T>(path: string, use: () => Promise<T> | T): Promise<T> {
  const lock = `${path}.lock`;
  const mine = `${process.pid} ${randomUUID()}`;
  await take(path, lock, mine);
  try {
    return await use();
  } finally {
    if (contentOf(lock) === mine) rmSync(lock, { force: true });
  }
}

async function take(path: string, lock: string, mine: string): Promise<void> {
  for (const begun = Date.now(); ; ) {
    if (create(lock, mine)) return;
    removeIfStale(lock);
    if (Date.now() - begun > MOST_WAIT) {
      throw refuse(
        'config-locked',
        `Another followup has been changing ${path} for ${MOST_WAIT / 1000} seconds.`,
        `Nothing was changed. If no other is running, delete ${lock}`,
      );
    }
    await wait(PAUSE * (0.5 + Math.random()));
  }
}

function create(lock: string, mine: string): boolean {
  try {
    writeFileSync(lock, mine, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a process that has died. */
function removeIfStale(lock: string): void {
  const holder = contentOf(lock);
  if (holder === null || !isStale(lock, holder)) return;
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
    // Somebody else may have removed it and taken a lock since.
    if (contentOf(aside) !== holder) linkSync(aside, lock);
  } catch {
    // Others are doing the same.
  }
  rmSync(aside, { force: true });
}

function isStale(lock: string, holder: string): boolean {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  // A lock is empty for a moment while it is made.
  if (holder === '') return age > STALE / 10;
  try {
    process.kill(Number.parseInt(holder, 10), 0);
    return age > STALE;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function contentOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
