import type Database from 'better-sqlite3';
import { explaining } from './sqlite-error.ts';

/** An open database file. */
export type Db = Database.Database;

/** The file that each connection stands for. */
const FILES = new WeakMap<Db, string>();

/** Notes the file whose content a connection shows, which may be a copy in memory. */
export function setFileOf(db: Db, path: string): void {
  FILES.set(db, path);
}

/** The file whose content a connection shows; null if there is none, only an empty database in memory. */
export function fileOf(db: Db): string | null {
  return FILES.get(db) ?? null;
}

/** The file of a connection, for messages. */
export function nameOf(db: Db): string {
  return fileOf(db) ?? 'The database';
}

/** The connections on which a write was committed. */
const COMMITTED = new WeakSet<Db>();

/** Runs a database access, turning SQLite's errors into refusals that say what to do. */
export function using<T>(db: Db, run: () => T): T {
  return explaining(nameOf(db), run);
}

/**
 * Reads as of one moment, whatever other processes write meanwhile. The transaction is rolled back, because nothing was
 * written and a damaged file may refuse to commit.
 */
export function reading<T>(db: Db, read: () => T): T {
  return using(db, () => {
    if (db.inTransaction) return read();
    db.exec('BEGIN');
    try {
      return read();
    } finally {
      // After some errors SQLite has ended it already.
      if (db.inTransaction) db.exec('ROLLBACK');
    }
  });
}

/**
 * Runs a write in one transaction that takes the write lock first, so that nothing it reads can change
 * underneath it.
 */
export function writing<T>(db: Db, write: () => T): T {
  const before = countChanges(db);
  const result = writingAside(db, write);
  // Inside another transaction nothing is committed yet, and it may still be rolled back.
  if (!db.inTransaction && countChanges(db) > before) COMMITTED.add(db);
  return result;
}

/** Like `writing`, for what is no record of anything: nobody is told that it was saved, and no backup is made for it. */
export function writingAside<T>(db: Db, write: () => T): T {
  return using(db, () => db.transaction(write).immediate());
}

/** Whether a write on this connection was committed and changed something; a later failure cannot undo that. */
export function hasCommitted(db: Db): boolean {
  return COMMITTED.has(db);
}

/** The number of rows that this connection has changed. A rollback does not count back. */
export function countChanges(db: Db): number {
  return db.prepare('SELECT total_changes()').pluck().get() as number;
}
