import type Database from 'better-sqlite3';
import { explainSqliteError } from './sqlite-error.ts';

/** An open database file. */
export type Db = Database.Database;

/** Runs something against the database and turns what SQLite throws into refusals that say what to do. */
export function using<T>(db: Db, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw explainSqliteError(error, db.name);
  }
}

/** Runs a write in one transaction that takes the write lock first, so that what it has read cannot change under it. */
export function writing<T>(db: Db, write: () => T): T {
  return using(db, () => db.transaction(write).immediate());
}
