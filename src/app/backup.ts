import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal, refuse } from '../domain/base/refusal.ts';
import type { ValueChecks } from '../domain/streams/value-checks.ts';
import type { Instant } from '../domain/time/moment.ts';
import {
  asAnotherDevice,
  type Contents,
  lookInto,
  readContents,
  replaceContents,
  withCopy,
} from '../store/backup.ts';
import { discardUnfinished, newBackupPath } from '../store/backup-folder.ts';
import { BESIDE, followLinks, makeFolder, moveInto, nameKind } from '../store/database-files.ts';
import { type Db, fileOf } from '../store/db.ts';
import { openForWriting, openToCopy } from '../store/open.ts';
import { refuseNewerFile } from '../store/refuse-newer.ts';
import { forgetReminders } from '../store/reminders.ts';
import { replaceDamaged } from '../store/replace-damaged.ts';
import { explaining, explainSqliteError } from '../store/sqlite-error.ts';
import { checkFile, isDamaged, repairReadTables } from './doctor.ts';

export type { Contents } from '../store/backup.ts';

/**
 * Writes a copy of the database as of one moment, and checks it before it replaces an existing backup; where `file`
 * is a link, it replaces the file that the link leads to. Returns once it is on the disk. Throws a Refusal; an
 * existing backup is then untouched.
 */
export async function backUp(db: Db, file: string, values: ValueChecks): Promise<Contents> {
  const database = fileOf(db);
  if (database === null) {
    throw refuse(
      'nothing-to-back-up',
      'There is nothing to back up: nothing has been recorded yet.',
      'If the database is elsewhere, name it with --db FILE or FOLLOWUP_DB.',
    );
  }
  const place = explaining(file, () => followLinks(file));
  const own = explaining(database, () => followLinks(database));
  if (['', ...BESIDE].some((suffix) => isSameFile(place, own + suffix))) {
    throw refuse('same-file', `${file} is the database itself.`, 'Name another file, best on another disk.');
  }
  refuseOtherThanFile(place);
  return withCopy(db, place, (copy) => {
    const contents = lookInto(copy, (opened) => inspect(opened, database, values));
    moveInto(copy, place);
    return contents;
  });
}

/** Only a file may be replaced: instead of a device the system would find a backup. */
function refuseOtherThanFile(file: string): void {
  const stats = explaining(file, () => statSync(file, { throwIfNoEntry: false }));
  if (stats?.isDirectory()) throw refuse('not-a-file', `${file} is a folder.`, 'Name a file in it.');
  if (stats && !stats.isFile()) {
    throw refuse('not-a-file', `${file} is ${nameKind(stats)}, not a file.`, 'Name another file.');
  }
  if (!existsSync(dirname(file))) {
    throw refuse('no-such-folder', `There is no folder ${dirname(file)}.`, 'Make it first, or name another.');
  }
}

/** The result of a restore. */
export interface Restored {
  readonly contents: Contents;
  /** Where the previous content of the database was kept; null if there was none. */
  readonly kept: string | null;
}

/** How to restore a backup. */
export interface Restoring {
  readonly now: Instant;
  readonly values: ValueChecks;
  /**
   * Decides whether to go on, once the backup is known to be sound. `there` is null if the present database
   * cannot be read.
   */
  readonly mayReplace: (backup: Contents, there: Contents | null) => Promise<boolean>;
}

/**
 * Replaces the content of the database by a sound backup, and keeps the previous content. Throws a Refusal,
 * of kind `database` if the backup cannot be used; nothing has changed then.
 */
export async function restore(file: string, named: string, restoring: Restoring): Promise<Restored> {
  const database = explaining(named, () => followLinks(named));
  if (isSameFile(file, database)) {
    throw refuse('same-file', `${file} is the database itself.`, 'Name a backup of it.');
  }
  const backup = openBackup(file);
  try {
    explaining(database, () => makeFolder(dirname(database)));
    return await withCopy(backup, database, async (copy) => {
      const contents = lookInto(copy, (opened) => {
        asAnotherDevice(opened);
        forgetReminders(opened);
        return inspect(opened, file, restoring.values, mend);
      });
      return { contents, kept: await replace(database, copy, contents, restoring) };
    });
  } finally {
    backup.close();
  }
}

function openBackup(file: string): Db {
  try {
    return openToCopy(file);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const hint = error.code === 'newer-file' ? error.hint : RESTORABLE;
    throw new Refusal(error.code, error.message, hint, 'database');
  }
}

const RESTORABLE = 'Nothing was changed. Restore a file that was made with: followup backup FILE';

/** Puts a copy in place of the database, and returns where the previous content was kept. */
async function replace(
  database: string,
  copy: string,
  contents: Contents,
  { now, mayReplace }: Restoring,
): Promise<string | null> {
  const isThere = existsSync(database);
  const there = isThere ? openIfSound(database) : null;
  try {
    if (isThere && !(await mayReplace(contents, there && contentsOf(there)))) {
      throw refuse('not-restored', 'Nothing was changed.', 'To go on without being asked: --yes');
    }
    if (there !== null) {
      const kept = newBackupPath(database, now, 'restore');
      await replaceContents(there, copy, kept);
      discardUnfinished(database);
      return kept;
    }
    if (isThere) return replaceDamaged(database, copy, now);
    moveInto(copy, database);
    return null;
  } finally {
    there?.close();
  }
}

/** Opens the database; null if it is damaged, which may be the very reason for the restore. */
function openIfSound(database: string): Db | null {
  return unlessDamaged(() => openForWriting(database));
}

function contentsOf(db: Db): Contents | null {
  return unlessDamaged(() => readContents(db));
}

function unlessDamaged<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof Refusal && /^(?:database-damaged|foreign-log|content-lost)$/.test(error.code))
      return null;
    throw error;
  }
}

/** Makes the read tables of a copy again if they differ from its journal. */
function mend(copy: Db): void {
  const checks = checkFile(copy);
  if (!isDamaged(checks) && checks.some(({ ok }) => !ok)) repairReadTables(copy);
}

/** Checks that a copy is sound, after `prepare`, and counts what is in it; `name` is for messages. */
function inspect(
  copy: Db,
  name: string,
  values: ValueChecks,
  prepare: (copy: Db) => void = () => {},
): Contents {
  try {
    prepare(copy);
    const [fault] = faultsOf(copy, values);
    if (fault) throw refuseDamaged(`${name} is damaged: ${fault.detail}.`);
    return readContents(copy);
  } catch (error) {
    const explained = explainSqliteError(error, name);
    if (!(explained instanceof Refusal) || explained.message.startsWith(name)) throw explained;
    throw explained.code === 'newer-file' ? refuseNewerFile(name) : refuseDamaged(`${name} is damaged.`);
  }
}

function faultsOf(copy: Db, values: ValueChecks) {
  return checkFile(copy, { values }).filter(({ ok }) => !ok);
}

function refuseDamaged(message: string): Refusal {
  return new Refusal(
    'database-damaged',
    message,
    'Nothing was changed. To repair the database: followup doctor --fix',
    'database',
  );
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) =>
    explaining(path, () => statSync(path, { throwIfNoEntry: false })),
  );
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}
