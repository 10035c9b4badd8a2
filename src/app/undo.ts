import { refuse } from '../domain/base/refusal.ts';
import { overlaps } from '../domain/streams/away.ts';
import { isSameName } from '../domain/streams/names.ts';
import { appendOperation } from '../store/append.ts';
import { sealOperation } from '../store/checksum.ts';
import { type Db, writing } from '../store/db.ts';
import {
  affectedBy,
  findOperation,
  type Operation,
  readLaterOnSameStreams,
  readOperationsBackwards,
  readStreamsOf,
  readUndone,
} from '../store/journal.ts';
import { readClients } from '../store/queries.ts';
import { refreshReadTables } from '../store/read-tables.ts';
import { readAway } from '../store/tables/away.ts';
import type { Context } from './context.ts';

/** Undoes the last operations, latest first, and returns them. Undoes all of them or none. Throws a Refusal. */
export function undo(context: Context, count: number): Operation[] {
  return writing(context.db, () =>
    Array.from({ length: count }, (_, done) => {
      const target = lastDone(context.db);
      if (!target) {
        throw refuse(
          'nothing-to-undo',
          done === 0 ? 'There is nothing to undo.' : `There are only ${done} operations to undo.`,
          'See what was done: followup history',
        );
      }
      revert(context, 'undo', target, target);
      return target;
    }),
  );
}

/** The last operation that is not undone; null if there is none. */
export function lastOperation(db: Db): string | null {
  return lastDone(db)?.id ?? null;
}

/** Undoes an operation if it is still the last one. Throws a Refusal. */
export function undoIfLast(context: Context, operation: string): Operation[] {
  return writing(context.db, () => {
    if (lastOperation(context.db) === operation) return undo(context, 1);
    throw refuse(
      'undo-overtaken',
      'Something else has been recorded since, in another terminal.',
      'See what was done: followup history',
    );
  });
}

/** Undoes the last undo, and returns the operation that counts again. Throws a Refusal. */
export function redo(context: Context): Operation {
  const { db } = context;
  return writing(db, () => {
    const undone = readUndone(db);
    const undoing = latestOperation(db, ({ id, verb }) => verb === 'undo' && !undone.has(id));
    const restored = undoing?.undoes ? findOperation(db, undoing.undoes) : null;
    if (!undoing || !restored) {
      throw refuse('nothing-to-redo', 'Nothing was undone.', 'See what was done: followup history');
    }
    revert(context, 'redo', undoing, restored);
    refuseClash(db, restored);
    return restored;
  });
}

/**
 * The last operation that is not undone. A redo repeats the operation it restores, which therefore counts as
 * being as young as the redo.
 */
function lastDone(db: Db): Operation | null {
  const undone = readUndone(db);
  for (const operation of readOperationsBackwards(db)) {
    const done = operation.verb === 'redo' ? affectedBy(db, operation) : operation;
    if (done.undoes === null && !undone.has(done.id)) return done;
  }
  return null;
}

/** Appends an operation that undoes `target`, after which `affected` no longer counts, or counts again. */
function revert(context: Context, verb: string, target: Operation, affected: Operation): void {
  const { db, now, calendar } = context;
  const undone = readUndone(db);
  const newer = readLaterOnSameStreams(db, affected).filter((id) => !undone.has(id));
  if (newer.length > 0) {
    throw refuse(
      `${verb}-overtaken`,
      `${affected.verb} cannot be ${verb === 'undo' ? 'undone' : 'done again'}: what it touched has been changed since.`,
      'See what was done: followup history',
    );
  }
  sealOperation(db, appendOperation(db, { recordedAt: now, zone: calendar.zone, verb, undoes: target.id }));
  const undoneNow = readUndone(db);
  for (const stream of readStreamsOf(db, affected)) refreshReadTables(db, stream, undoneNow);
}

/** Refuses to restore a client or a period away whose name or days were taken in the meantime. */
function refuseClash(db: Db, restored: Operation): void {
  for (const { kind, uid } of readStreamsOf(db, restored)) {
    const clash = kind === 'client' ? sayNamesake(db, uid) : kind === 'away' ? sayOverlap(db, uid) : null;
    if (clash) {
      throw refuse(
        'redo-overtaken',
        `${restored.verb} cannot be done again: ${clash}.`,
        'Do it again by hand instead.',
      );
    }
  }
}

function sayNamesake(db: Db, uid: string): string | null {
  const clients = readClients(db);
  const restored = clients.find((client) => client.uid === uid);
  const same = clients.find(
    (client) => client !== restored && restored && isSameName(client.name, restored.name),
  );
  return same ? `a client named ${same.name} has been added since` : null;
}

function sayOverlap(db: Db, uid: string): string | null {
  const periods = readAway(db);
  const restored = periods.find((away) => away.uid === uid);
  const other = periods.find((away) => away !== restored && restored && overlaps(away, restored));
  return other ? `you are now away from ${other.first} to ${other.last}` : null;
}

function latestOperation(db: Db, matches: (operation: Operation) => boolean): Operation | null {
  for (const operation of readOperationsBackwards(db)) if (matches(operation)) return operation;
  return null;
}
