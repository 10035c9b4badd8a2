import { existsSync } from 'node:fs';
import type { Db } from './db.ts';

/** A change of tables that cannot be made anew from others: the journal, and whatever else is no read table. */
export interface Migration {
  /** The version that it leads to: one more than that before. */
  readonly to: number;
  readonly change: (db: Db) => void;
}

/** All of them, in order. A new file takes them as well, from the first version on. */
const MIGRATIONS: readonly Migration[] = [];

/** The version of a file that has taken every migration. A file with a higher one was written by a newer followup. */
export const JOURNAL_VERSION = latestOf(MIGRATIONS);

function latestOf(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.to ?? 1;
}

/**
 * Takes the migrations that a file has not had yet, in one transaction, and returns where the file as it was is kept; null
 * when there was nothing to do. A file in memory, or one that holds nothing yet, needs no copy.
 */
export function migrate(db: Db, migrations: readonly Migration[] = MIGRATIONS): string | null {
  const versionOf = () => db.pragma('user_version', { simple: true }) as number;
  if (versionOf() >= latestOf(migrations)) return null;
  const kept = db.memory || isBlank(db) ? null : keepCopy(db, latestOf(migrations));
  db.transaction(() => {
    // Another process may have taken them while this one waited for the lock.
    const missing = migrations.filter(({ to }) => to > versionOf());
    for (const { to, change } of missing) {
      change(db);
      db.pragma(`user_version = ${to}`);
    }
  }).immediate();
  return kept;
}

function isBlank(db: Db): boolean {
  return db.prepare('SELECT 1 FROM operation LIMIT 1').get() === undefined;
}

/** Keeps the file as it is, complete and as of one moment, beside it; a copy that is there already is not touched. */
function keepCopy(db: Db, version: number): string {
  const path = `${db.name}.before-${version}`;
  const free = existsSync(path) ? `${path}-${Date.now()}` : path;
  db.prepare('VACUUM INTO ?').run(free);
  return free;
}
