import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../domain/time/moment.ts';
import { type Db, using } from './db.ts';
import { BUSY_TIMEOUT_MS, openForWriting } from './open.ts';
import { explainSqliteError } from './sqlite-error.ts';

/** How much is in a database. */
export interface Contents {
  readonly operations: number;
  readonly commitments: number;
  /** When the last operation was recorded; null when there is none. */
  readonly until: Instant | null;
}

/** Counts what is in a database. */
export function readContents(db: Db): Contents {
  return using(
    db,
    () =>
      db
        .prepare(
          `SELECT (SELECT count(*) FROM operation) AS operations, (SELECT count(*) FROM commitment) AS commitments,
             (SELECT recorded_at FROM operation ORDER BY hlc DESC, device DESC, device_seq DESC LIMIT 1) AS until`,
        )
        .get() as Contents,
  );
}

/**
 * Runs something with a copy of a database, which lies in a folder of its own beside a path and is gone afterwards, unless
 * it was moved to another place. Throws a Refusal of kind `database`.
 */
export async function withCopy<T>(db: Db, beside: string, use: (file: string) => Promise<T> | T): Promise<T> {
  const folder = privateFolder(beside);
  try {
    const file = join(folder, basename(beside));
    await copyInto(db, file);
    return await use(file);
  } catch (error) {
    throw explainSqliteError(error, beside);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function privateFolder(beside: string): string {
  try {
    // Copies are readable by their owner only, as the database is.
    process.umask(0o077);
    return mkdtempSync(join(dirname(beside), '.followup-'));
  } catch (error) {
    throw explainSqliteError(error, beside);
  }
}

/** Opens a copy, has it looked at, and leaves it as one file that is complete without any other beside it. */
export function lookInto<T>(file: string, look: (copy: Db) => T): T {
  const copy = openForWriting(file);
  try {
    const seen = look(copy);
    copy.pragma('journal_mode = DELETE');
    return seen;
  } finally {
    copy.close();
  }
}

/** Puts a file in the place of another, or where none is yet. */
export function moveInto(file: string, place: string): void {
  try {
    renameSync(file, place);
  } catch (error) {
    throw explainSqliteError(error, place);
  }
}

/**
 * Replaces what is in a database by what is in another, after a copy of what was there has been kept: nothing that another
 * process writes meanwhile is lost. Whoever has the database open goes on with the new contents.
 */
export async function replaceContents(database: Db, by: Db, kept: string): Promise<void> {
  // Another number as soon as another process has written.
  const version = () => database.pragma('data_version', { simple: true });
  // With a rollback journal nobody can look into a file that is locked.
  const isReadable = database.pragma('journal_mode', { simple: true }) === 'wal';
  for (const patience = newPatience(); ; await patience.wait(database.name)) {
    const before = version();
    await withCopy(database, kept, (copy) => moveInto(copy, kept));
    if (await copyInto(by, database.name, () => !isReadable || version() === before)) return;
  }
}

/** Makes a database where none is yet, with what is in another. */
export async function createFrom(by: Db, file: string): Promise<void> {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    await withCopy(by, file, (copy) => moveInto(copy, file));
  } catch (error) {
    throw explainSqliteError(error, file);
  }
}

/**
 * Lets a copy go on as another device than the file that it was taken from: what was recorded there since may come back by
 * an import, and no two operations of a device may have the same place.
 */
export function asAnotherDevice(copy: Db): void {
  copy.prepare(`DELETE FROM meta WHERE key = 'device'`).run();
}

/** Renames a file that is no sound database any more, with what SQLite has written beside it. */
export function setAside(file: string, place: string): void {
  for (const suffix of ['', ...BESIDE]) {
    if (existsSync(file + suffix)) moveInto(file + suffix, place + suffix);
  }
}

/** What SQLite adds to the name of a database for the files that it keeps beside it. */
export const BESIDE: readonly string[] = ['-wal', '-shm', '-journal'];

/** All pages in one step: whoever writes into the database meanwhile does not make the copy begin anew. */
const ALL_PAGES = 0x7fffffff;

const CHANGED = new Error('The file was written to in the meantime.');

/**
 * Copies all that is in a database into a file, as it is at one moment. What was in the file gives way in one transaction,
 * or not at all: `false` when `mayBegin`, which is asked once nobody else can write into the file, says no.
 */
async function copyInto(db: Db, file: string, mayBegin: () => boolean = () => true): Promise<boolean> {
  const progress = () => {
    if (!mayBegin()) throw CHANGED;
    return ALL_PAGES;
  };
  try {
    for (const patience = newPatience(); ; await patience.wait(file)) {
      // Where another process writes into the file, this ends without a page, and without an error.
      const { totalPages } = await db.backup(file, { progress });
      if (totalPages > 0) return true;
    }
  } catch (error) {
    if (error === CHANGED) return false;
    throw explainSqliteError(error, isDamage(error) ? db.name : file);
  }
}

/** What is damaged is what is read: the pages are written as they are. */
function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(String((error as { code?: unknown }).code));
}

/** Waits a little each time, and throws the Refusal of a locked database when it has been long enough. */
function newPatience() {
  const end = performance.now() + BUSY_TIMEOUT_MS;
  return {
    wait: async (file: string): Promise<void> => {
      if (performance.now() > end) throw explainSqliteError({ code: 'SQLITE_BUSY' }, file);
      await pause(50);
    },
  };
}
