import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../domain/base/refusal.ts';
import type { Instant } from '../domain/time/moment.ts';
import { discardUnfinished } from './backup-folder.ts';
import { makeCopyFolder } from './copy-folder.ts';
import { BESIDE, moveInto, syncToDisk } from './database-files.ts';
import { stampOf } from './read-into-memory.ts';
import { explaining } from './sqlite-error.ts';

/**
 * Replaces a damaged database by the file that `make` writes to the path it is given, and returns where the damaged one is
 * kept. `before` is its stamp when it was read. Throws a Refusal of kind `database`; nothing has changed then.
 */
export function replaceByFresh(
  database: string,
  now: Instant,
  before: string,
  make: (fresh: string) => void,
): string {
  return explaining(database, () => {
    const folder = makeCopyFolder(dirname(database));
    try {
      const fresh = join(folder, 'fresh.db');
      make(fresh);
      return replaceDamaged(database, fresh, now, before);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/**
 * Moves a file into the place of a damaged database, which is kept beside it with its write-ahead log. Returns where. The
 * damaged one is copied and not renamed, so that there is a database at every moment; its log would be taken for one of
 * the new file, so it goes before that comes. Throws a Refusal if the database was written to since `before`, and errors of
 * the file system; nothing has changed then.
 */
export function replaceDamaged(
  database: string,
  fresh: string,
  now: Instant,
  before: string = stampOf(database),
): string {
  const kept = freePath(`${database}${SET_ASIDE}${now.slice(0, 19).replace(/[-:]/g, '')}Z`);
  try {
    copyAll(database, kept);
    if (stampOf(database) !== before) throw refuseChanged(database);
  } catch (error) {
    for (const suffix of FILES) rmSync(kept + suffix, { force: true });
    throw error;
  }
  discardUnfinished(database);
  for (const suffix of BESIDE) rmSync(database + suffix, { force: true });
  try {
    moveInto(fresh, database);
  } catch (error) {
    copyAll(kept, database);
    throw error;
  }
  return kept;
}

const FILES = ['', ...BESIDE];

/** Copies a database with the files beside it, and waits until that is on the disk. */
function copyAll(from: string, to: string): void {
  for (const suffix of FILES.filter((end) => existsSync(from + end))) {
    copyFileSync(from + suffix, to + suffix);
    syncToDisk(to + suffix);
  }
  syncToDisk(dirname(to));
}

/** Comes between the name of a database and the time at which it was set aside because it was damaged. */
const SET_ASIDE = '.damaged-';

/** The damaged files of a database that were set aside. */
export function listSetAside(database: string): string[] {
  const start = basename(database) + SET_ASIDE;
  return readdirSync(dirname(database))
    .filter((name) => name.startsWith(start) && !BESIDE.some((suffix) => name.endsWith(suffix)))
    .map((name) => join(dirname(database), name));
}

/** The first free path: the given one, or the same with a number added. */
function freePath(path: string): string {
  for (let count = 2, free = path; ; count++) {
    if (!existsSync(free)) return free;
    free = `${path}-${count}`;
  }
}

function refuseChanged(database: string): Refusal {
  return new Refusal(
    'database-locked',
    `${database} was written to in the meantime.`,
    'Nothing was changed. Close the other program, then try again.',
    'database',
  );
}
