import { existsSync, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '../domain/base/refusal.ts';
import type { Db } from './db.ts';
import { JOURNAL_VERSION, migrate } from './migrations.ts';
import { hasReadTables, type OnProgress, rebuildReadTables } from './read-tables.ts';
import { refuseNewerFile } from './refuse-newer.ts';
import { APPLICATION_ID, FIRST_SCHEMA } from './schema.ts';
import { explainSqliteError, refuseDamagedFile } from './sqlite-error.ts';

/** How long to wait for another process that is writing, in milliseconds. */
export const BUSY_TIMEOUT_MS = 8_000;

/**
 * Opens the database for reading. A missing file is treated as an empty one and is not created. Throws a
 * Refusal of kind `database`.
 */
export function openForReading(path: string, onProgress?: OnProgress): Db {
  return exists(path) ? openForWriting(path, onProgress) : prepare(connect(':memory:'));
}

/** Whether a file exists. Throws if the path is impossible because part of it is not a folder. */
function exists(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw explainSqliteError(error, path);
  }
}

/**
 * Opens the database for writing, creating the file and its folder on first use, readable by their owner
 * only. Throws a Refusal of kind `database` if it cannot be used.
 */
export function openForWriting(path: string, onProgress?: OnProgress): Db {
  try {
    // SQLite creates the write-ahead log and its index later, with the permissions of the file.
    process.umask(0o077);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return prepare(connect(path), onProgress);
  } catch (error) {
    throw explainSqliteError(error, path);
  }
}

/**
 * Opens a file that has only a journal, making it if it is missing. It is a copy in the making, so it is neither waited for
 * nor written safely; whoever completes it has to see to that.
 */
export function openJournalOnly(path: string): Db {
  process.umask(0o077);
  const db = connect(path, { timeout: 0 });
  db.exec(
    'PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY',
  );
  if (versionOf(db) === 0) db.transaction(createJournal).immediate(db);
  return db;
}

/**
 * Opens a database only to copy it, changing nothing in it. Throws a Refusal of kind `database` if there is
 * none, or none that this version can read.
 */
export function openToCopy(path: string): Db {
  try {
    const db = connect(path, { readonly: true, fileMustExist: true });
    refuseUnknown(db);
    return db;
  } catch (error) {
    throw explainSqliteError(error, path);
  }
}

function connect(path: string, options: Database.Options = {}): Db {
  return new Database(path, { timeout: BUSY_TIMEOUT_MS, ...nativeBinding(), ...options });
}

/**
 * The path of better-sqlite3's compiled part. The library would search a dozen places for it, which takes
 * longer than opening the database. If it is not in the usual place, the library has to search.
 */
function nativeBinding(): { nativeBinding?: string } {
  const library = createRequire(import.meta.url).resolve('better-sqlite3/package.json');
  const usual = join(dirname(library), 'build', 'Release', 'better_sqlite3.node');
  return existsSync(usual) ? { nativeBinding: usual } : {};
}

/** Makes a file usable, or closes it and throws, so that nothing of it is left open when it is repaired. */
function prepare(db: Db, onProgress?: OnProgress): Db {
  try {
    return makeUsable(db, onProgress);
  } catch (error) {
    db.close();
    throw error;
  }
}

function makeUsable(db: Db, onProgress?: OnProgress): Db {
  db.exec('PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL');
  if (versionOf(db) === 0) db.transaction(create).immediate(db);
  const journal = refuseUnknown(db);
  if (!db.memory && journal !== 'wal') useWriteAheadLog(db);
  migrate(db);
  if (!hasReadTables(db)) {
    db.transaction(() => {
      // Another process may have made them while this one waited for the lock.
      if (!hasReadTables(db)) rebuildReadTables(db, onProgress);
    }).immediate();
  }
  return db;
}

/** Checks that this version can read the database, and returns its journal mode. Throws a Refusal. */
function refuseUnknown(db: Db): string {
  const { application, version, journal } = db
    .prepare(
      `SELECT application_id AS application, user_version AS version, journal_mode AS journal
       FROM pragma_application_id, pragma_user_version, pragma_journal_mode`,
    )
    .get() as { application: number; version: number; journal: string };
  if (application !== APPLICATION_ID) throw refuseForeignFile(db);
  if (version > MOST_VERSIONS) throw refuseDamagedFile(db.name);
  if (version > JOURNAL_VERSION) throw refuseNewerFile(db.name);
  return journal;
}

function create(db: Db): void {
  createJournal(db);
  if (!hasReadTables(db)) rebuildReadTables(db);
}

function createJournal(db: Db): void {
  // Another process may have created it while this one waited for the lock.
  if (versionOf(db) !== 0) return;
  if (db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() !== 0) throw refuseForeignFile(db);
  db.exec(FIRST_SCHEMA);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('user_version = 1');
  migrate(db);
}

function versionOf(db: Db): unknown {
  return db.pragma('user_version', { simple: true });
}

/**
 * Lets others read while somebody writes. If the file system does not support that, or another process is
 * holding the file, the rollback journal is slower but just as safe; the next command tries again.
 */
function useWriteAheadLog(db: Db): void {
  try {
    db.pragma('journal_mode = WAL');
  } catch (error) {
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
  }
}

/** No followup will ever have so many versions of the journal; a higher number is a damaged one. */
const MOST_VERSIONS = 1_000;

/** The refusal of a database that is not marked as ours, or of one whose mark is damaged. */
function refuseForeignFile(db: Db): Refusal {
  const tables = `SELECT count(*) FROM sqlite_schema WHERE name IN ('device', 'operation', 'event', 'meta')`;
  if (db.prepare(tables).pluck().get() === 4) return refuseDamagedFile(db.name);
  return new Refusal(
    'not-a-followup-file',
    `${db.name} is a database, but not followup's.`,
    'Name another file with --db FILE or FOLLOWUP_DB.',
    'database',
  );
}
