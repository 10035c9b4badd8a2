import { rmSync } from 'node:fs';
import { instant } from '../domain/time/moment.ts';
import { ADVICE_TABLE } from './advice-given.ts';
import { newBackupPath, unfinishedPath } from './backup-folder.ts';
import { CHECKSUM_TABLE, sealAll } from './checksum.ts';
import { moveInto } from './database-files.ts';
import type { Db } from './db.ts';
import { DRAFT_TABLE } from './drafts.ts';
import { hasOperations } from './journal.ts';
import { MESSAGE_INDEX } from './messages.ts';
import { REMINDER_TABLES } from './reminders.ts';
import { TABLE_MAP_TABLE } from './table-maps.ts';

/**
 * A change to tables that cannot be rebuilt from others: the journal and anything else that is not a read
 * table.
 */
export interface Migration {
  /** The version that it leads to: one more than the version before. */
  readonly to: number;
  readonly change: (db: Db) => void;
}

/** All migrations in order. A new file is created in the first version and goes through all of them. */
const MIGRATIONS: readonly Migration[] = [
  { to: 2, change: addChecksums },
  { to: 3, change: (db) => db.exec(REMINDER_TABLES) },
  { to: 4, change: (db) => db.exec([DRAFT_TABLE, MESSAGE_INDEX, ADVICE_TABLE].join('\n')) },
  { to: 5, change: (db) => db.exec(TABLE_MAP_TABLE) },
];

/** From version 2 on every operation has a checksum. */
function addChecksums(db: Db): void {
  db.exec(CHECKSUM_TABLE);
  sealAll(db);
}

/** The version after all migrations. A file with a higher version was written by a newer followup. */
export const JOURNAL_VERSION = latestOf(MIGRATIONS);

function latestOf(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.to ?? 1;
}

/**
 * Applies the migrations that a file still lacks, in one transaction. Returns the path of a copy of the file
 * as it was; null if there was nothing to do. A database that is in memory or still empty needs no copy.
 */
export function migrate(db: Db, migrations: readonly Migration[] = MIGRATIONS): string | null {
  const versionOf = () => db.pragma('user_version', { simple: true }) as number;
  if (versionOf() >= latestOf(migrations)) return null;
  const kept = db.memory || !hasOperations(db) ? null : keepCopy(db);
  db.transaction(() => {
    // Another process may have applied them while this one waited for the lock.
    const missing = migrations.filter(({ to }) => to > versionOf());
    for (const { to, change } of missing) {
      change(db);
      db.pragma(`user_version = ${to}`);
    }
  }).immediate();
  return kept;
}

/** Copies the file as of one moment to its backups. */
function keepCopy(db: Db): string {
  const place = newBackupPath(db.name, instant(Date.now()), 'migration');
  const unfinished = unfinishedPath(db.name, `-${process.pid}`);
  try {
    rmSync(unfinished, { force: true });
    db.prepare('VACUUM INTO ?').run(unfinished);
    moveInto(unfinished, place);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  return place;
}
