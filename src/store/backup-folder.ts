import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, instant } from '../domain/time/moment.ts';
import { followLinks, makeFolder } from './database-files.ts';
import { isRunning } from './processes.ts';

/** Why a backup was made by itself: once a day, or before something that changes much. */
export type BackupOccasion = 'day' | 'import' | 'restore' | 'repair' | 'migration';

/** A backup that was made by itself. */
export interface AutomaticBackup {
  readonly file: string;
  readonly at: Instant;
  readonly occasion: BackupOccasion;
}

/** The folder of the automatic backups of a database: beside the file, also where that is reached by a link. */
export function backupFolder(database: string): string {
  return `${followLinks(database)}.backups`;
}

const NAME =
  /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(day|import|restore|repair|migration)(?:-\d+)?\.db$/;

/** The automatic backups of a database, latest first. Throws the error of the file system. */
export function listBackups(database: string): AutomaticBackup[] {
  const folder = backupFolder(database);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .reverse()
    .flatMap((name) => {
      const [, year, month, day, hours, minutes, seconds, ms, occasion] = NAME.exec(name) ?? [];
      if (occasion === undefined) return [];
      const at = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${ms}Z`;
      return { file: join(folder, name), at, occasion: occasion as BackupOccasion };
    });
}

/** The size of a backup in bytes; 0 if it is gone. */
export function sizeOfBackup({ file }: AutomaticBackup): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Where a new backup is put. Throws the error of the file system. */
export function newBackupPath(database: string, now: Instant, occasion: BackupOccasion): string {
  const folder = backupFolder(database);
  makeFolder(folder);
  removeAbandoned(folder);
  for (let ms = Date.parse(now); ; ms++) {
    const path = join(folder, `${instant(ms).replace(/[-:.]/g, '')}-${occasion}.db`);
    if (!existsSync(path)) return path;
  }
}

/** Where a copy grows until it is complete; `name` tells those apart that are made at the same time. */
export function unfinishedPath(database: string, name = ''): string {
  return join(backupFolder(database), `unfinished${name}.db`);
}

/** Whether a backup of a database was begun that any command may go on with. */
export function isBackupBegun(database: string): boolean {
  return existsSync(unfinishedPath(database));
}

/** Deletes the copy that was begun, because it was one of another content. */
export function discardUnfinished(database: string): void {
  try {
    for (const suffix of ['', '-journal']) rmSync(unfinishedPath(database) + suffix, { force: true });
  } catch {
    // Whoever goes on with it notices that it is one of another content.
  }
}

/** How much all backups of a database may take together, in bytes. The latest one stays however large it is. */
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
    const size = sizeOfBackup(backup);
    const stays = index === 0 || (count <= keep && bytes + size <= MOST_BYTES);
    if (!stays) rmSync(backup.file, { force: true });
    else {
      counts.set(backup.occasion, count);
      bytes += size;
    }
  });
}

/** Deletes the copies that processes were making which are gone. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = /^unfinished-(\d+)\.db/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}
