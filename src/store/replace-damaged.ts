import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../domain/base/refusal.ts';
import type { Instant } from '../domain/time/moment.ts';
import { makeCopyFolder } from './copy-folder.ts';
import { BESIDE, moveInto, syncToDisk } from './database-files.ts';
import { explaining } from './sqlite-error.ts';

/**
 * Replaces a damaged database by the file that `make` writes to the path it is given, and returns where the damaged one is
 * kept. If anything fails, nothing has changed. Throws a Refusal of kind `database`.
 */
export function remake(database: string, now: Instant, make: (fresh: string) => void): string {
  return explaining(database, () => {
    process.umask(0o077);
    const folder = makeCopyFolder(dirname(database));
    try {
      const before = stateOf(database);
      const fresh = join(folder, 'fresh.db');
      make(fresh);
      if (stateOf(database) !== before) throw refuseChanged(database);
      return replaceDamaged(database, fresh, now);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/**
 * Moves a file into the place of a damaged database, which is kept beside it with its write-ahead log. Returns where. The
 * damaged one is copied and not renamed, so that there is a database at every moment; its log would be taken for one of
 * the new file, so it goes before that comes. Throws the error of the file system.
 */
export function replaceDamaged(database: string, fresh: string, now: Instant): string {
  const kept = freePath(`${database}${SET_ASIDE}${now.slice(0, 19).replace(/[-:]/g, '')}Z`);
  for (const suffix of ['', ...BESIDE].filter((end) => existsSync(database + end))) {
    copyFileSync(database + suffix, kept + suffix);
    syncToDisk(kept + suffix);
  }
  syncToDisk(dirname(database));
  for (const suffix of BESIDE) rmSync(database + suffix, { force: true });
  moveInto(fresh, database);
  return kept;
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

/** Differs after every write to a database. */
function stateOf(database: string): string {
  return ['', '-wal']
    .map((suffix) => statSync(database + suffix, { throwIfNoEntry: false }))
    .map((stat) => `${stat?.ino} ${stat?.size} ${stat?.mtimeMs}`)
    .join(' ');
}

function refuseChanged(database: string): Refusal {
  return new Refusal(
    'database-locked',
    `${database} was written to in the meantime.`,
    'Nothing was changed. Close the other program, then try again.',
    'database',
  );
}
