import type Database from 'better-sqlite3';
import { explainSqliteError } from './sqlite-error.ts';

/** An open database file. */
export type Db = Database.Database;

/** The connections on which a write was committed. */
const COMMITTED = new WeakSet<Db>();

/** Runs a database access, turning SQLite's errors into refusals that say what to do. */
export function using<T>(db: Db, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw explainSqliteError(error, db.name);
  }
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
      db.exec('ROLLBACK');
    }
  });
}

/**
 * Runs a write in one transaction that takes the write lock first, so that nothing it reads can change
 * underneath it.
 */
export function writing<T>(db: Db, write: () => T): T {
  return using(db, () => {
    const before = countChanges(db);
    const result = db.transaction(write).immediate();
    // Inside another transaction nothing is committed yet, and it may still be rolled back.
    if (!db.inTransaction && countChanges(db) > before) COMMITTED.add(db);
    return result;
  });
}

/** Whether a write on this connection was committed and changed something; a later failure cannot undo that. */
export function hasCommitted(db: Db): boolean {
  return COMMITTED.has(db);
}

/** The number of rows that this connection has changed. A rollback does not count back. */
export function countChanges(db: Db): number {
  return db.prepare('SELECT total_changes()').pluck().get() as number;
}
