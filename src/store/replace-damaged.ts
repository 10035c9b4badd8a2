import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../domain/base/refusal.ts';
import type { Instant } from '../domain/time/moment.ts';
import { BESIDE } from './backup.ts';
import { explainSqliteError } from './sqlite-error.ts';
import { syncToDisk } from './sync-to-disk.ts';

/**
 * Replaces a damaged database by the file that `make` writes to the path it is given. The damaged one is kept beside it,
 * with its write-ahead log; returns its path. If anything fails, nothing has changed. Throws a Refusal of kind `database`.
 */
export function replaceDamaged(database: string, now: Instant, make: (fresh: string) => void): string {
  try {
    const folder = mkdtempSync(join(dirname(database), '.followup-'));
    try {
      const before = stateOf(database);
      const fresh = join(folder, basename(database));
      make(fresh);
      if (stateOf(database) !== before) throw refuseChanged(database);
      const kept = freePath(`${database}${SET_ASIDE}${now.slice(0, 19).replace(/[-:]/g, '')}Z`);
      putInPlace(fresh, database, kept);
      return kept;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch (error) {
    throw explainSqliteError(error, database);
  }
}

/**
 * Copies rather than renames the damaged file, so that there is a database at every moment. Its log would be taken for one
 * of the new file, so it goes first.
 */
function putInPlace(fresh: string, database: string, kept: string): void {
  for (const suffix of ['', ...BESIDE].filter((end) => existsSync(database + end))) {
    copyFileSync(database + suffix, kept + suffix);
    syncToDisk(kept + suffix);
  }
  syncToDisk(fresh);
  for (const suffix of BESIDE) rmSync(database + suffix, { force: true });
  renameSync(fresh, database);
  syncToDisk(dirname(database));
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

/** The first free path: the given one, or the same with a number added. */
export function freePath(path: string): string {
  for (let count = 2, free = path; ; count++) {
    if (!existsSync(free)) return free;
    free = `${path}-${count}`;
  }
}
