import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, instant } from '../domain/time/moment.ts';
import { followLinks, makeFolder } from './database-files.ts';

/** Why a backup was made by itself: once a day, or before something that changes much. */
export type BackupOccasion = 'day' | 'import' | 'restore' | 'repair' | 'migration';

/** A backup that was made by itself. */
export interface AutomaticBackup {
  readonly file: string;
  readonly at: Instant;
  readonly occasion: BackupOccasion;
  readonly bytes: number;
}

/** The folder of the automatic backups of a database: beside the file, also where that is reached by a link. */
export function backupFolder(database: string): string {
  return `${followLinks(database)}.backups`;
}

const NAME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(day|import|restore|repair|migration)\.db$/;

/** The automatic backups of a database, latest first. */
export function listBackups(database: string): AutomaticBackup[] {
  const folder = backupFolder(database);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, year, month, day, hours, minutes, seconds, ms, occasion] = NAME.exec(name) ?? [];
      if (occasion === undefined) return [];
      const file = join(folder, name);
      return {
        file,
        at: `${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${ms}Z`,
        occasion: occasion as BackupOccasion,
        bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
      };
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Where a new backup is put. */
export function newBackupPath(database: string, now: Instant, occasion: BackupOccasion): string {
  const folder = backupFolder(database);
  makeFolder(folder);
  for (let ms = Date.parse(now); ; ms++) {
    const path = join(folder, `${instant(ms).replace(/[-:.]/g, '')}-${occasion}.db`);
    if (!existsSync(path)) return path;
  }
}

/** How much all backups of a database may take together. The latest one stays however large it is. */
const MOST_BYTES = 1_000_000_000;

/**
 * Deletes all but the latest backups: `keep` for each occasion, so that many imports do not push out those of other days,
 * and fewer if they are large.
 */
export function pruneBackups(database: string, keep: number): void {
  const counts = new Map<BackupOccasion, number>();
  let bytes = 0;
  listBackups(database).forEach((backup, index) => {
    const count = (counts.get(backup.occasion) ?? 0) + 1;
    counts.set(backup.occasion, count);
    bytes += backup.bytes;
    if (index > 0 && (count > keep || bytes > MOST_BYTES)) rmSync(backup.file, { force: true });
  });
  removeAbandoned(database);
}

/** Copies that were begun are called so until they are complete. */
const UNFINISHED = /^unfinished\b/;

const DAY_MS = 86_400_000;

/** Deletes copies that nobody has gone on with for a while. */
function removeAbandoned(database: string): void {
  const folder = backupFolder(database);
  for (const name of readdirSync(folder).filter((entry) => UNFINISHED.test(entry))) {
    const changed = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changed < Date.now() - 7 * DAY_MS) rmSync(join(folder, name), { force: true });
  }
}

/** Where a copy that is not complete yet is written; `name` tells those apart that are made at the same time. */
export function unfinishedPath(database: string, name = ''): string {
  return join(backupFolder(database), `unfinished${name}.db`);
}
