import { renameSync, rmSync } from 'node:fs';
import { BUSY_TIMEOUT_MS } from './busy-timeout.ts';
import { readAltered } from './checksum.ts';
import { moveInto } from './database-files.ts';
import { type Db, nameOf } from './db.ts';
import { openJournalOnly } from './open.ts';
import { explainSqliteError, refuseDamaged } from './sqlite-error.ts';
import { statement, valueStatement } from './statement.ts';

/** How many operations are copied or checked between two looks at the clock. */
const BATCH = 50;

/** The files of a copy: where it grows, and where it is put once it is complete. */
interface CopyFiles {
  readonly unfinished: string;
  readonly place: string;
}

/** Copies the whole journal of a database, checks the copy, and moves it to its place. Throws a Refusal. */
export function copyJournal(source: Db, { unfinished, place }: CopyFiles): void {
  fillOrBeginAnew(source, unfinished, { timeout: BUSY_TIMEOUT_MS, mayGoOn: () => true });
  finish(unfinished, place);
}

/**
 * Goes on with the copy of a journal as long as `mayGoOn` allows, and moves it to its place once it is complete and
 * checked; returns whether it is there. Because a journal only grows, what was copied of it stays right. The read tables
 * are left out; they are made again when the copy is opened. If another process is at it, nothing is done. Throws a
 * Refusal.
 */
export function goOnCopying(source: Db, { unfinished, place }: CopyFiles, mayGoOn: () => boolean): boolean {
  try {
    if (!fillOrBeginAnew(source, unfinished, { timeout: 0, mayGoOn })) return false;
    // Others would go on with it under its old name.
    const own = unfinished.replace(/\.db$/, `-${process.pid}.db`);
    renameSync(unfinished, own);
    finish(own, place);
    return true;
  } catch (error) {
    if (isOvertaken(error)) return false;
    throw error;
  }
}

interface Pace {
  /** How long to wait for other processes, in milliseconds. */
  readonly timeout: number;
  readonly mayGoOn: () => boolean;
}

/** Fills a copy; one with which it cannot go on is begun anew. Returns whether it is complete. Throws a Refusal. */
function fillOrBeginAnew(source: Db, unfinished: string, pace: Pace): boolean {
  try {
    return fill(source, unfinished, pace);
  } catch (error) {
    if (isOvertaken(error)) throw error;
    discard(unfinished);
  }
  try {
    return fill(source, unfinished, pace);
  } catch (error) {
    discard(unfinished);
    // What is damaged in a new copy is damaged in the source.
    throw explainSqliteError(error, /CORRUPT|NOTADB/.test(codeOf(error)) ? nameOf(source) : unfinished);
  }
}

/** Copies and checks as much as the pace allows, and returns whether that is all. */
function fill(source: Db, unfinished: string, { timeout, mayGoOn }: Pace): boolean {
  const copy = openJournalOnly(unfinished, timeout);
  try {
    copy.prepare('ATTACH ? AS source').run(source.name);
    if (!isOfSource(copy)) throw new Error('The copy was begun from another content.');
    return copyBatches(copy, mayGoOn) && checkBatches(copy, nameOf(source), mayGoOn);
  } finally {
    copy.close();
  }
}

/** Puts a complete copy in its place. */
function finish(unfinished: string, place: string): void {
  const copy = openJournalOnly(unfinished, BUSY_TIMEOUT_MS);
  try {
    copy.exec(`DELETE FROM meta WHERE key IN ('${COPIED}', '${COPIED_ID}', '${CHECKED}')`);
  } finally {
    copy.close();
  }
  moveInto(unfinished, place);
}

/** Up to which operation of the source everything is copied (its rowid and its id), and up to which one it is checked. */
const COPIED = 'copied';
const COPIED_ID = 'copied_id';
const CHECKED = 'checked';

/** Whether the source still has what was copied last: a restore or a repair may have changed it underneath. */
function isOfSource(copy: Db): boolean {
  const id = valueStatement(copy, 'SELECT id FROM source.operation WHERE rowid = ?').get(
    progressOf(copy, COPIED),
  );
  return (id ?? '') === (noted(copy, COPIED_ID) ?? '');
}

const BETWEEN = 'operation.rowid > @after AND operation.rowid <= @upTo';

/** Copies what is not copied yet, and returns whether that is all. */
function copyBatches(copy: Db, mayGoOn: () => boolean): boolean {
  const lastOf = statement(
    copy,
    `SELECT rowid, id FROM source.operation WHERE rowid = (
       SELECT max(rowid) FROM (SELECT rowid FROM source.operation WHERE rowid > ? ORDER BY rowid LIMIT ?))`,
  );
  const inserts = [
    `INSERT OR IGNORE INTO device SELECT DISTINCT device FROM source.operation WHERE ${BETWEEN}`,
    `INSERT INTO operation SELECT * FROM source.operation WHERE ${BETWEEN} ORDER BY rowid`,
    `INSERT INTO event SELECT event.* FROM source.operation CROSS JOIN source.event ON event.operation = operation.id WHERE ${BETWEEN}`,
    `INSERT INTO checksum SELECT checksum.* FROM source.operation CROSS JOIN source.checksum ON checksum.operation = operation.id WHERE ${BETWEEN}`,
  ];
  const copyNext = () => {
    const after = progressOf(copy, COPIED);
    const last = lastOf.get(after, BATCH) as { readonly rowid: number; readonly id: string } | undefined;
    if (!last) return false;
    const between = { after, upTo: last.rowid };
    const [, operations] = inserts.map((insert) => statement(copy, insert).run(between).changes);
    copy.exec(`INSERT OR IGNORE INTO meta SELECT * FROM source.meta WHERE key IN ('device', 'demo')`);
    note(copy, COPIED, String(last.rowid));
    note(copy, COPIED_ID, last.id);
    return operations === BATCH;
  };
  return inBatches(copy, copyNext, mayGoOn);
}

/** Reads back what was copied, and returns whether all of it is checked. Throws a Refusal. */
function checkBatches(copy: Db, name: string, mayGoOn: () => boolean): boolean {
  const checkNext = () => {
    const after = progressOf(copy, CHECKED);
    const last = Number(valueStatement(copy, 'SELECT coalesce(max(rowid), 0) FROM main.operation').get());
    const upTo = Math.min(after + BATCH, last);
    const [altered] = readAltered(copy, { after, upTo });
    if (altered) {
      throw refuseDamaged(name, `${altered.verb} of ${altered.recorded_at} is not as it was recorded`);
    }
    note(copy, CHECKED, String(upTo));
    return upTo < last;
  };
  return inBatches(copy, checkNext, mayGoOn);
}

/** Runs a step, in transactions of its own, while it says that more is left and there is time; whether nothing is left. */
function inBatches(copy: Db, step: () => boolean, mayGoOn: () => boolean): boolean {
  const run = copy.transaction(step);
  while (run.immediate()) if (!mayGoOn()) return false;
  return true;
}

function progressOf(copy: Db, key: string): number {
  return Number(noted(copy, key) ?? 0);
}

function noted(copy: Db, key: string): string | undefined {
  return valueStatement(copy, 'SELECT value FROM main.meta WHERE key = ?').get(key) as string | undefined;
}

function note(copy: Db, key: string, value: string): void {
  statement(copy, 'INSERT OR REPLACE INTO main.meta (key, value) VALUES (?, ?)').run(key, value);
}

function discard(unfinished: string): void {
  for (const suffix of ['', '-journal']) rmSync(unfinished + suffix, { force: true });
}

/** Whether another process is at it, or has just completed it. */
function isOvertaken(error: unknown): boolean {
  return /^(?:SQLITE_BUSY|SQLITE_LOCKED|ENOENT)/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code);
}
