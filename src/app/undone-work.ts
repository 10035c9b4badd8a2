import { fold } from '../domain/streams/fold.ts';
import { exists, outlivesUndo } from '../domain/streams/registry.ts';
import type { Db } from '../store/db.ts';
import {
  findOperation,
  type Operation,
  readStream,
  readStreamsOf,
  readUndoings,
  readUndone,
} from '../store/journal.ts';

/** Work that counts, on something that an earlier operation had touched. */
export interface LaterWork {
  readonly operation: Operation;
  /** Whether it was on something that no longer exists, because the operation that began it was undone. */
  readonly isLost: boolean;
}

/** An operation that is undone although there is work that did not know of it. */
export interface UndoneWork {
  readonly undone: Operation;
  readonly later: readonly Operation[];
}

/** The work recorded after an operation on what it touched, in that order. */
export function readLaterWork(db: Db, operation: Operation, undone: ReadonlySet<string>): LaterWork[] {
  const isLost = new Map<string, boolean>();
  for (const stream of readStreamsOf(db, operation)) {
    const entries = readStream(db, stream);
    const own = entries.findLastIndex((entry) => entry.operation === operation.id);
    const later = entries
      .slice(own + 1)
      .filter((entry) => !undone.has(entry.operation) && !outlivesUndo(stream.kind, entry.event));
    if (later.length === 0) continue;
    const isGone = !exists(stream.kind, fold(stream, entries, undone).state);
    for (const entry of later) isLost.set(entry.operation, (isLost.get(entry.operation) ?? true) && isGone);
  }
  return [...isLost].flatMap(([id, lost]) => {
    const later = findOperation(db, id);
    return later ? [{ operation: later, isLost: lost }] : [];
  });
}

/** The operations by which others are undone now, by the id of what they undo. */
export function readUndoingsOf(db: Db): ReadonlyMap<string, readonly Operation[]> {
  const undone = readUndone(db);
  const byUndone = new Map<string, Operation[]>();
  for (const { id, undoes } of readUndoings(db)) {
    const undoing = undone.has(id) ? null : findOperation(db, id);
    if (undoing) byUndone.set(undoes, [...(byUndone.get(undoes) ?? []), undoing]);
  }
  return byUndone;
}

/** What an import brought: the ids of the operations that are new or count again, and all that were in the file. */
export interface Brought {
  readonly fresh: ReadonlySet<string>;
  readonly inFile: ReadonlySet<string>;
}

/**
 * The operations that are undone although another device went on with what they touched, as far as an import makes
 * that visible: it brought the undo, or the work. Of work that came after the undo, nobody can say for certain
 * whether it knew of it; it did not if it was on something that was gone, or came from a file without the undo.
 */
export function findUndoneWork(db: Db, { fresh, inFile }: Brought): UndoneWork[] {
  const allUndone = readUndone(db);
  return [...readUndoingsOf(db)].flatMap(([id, undoings]) => {
    const undone = findOperation(db, id);
    if (!undone || undone.undoes !== null) return [];
    const isUnaware = ({ operation, isLost }: LaterWork, undoing: Operation) => {
      const isNew = fresh.has(operation.id);
      if (!isNew && !fresh.has(undoing.id)) return false;
      if (isLost) return true;
      if (operation.device === undoing.device) return false;
      return operation.hlc < undoing.hlc || !inFile.has(isNew ? undoing.id : operation.id);
    };
    const later = readLaterWork(db, undone, allUndone).filter((work) =>
      undoings.some((undoing) => isUnaware(work, undoing)),
    );
    return later.length > 0 ? [{ undone, later: later.map(({ operation }) => operation) }] : [];
  });
}
