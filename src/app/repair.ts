import { Refusal } from '../domain/base/refusal.ts';
import type { ValueChecks } from '../domain/streams/value-checks.ts';
import type { Instant } from '../domain/time/moment.ts';
import { insertDevice, insertEventRow, insertOperationRow } from '../store/append.ts';
import { backupFolder } from '../store/backup-folder.ts';
import { sealOperation } from '../store/checksum.ts';
import { followLinks, isWritable, sizeOf } from '../store/database-files.ts';
import { type Db, writing } from '../store/db.ts';
import { markAsDemo } from '../store/demo.ts';
import { countOperations } from '../store/journal.ts';
import { openForWriting } from '../store/open.ts';
import { stampOf } from '../store/read-into-memory.ts';
import { type OnProgress, rebuildReadTables } from '../store/read-tables.ts';
import { readRemains, type SavedOperation } from '../store/remains.ts';
import { listSetAside, replaceByFresh } from '../store/replace-damaged.ts';
import { explaining } from '../store/sqlite-error.ts';
import { backUpBefore, readBackups } from './automatic-backup.ts';
import { operationCheck } from './check-operation.ts';
import { checkFile, isDamaged, repairReadTables } from './doctor.ts';
import { type Lost, salvage } from './salvage.ts';

export type { Lost } from './salvage.ts';

/** The result of a repair. */
export interface Repair {
  /** Where the damaged file was kept; null if only the read tables were made again, from a sound journal. */
  readonly kept: string | null;
  readonly operations: number;
  /** How many of the operations came from backups, because they were damaged in the file. */
  readonly broughtBack: number;
  readonly lost: readonly Lost[];
  /** Backups that could not be read. */
  readonly unreadable: readonly string[];
  /** Whether the end of the file is missing, so that operations after the last may be lost of which nothing is known. */
  readonly isCutOff: boolean;
  /**
   * If nothing could be read of the file itself, the time of the last operation that its backups have; whatever was
   * recorded later is lost.
   */
  readonly onlyUntil: Instant | null;
}

/** How to repair. */
export interface Repairing {
  readonly now: Instant;
  /** How many automatic backups to keep. */
  readonly keep: number;
  readonly values: ValueChecks;
  readonly onProgress?: OnProgress;
}

/**
 * Repairs a database file: makes its read tables again, or if more than that is damaged, puts a new file in its place with
 * everything that can be read, and keeps the damaged one beside it. What is damaged in the file is taken from its
 * automatic backups. Throws a Refusal of kind `database`; the file is then as it was.
 */
export function repair(named: string, repairing: Repairing): Repair {
  const { now, keep, values, onProgress } = repairing;
  const path = explaining(named, () => followLinks(named));
  const db = openUnlessDamaged(path, onProgress);
  if (typeof db === 'string') return makeAnew(path, repairing, { withLog: db === 'damaged' });
  try {
    if (!isDamaged(checkFile(db, { values }))) {
      backUpBefore(db, now, 'repair', keep);
      repairReadTables(db, onProgress);
      return {
        kept: null,
        operations: countOperations(db),
        broughtBack: 0,
        lost: [],
        unreadable: [],
        isCutOff: false,
        onlyUntil: null,
      };
    }
  } finally {
    db.close();
  }
  return makeAnew(path, repairing, { withLog: true });
}

/** The open database, or why it cannot be opened, if that is something to repair. */
function openUnlessDamaged(path: string, onProgress?: OnProgress): Db | 'damaged' | 'foreign-log' {
  try {
    return openForWriting(path, onProgress);
  } catch (error) {
    const code = error instanceof Refusal ? error.code : null;
    // The log of an emptied file is its own, and all that is left of it.
    if (code === 'foreign-log') return sizeOf(path) === 0 ? 'damaged' : 'foreign-log';
    if (code === 'content-lost') return 'damaged';
    // A damaged header may say that the file is not to be written to.
    if (code === 'database-damaged' || (code === 'database-read-only' && isWritable(path))) return 'damaged';
    throw error;
  }
}

/** Puts a new file in place of a damaged one, whose log may be that of another file (`withLog`). */
function makeAnew(
  path: string,
  { now, values, onProgress }: Repairing,
  options: { readonly withLog: boolean },
): Repair {
  const before = stampOf(path);
  const remains = readRemains(path, options);
  const { backups, fault } = readBackups(path);
  const copies = [...backups.map(({ file }) => file), ...listSetAside(path)];
  const { operations, unreadable, ...said } = salvage(path, remains, copies, operationCheck(values));
  if (operations.length === 0) throw refuseEmpty(path);
  const kept = replaceByFresh(path, now, before, (fresh) =>
    writeFile(fresh, operations, remains.isDemo, onProgress),
  );
  return {
    kept,
    operations: operations.length,
    ...said,
    unreadable: fault === null ? unreadable : [backupFolder(path), ...unreadable],
    isCutOff: remains.isCutOff,
    onlyUntil: remains.saved.length > 0 ? null : (operations.at(-1)?.row.recorded_at ?? null),
  };
}

/** The file gets a new device, because operations that other files have may be lost here, and numbers are not given twice. */
function writeFile(
  path: string,
  operations: readonly SavedOperation[],
  isDemo: boolean,
  onProgress?: OnProgress,
): void {
  const db = openForWriting(path);
  try {
    // It is written to the disk when it is complete.
    db.pragma('synchronous = OFF');
    writing(db, () => {
      for (const { row, events } of operations) {
        insertDevice(db, row.device);
        insertOperationRow(db, row);
        for (const event of events) insertEventRow(db, event);
        sealOperation(db, row.id);
      }
      if (isDemo) markAsDemo(db);
      rebuildReadTables(db, onProgress);
    });
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

function refuseEmpty(path: string): Refusal {
  return new Refusal(
    'nothing-saved',
    `${path} holds nothing that a followup recorded, or nothing of it can be read.`,
    'Nothing was changed. If there is a backup: followup restore FILE',
    'database',
  );
}
