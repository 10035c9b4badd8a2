import { rmSync } from 'node:fs';
import { readAltered } from './checksum.ts';
import { moveInto } from './database-files.ts';
import type { Db } from './db.ts';
import { openJournalOnly } from './open.ts';
import { refuseDamaged } from './sqlite-error.ts';
import { statement, valueStatement } from './statement.ts';

/** How many operations are copied or checked between two looks at the clock. */
const BATCH = 50;

/**
 * Copies the journal of a database into `unfinished` as far as `mayGoOn` allows, checks what was written, and moves the
 * whole copy to `place`. Returns whether it is there. A later call goes on where this one stopped: because a journal only
 * grows, what was copied of it stays right. The read tables are left out; they are made again when the copy is opened.
 * Throws a Refusal if an operation is not as it was recorded.
 */
export function copyJournal(
  source: Db,
  unfinished: string,
  place: string,
  mayGoOn: () => boolean = () => true,
): boolean {
  try {
    if (!fill(unfinished, source.name, mayGoOn)) return false;
  } catch (error) {
    // Another process is at it.
    if (isInUse(error)) return false;
    // Whatever is wrong with it, the next one begins anew.
    rmSync(unfinished, { force: true });
    throw error;
  }
  moveInto(unfinished, place);
  return true;
}

/** Goes on with a copy as far as `mayGoOn` allows, and returns whether it is complete. */
function fill(unfinished: string, source: string, mayGoOn: () => boolean): boolean {
  const copy = openJournalOnly(unfinished);
  try {
    copy.prepare('ATTACH ? AS source').run(source);
    if (!(copyBatches(copy, mayGoOn) && checkBatches(copy, source, mayGoOn))) return false;
    if (!isWhole(copy)) throw new Error('The operations were renumbered.');
    copy.exec(`INSERT OR IGNORE INTO meta SELECT * FROM source.meta WHERE key IN ('device', 'demo')`);
    copy.exec(`DELETE FROM meta WHERE key IN ('${COPIED}', '${CHECKED}')`);
    return true;
  } finally {
    copy.close();
  }
}

/** Up to which operation of the source everything is copied, and up to which one of the copy it is checked. */
const COPIED = 'copied';
const CHECKED = 'checked';

const BETWEEN = 'operation.rowid > @after AND operation.rowid <= @upTo';

/** Copies what is not copied yet, and returns whether that is all. */
function copyBatches(copy: Db, mayGoOn: () => boolean): boolean {
  const nextOf = valueStatement(
    copy,
    'SELECT max(rowid) FROM (SELECT rowid FROM source.operation WHERE rowid > ? ORDER BY rowid LIMIT ?)',
  );
  const inserts = [
    `INSERT OR IGNORE INTO device SELECT DISTINCT device FROM source.operation WHERE ${BETWEEN}`,
    `INSERT INTO operation SELECT * FROM source.operation WHERE ${BETWEEN} ORDER BY rowid`,
    `INSERT INTO event SELECT event.* FROM source.operation CROSS JOIN source.event ON event.operation = operation.id WHERE ${BETWEEN}`,
    `INSERT INTO checksum SELECT checksum.* FROM source.operation CROSS JOIN source.checksum ON checksum.operation = operation.id WHERE ${BETWEEN}`,
  ];
  const copyNext = () => {
    const after = progressOf(copy, COPIED);
    const upTo = nextOf.get(after, BATCH) as number | null;
    if (upTo === null) return false;
    const [, operations] = inserts.map((insert) => statement(copy, insert).run({ after, upTo }).changes);
    note(copy, COPIED, upTo);
    return operations === BATCH;
  };
  return inBatches(copy, copyNext, mayGoOn);
}

/** Reads back what was copied, and returns whether all of it is checked. Throws a Refusal. */
function checkBatches(copy: Db, name: string, mayGoOn: () => boolean): boolean {
  const checkNext = () => {
    const after = progressOf(copy, CHECKED);
    const last = lastIn(copy);
    const upTo = Math.min(after + BATCH, last);
    const [altered] = readAltered(copy, { after, upTo });
    if (altered)
      throw refuseDamaged(name, `${altered.verb} of ${altered.recorded_at} is not as it was recorded`);
    note(copy, CHECKED, upTo);
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

function lastIn(copy: Db): number {
  return Number(valueStatement(copy, 'SELECT coalesce(max(rowid), 0) FROM main.operation').get());
}

/** Whether the copy has as many operations as the source. It has not if the source was rewritten by other means. */
function isWhole(copy: Db): boolean {
  const count = (schema: string) => valueStatement(copy, `SELECT count(*) FROM ${schema}.operation`).get();
  return count('main') === count('source');
}

function progressOf(copy: Db, key: string): number {
  return Number(valueStatement(copy, 'SELECT value FROM main.meta WHERE key = ?').get(key) ?? 0);
}

function note(copy: Db, key: string, rowid: number): void {
  statement(copy, 'INSERT OR REPLACE INTO main.meta (key, value) VALUES (?, ?)').run(key, String(rowid));
}

function isInUse(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(String((error as { code?: unknown }).code));
}
