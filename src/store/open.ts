import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { quoteForShell } from '../domain/base/quote-for-shell.ts';
import { Refusal } from '../domain/base/refusal.ts';
import { listBackups } from './backup-folder.ts';
import { BUSY_TIMEOUT_MS } from './busy-timeout.ts';
import { freeFilesBeside, makeFolder, readHeader, sizeOf } from './database-files.ts';
import { type Db, nameOf, setFileOf } from './db.ts';
import { refuseForeignLog } from './foreign-log.ts';
import { isOnNetwork } from './is-on-network.ts';
import { JOURNAL_VERSION, migrate } from './migrations.ts';
import { readIntoMemory } from './read-into-memory.ts';
import { hasReadTables, type OnProgress, rebuildReadTables } from './read-tables.ts';
import { refuseNewerFile } from './refuse-newer.ts';
import { APPLICATION_ID, FIRST_SCHEMA } from './schema.ts';
import { explaining, refuseDamaged } from './sqlite-error.ts';

/**
 * Opens the database for reading. A missing file is treated as an empty one and is not created, and a file of no
 * bytes is left as it is. Where the file, its folder or the disk does not allow what SQLite has to write even to read,
 * the content is read into memory. Throws a Refusal of kind `database`.
 */
export function openForReading(path: string, onProgress?: OnProgress): Db {
  return explaining(path, () => {
    const size = sizeOf(path);
    if (size !== null) refuseForeignLog(path, connect);
    if (size === 0) refuseEmptied(path);
    if (!size) return prepare(connect(':memory:'));
    try {
      return openFile(path, onProgress);
    } catch (error) {
      if (!isUnwritable(error)) throw error;
      return copyIntoMemory(path, onProgress);
    }
  });
}

/** Opens a copy of the database in memory, which can be changed although the file cannot. Throws a Refusal of kind `database`. */
export function openInMemory(path: string): Db {
  return explaining(path, () => copyIntoMemory(path));
}

function copyIntoMemory(path: string, onProgress?: OnProgress): Db {
  return prepare(noting(path, connect(readIntoMemory(path))), onProgress);
}

/**
 * Opens the database for writing, creating the file and its folder on first use, readable by their owner
 * only. Where other machines may share the file (`isShared`, if known), it gets no write-ahead log. Throws a Refusal
 * of kind `database` if it cannot be used.
 */
export function openForWriting(path: string, onProgress?: OnProgress, isShared?: boolean): Db {
  return explaining(path, () => {
    const size = sizeOf(path);
    if (size !== null) refuseForeignLog(path, connect);
    if (size === 0) refuseEmptied(path);
    return openFile(path, onProgress, isShared);
  });
}

/**
 * Opens a file that has only a journal, making it if it is missing. It is a copy in the making, so it is not
 * written through to the disk; whoever completes it has to see to that. `timeout` is how long to wait for others, in ms.
 */
export function openJournalOnly(path: string, timeout: number): Db {
  process.umask(0o077);
  const db = connect(path, { timeout });
  db.exec('PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF; PRAGMA synchronous = OFF');
  if (versionOf(db) === 0) db.transaction(createJournal).immediate(db);
  return db;
}

/**
 * Opens a database only to copy it, changing nothing in it and beside it. Throws a Refusal of kind `database` if
 * there is none, or none that this version can read.
 */
export function openToCopy(path: string): Db {
  return explaining(path, () => {
    if (sizeOf(path) === null) throw refuseMissing(path);
    // SQLite would make files beside one with a write-ahead log, and leave them there. The library cuts off spaces at
    // the end of a name.
    const source = hasLog(path) || path !== path.trim() ? readIntoMemory(path) : path;
    const db = noting(path, connect(source, { readonly: source === path, fileMustExist: true }));
    return closingOnError(db, () => {
      refuseUnknown(db);
      return db;
    });
  });
}

/**
 * What is wrong with the tables, indexes and triggers of the journal in a file: the names of those that are missing or
 * changed, and of triggers that are not ours.
 */
export function findSchemaFaults(db: Db): string[] {
  const fresh = connect(':memory:');
  try {
    createJournal(fresh);
    const expected = readDefinitions(fresh);
    const actual = readDefinitions(db);
    const wrong = [...expected].filter(([name, sql]) => actual.get(name) !== sql).map(([name]) => name);
    // The read tables have triggers too.
    create(fresh);
    const ours = new Set(readTriggers(fresh));
    return [...wrong, ...readTriggers(db).filter((name) => !ours.has(name))];
  } finally {
    fresh.close();
  }
}

function readTriggers(db: Db): string[] {
  return db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all() as string[];
}

function readDefinitions(db: Db): Map<string, string> {
  const named = 'SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL';
  return new Map(db.prepare(named).raw().all() as [string, string][]);
}

/** Whether there is a database at a path. Throws a Refusal if the path is impossible, or leads to no file. */
export function isThere(path: string): boolean {
  return explaining(path, () => sizeOf(path) !== null);
}

function openFile(path: string, onProgress?: OnProgress, isShared?: boolean): Db {
  // SQLite creates the write-ahead log and its index later, with the permissions of the file.
  process.umask(0o077);
  makeFolder(dirname(path));
  if (existsSync(path)) {
    // A file that may only be read would get files beside it that may only be read, which would stop every write.
    accessSync(path, constants.W_OK);
    freeFilesBeside(path);
  }
  return prepare(noting(path, connect(path)), onProgress, isShared);
}

/** Whether an error may come from what SQLite has to write, and not from what it has to read. */
function isUnwritable(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return /^(?:SQLITE_(?:READONLY|CANTOPEN|PERM|FULL|IOERR)|EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|EEXIST)/.test(
    String(code),
  );
}

function connect(source: string | Buffer, options: Database.Options = {}): Db {
  return new Database(source, { timeout: BUSY_TIMEOUT_MS, ...nativeBinding(), ...options });
}

function noting(path: string, db: Db): Db {
  setFileOf(db, path);
  return db;
}

function closingOnError(db: Db, use: () => Db): Db {
  try {
    return use();
  } catch (error) {
    db.close();
    throw error;
  }
}

function hasLog(path: string): boolean {
  return readHeader(path)[19] === 2;
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

function prepare(db: Db, onProgress?: OnProgress, isShared?: boolean): Db {
  return closingOnError(db, () => {
    // Temporary files would need a disk with room, even for reading.
    db.exec(`PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;
             PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY`);
    const isNew = versionOf(db) === 0;
    if (isNew) db.transaction(create).immediate(db);
    const journal = refuseUnknown(db);
    if (!db.memory) chooseJournal(db, isNew ? null : journal, isShared);
    migrate(db);
    if (!hasReadTables(db)) {
      db.transaction(() => {
        // Another process may have made them while this one waited for the lock.
        if (!hasReadTables(db)) rebuildReadTables(db, onProgress);
      }).immediate();
    }
    return db;
  });
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
  if (version > MOST_VERSIONS) throw refuseDamaged(nameOf(db));
  if (version > JOURNAL_VERSION) throw refuseNewerFile(nameOf(db));
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

/** The files that were found, for the first time, where other machines may share them. */
const NEWLY_SHARED = new WeakSet<Db>();

/** Whether a file was made, or put, where other machines may share it, and was first opened there just now. */
export function isNewlyShared(db: Db): boolean {
  return NEWLY_SHARED.has(db);
}

/**
 * Lets others read while somebody writes, unless other machines may share the file. If another process is holding
 * the file, the rollback journal is slower but just as safe; the next command tries again.
 */
function chooseJournal(db: Db, present: string | null, isShared = isOnNetwork(nameOf(db))): void {
  const wanted = isShared ? 'delete' : 'wal';
  if (present !== wanted) {
    if (isShared) NEWLY_SHARED.add(db);
    switchJournal(db, wanted);
  }
  // A rollback journal has to be gone from the disk, or a power cut could bring it back, and take the write back.
  if (isShared) db.pragma('synchronous = EXTRA');
}

function switchJournal(db: Db, mode: 'delete' | 'wal'): void {
  try {
    db.pragma(`journal_mode = ${mode}`);
  } catch (error) {
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
  }
}

/** Throws a Refusal if an empty file has backups: it had content, and must not be taken for a new one. */
function refuseEmptied(path: string): void {
  const [latest] = listBackups(path);
  if (!latest) return;
  throw new Refusal(
    'content-lost',
    `${path} is empty, but there are backups of it: the file has lost its content.`,
    `Nothing was saved. To bring back the latest backup: followup restore ${quoteForShell(latest.file)}`,
    'database',
  );
}

function refuseMissing(path: string): Refusal {
  return new Refusal(
    'database-unusable',
    `There is no ${path}.`,
    'Check the path: --db FILE, FOLLOWUP_DB.',
    'database',
  );
}

/** No followup will ever have so many versions of the journal; a higher number is a damaged one. */
const MOST_VERSIONS = 1_000;

/** The refusal of a database that is not marked as ours, or of one whose mark is damaged. */
function refuseForeignFile(db: Db): Refusal {
  const tables = `SELECT count(*) FROM sqlite_schema WHERE name IN ('device', 'operation', 'event', 'meta')`;
  if (db.prepare(tables).pluck().get() === 4) return refuseDamaged(nameOf(db));
  return new Refusal(
    'not-a-followup-file',
    `${nameOf(db)} is a database, but not followup's.`,
    'Name another file with --db FILE or FOLLOWUP_DB.',
    'database',
  );
}
