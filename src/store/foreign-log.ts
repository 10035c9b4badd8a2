import { readFileSync, realpathSync, statSync } from 'node:fs';
import { Refusal } from '../domain/base/refusal.ts';
import type { Db } from './db.ts';
import { isWholeLog, readIntoMemory } from './read-into-memory.ts';

/**
 * Throws a Refusal if the write-ahead log beside a file is that of another one, as when a backup was copied over a
 * file whose log was left. SQLite cannot tell, and would write the pages of the one into the other. A journal only
 * grows, so a file that is sound by itself has to be sound with its log too, and to have lost nothing by it. Beside an
 * empty file SQLite would delete the log.
 */
export function refuseForeignLog(path: string, open: (content: Buffer) => Db): void {
  // The second look is for a process that has begun to use the log in the meantime.
  if (!hasLeftLog(path) || isOwnLog(path, open) || !hasLeftLog(path)) return;
  const isEmpty = statSync(path).size === 0;
  throw new Refusal(
    'foreign-log',
    isEmpty
      ? `${path} is empty, but ${path}-wal beside it is not: the file has lost its content.`
      : `${path} is sound, but ${path}-wal beside it belongs to another file.`,
    `Nothing was saved. If another file was put in place of the one that was there, move ${path}-wal away; else bring back a backup: followup restore FILE`,
    'database',
  );
}

function isOwnLog(path: string, open: (content: Buffer) => Db): boolean {
  try {
    if (statSync(path).size === 0) return false;
    // A restore has written all pages to the log: it needs nothing of the file.
    if (isWholeLog(path)) return true;
    const before = operationsIn(open(readIntoMemory(path, { withLog: false })));
    // Without its log the file may be half of what it was being changed to.
    if (before === null) return true;
    const after = operationsIn(open(readIntoMemory(path)));
    const ids = new Set(after);
    return after !== null && before.every((id) => ids.has(id));
  } catch {
    // What cannot be read is explained where it is needed.
    return true;
  }
}

/** Whether there is a log that no process is using, which one that was killed may have left. */
function hasLeftLog(path: string): boolean {
  const file = realpathSync(path);
  if (!statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) return false;
  const index = statSync(`${file}-shm`, { throwIfNoEntry: false });
  return index === undefined || !isLocked(index.ino);
}

/** Whether a process holds a lock on a file, as every process does on the index of a log that it uses. */
function isLocked(inode: number): boolean {
  try {
    return readFileSync('/proc/locks', 'utf8').includes(`:${inode} `);
  } catch {
    // Only Linux says so. Elsewhere a log is taken for that of the file.
    return true;
  }
}

/** The ids of all operations; null if the content is not sound. */
function operationsIn(db: Db): string[] | null {
  try {
    if (!isSound(db)) return null;
    return db.prepare('SELECT id FROM operation').pluck().all() as string[];
  } catch {
    return null;
  } finally {
    db.close();
  }
}

/** Whether pages and rows belong together; the device that a file writes for is among those of its journal. */
function isSound(db: Db): boolean {
  const strangers = `SELECT 1 FROM meta WHERE key = 'device' AND value NOT IN (SELECT id FROM device)`;
  return (
    db.pragma('integrity_check', { simple: true }) === 'ok' &&
    (db.pragma('foreign_key_check') as unknown[]).length === 0 &&
    db.prepare(strangers).get() === undefined
  );
}
