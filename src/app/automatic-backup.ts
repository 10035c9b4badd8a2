import { sayWhyFailed } from '../domain/base/why-file-failed.ts';
import { localDay } from '../domain/time/calendar.ts';
import type { Instant } from '../domain/time/moment.ts';
import {
  type AutomaticBackup,
  type BackupOccasion,
  backupFolder,
  listBackups,
  newBackupPath,
  pruneBackups,
  unfinishedPath,
} from '../store/backup-folder.ts';
import type { Db } from '../store/db.ts';
import { isDemo } from '../store/demo.ts';
import { hasOperations } from '../store/journal.ts';
import { copyJournal, goOnCopying } from '../store/journal-copy.ts';
import { explaining } from '../store/sqlite-error.ts';
import type { Context } from './context.ts';

export { type AutomaticBackup, pruneBackups, sizeOfBackup } from '../store/backup-folder.ts';

/** The automatic backups of a database, latest first, or why they cannot be listed. */
export function readBackups(database: string): {
  readonly backups: readonly AutomaticBackup[];
  readonly fault: string | null;
} {
  try {
    return { backups: listBackups(database), fault: null };
  } catch (error) {
    return { backups: [], fault: `${backupFolder(database)} cannot be read: ${sayWhyFailed(error)}` };
  }
}

/** What a command may spend on the backup of the day, in milliseconds, apart from the disk. */
const BUDGET_MS = 12;

/**
 * Backs up the database once a day. A large one takes several commands, each of which does a little. `keep` is the number
 * of backups that are kept; with 0 none is made. Throws a Refusal if it fails.
 */
export function backUpToday({ db, now, calendar }: Context, keep: number): void {
  if (keep === 0 || db.memory || isDemo(db)) return;
  explaining(backupFolder(db.name), () => {
    const today = localDay(calendar, now);
    const isOfToday = ({ at, occasion }: AutomaticBackup) =>
      occasion === 'day' && localDay(calendar, at) === today;
    if (listBackups(db.name).some(isOfToday)) return;
    const files = { unfinished: unfinishedPath(db.name), place: newBackupPath(db.name, now, 'day') };
    const end = performance.now() + BUDGET_MS;
    if (goOnCopying(db, files, () => performance.now() < end)) pruneBackups(db.name, keep);
  });
}

/** Backs up the database before something that changes much, unless nothing has been recorded yet. Throws a Refusal. */
export function backUpBefore(db: Db, now: Instant, occasion: BackupOccasion, keep: number): void {
  if (keep === 0 || db.memory || !hasOperations(db)) return;
  explaining(backupFolder(db.name), () => {
    const unfinished = unfinishedPath(db.name, `-${process.pid}`);
    copyJournal(db, { unfinished, place: newBackupPath(db.name, now, occasion) });
    pruneBackups(db.name, keep);
  });
}
