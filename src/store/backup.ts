import { existsSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../domain/time/moment.ts';
import { BUSY_TIMEOUT_MS } from './busy-timeout.ts';
import { makeCopyFolder } from './copy-folder.ts';
import { moveInto, syncToDisk } from './database-files.ts';
import { type Db, nameOf, using } from './db.ts';
import { openForWriting, openToCopy } from './open.ts';
import { explaining, explainSqliteError } from './sqlite-error.ts';

/** How much a database contains. */
export interface Contents {
  readonly operations: number;
  readonly commitments: number;
  /** When the last operation was recorded; null if there is none. */
  readonly until: Instant | null;
}

/** How much a database contains. Throws a Refusal of kind `database`. */
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
 * Calls `use` with a copy of a database in a temporary folder next to `beside`. The copy is deleted
 * afterwards unless `use` has moved it. Throws a Refusal of kind `database`.
 */
export async function withCopy<T>(db: Db, beside: string, use: (file: string) => Promise<T> | T): Promise<T> {
  const folder = privateFolder(beside);
  try {
    const file = join(folder, 'copy.db');
    await copyInto(db, file, beside);
    return await use(file);
  } catch (error) {
    throw explainSqliteError(error, beside);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function privateFolder(beside: string): string {
  return explaining(beside, () => makeCopyFolder(dirname(beside)));
}

/** Opens a copy and passes it to `look`. Leaves it as a single complete file. */
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

/**
 * Replaces the content of a database by that of a copy, after keeping a copy of the previous content.
 * Nothing that another process writes meanwhile is lost. Processes that have the database open go on with the
 * new content.
 */
export async function replaceContents(database: Db, copy: string, kept: string): Promise<void> {
  // Changes as soon as another process has written.
  const version = () => database.pragma('data_version', { simple: true });
  // With a rollback journal a locked file cannot be read.
  const isReadable = database.pragma('journal_mode', { simple: true }) === 'wal';
  const by = openToCopy(copy);
  try {
    for (const patience = newPatience(); ; await patience.wait(nameOf(database))) {
      const before = version();
      await withCopy(database, kept, (previous) => moveInto(previous, kept));
      if (await copyInto(by, database.name, nameOf(database), () => !isReadable || version() === before))
        break;
    }
  } finally {
    by.close();
  }
  // The library does not wait for the disk when it writes to the log, nor for the end of a rollback journal. To close
  // the log again gives up no locks: those are on the other files.
  const file = realpathSync(database.name);
  for (const each of [`${file}-wal`, dirname(file)]) if (existsSync(each)) syncToDisk(each);
}

/**
 * Gives a copy its own device. What the original file has recorded since may be imported later, and no two
 * operations of a device may have the same sequence number.
 */
export function asAnotherDevice(copy: Db): void {
  copy.prepare(`DELETE FROM meta WHERE key = 'device'`).run();
}

/** Copies all pages in one step, so that the copy does not start again when another process writes. */
const ALL_PAGES = 0x7fffffff;

const CHANGED = new Error('The file was written to in the meantime.');

/**
 * Copies a database as of one moment into a file, which messages call `name`, replacing its content in one
 * transaction. Returns false if `mayBegin`, which is called once nobody else can write to the file, says no;
 * nothing is copied then.
 */
async function copyInto(
  db: Db,
  file: string,
  name: string,
  mayBegin: () => boolean = () => true,
): Promise<boolean> {
  const progress = () => {
    if (!mayBegin()) throw CHANGED;
    return ALL_PAGES;
  };
  try {
    for (const patience = newPatience(); ; await patience.wait(name)) {
      // If another process is writing to the file, this ends without a page and without an error.
      const { totalPages } = await db.backup(file, { progress });
      if (totalPages > 0) return true;
    }
  } catch (error) {
    if (error === CHANGED) return false;
    throw explainSqliteError(error, isDamage(error) ? nameOf(db) : name);
  }
}

/** Damage is always in the source: pages are written as they are read. */
function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(String((error as { code?: unknown }).code));
}

/** Waits briefly at each call, and throws the Refusal for a locked database once it has waited long enough. */
function newPatience() {
  const end = performance.now() + BUSY_TIMEOUT_MS;
  return {
    wait: async (file: string): Promise<void> => {
      if (performance.now() > end) throw explainSqliteError({ code: 'SQLITE_BUSY' }, file);
      await pause(50);
    },
  };
}
