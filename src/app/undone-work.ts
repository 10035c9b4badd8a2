import { RECUR } from '../domain/decisions/recur.ts';
import { isBorn } from '../domain/streams/commitment.ts';
import type { DomainEvent, Stream } from '../domain/streams/events.ts';
import { fold } from '../domain/streams/fold.ts';
import { exists, outlivesUndo } from '../domain/streams/registry.ts';
import type { Db } from '../store/db.ts';
import {
  findOperation,
  type JournalEntry,
  type Operation,
  readStream,
  readStreamsOf,
  readTouchedBy,
  readUndoings,
  readUndone,
} from '../store/journal.ts';
import { readProjectsOf } from '../store/projects.ts';
import { readClientNames, readCommitmentsOf, readContactsOf } from '../store/queries.ts';
import { foldStream } from '../store/read-tables.ts';
import { readStandingsOf } from '../store/standings.ts';

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

/** The work recorded after an operation on what it touched, in that order, and for clients who are gone with it. */
export function readLaterWork(db: Db, operation: Operation, undone: ReadonlySet<string>): LaterWork[] {
  const isLost = new Map<string, boolean>();
  for (const stream of readStreamsOf(db, operation)) {
    const entries = readStream(db, stream);
    const own = entries.findLastIndex((entry) => entry.operation === operation.id);
    const isGone = !exists(stream.kind, fold(stream, entries, undone).state);
    for (const later of countingIn(entries.slice(own + 1), undone)) {
      isLost.set(later, (isLost.get(later) ?? true) && isGone);
    }
    const bereft = isGone && stream.kind === 'client' ? readBereft(db, stream.uid) : [];
    for (const other of bereft) {
      const naming = readStream(db, other).filter(({ event }) => isAbout(event, stream.uid));
      for (const later of countingIn(naming, undone)) isLost.set(later, true);
    }
  }
  return [...isLost].flatMap(([id, lost]) => {
    const later = findOperation(db, id);
    // What came by itself comes again.
    return later && later.verb !== RECUR ? [{ operation: later, isLost: lost }] : [];
  });
}

/** The operations that still count on a stream, apart from what counts even when it is undone. */
function countingIn(entries: readonly JournalEntry[], undone: ReadonlySet<string>): string[] {
  return entries.flatMap(({ operation, stream, event }) =>
    undone.has(operation) || outlivesUndo(stream.kind, event) ? [] : [operation],
  );
}

/** What is about a client who does not exist, nor lives on in another. */
function readBereft(db: Db, client: string): Stream[] {
  if (readClientNames(db).has(client)) return [];
  return [
    ...readCommitmentsOf(db, client).map(({ uid }): Stream => ({ kind: 'commitment', uid })),
    ...readProjectsOf(db, client).map(({ uid }): Stream => ({ kind: 'project', uid })),
    ...readStandingsOf(db, client).map(({ uid }): Stream => ({ kind: 'standing', uid })),
    ...readContactsOf(db, client).map((uid): Stream => ({ kind: 'contact', uid })),
  ];
}

function isAbout(event: DomainEvent, client: string): boolean {
  return ('client' in event && event.client === client) || ('who' in event && event.who === client);
}

/** Whether a commitment, or one of the clients that it is about, does not exist. */
export function isUnfounded(db: Db, commitment: Stream<'commitment'>): boolean {
  const { state } = foldStream(db, commitment);
  if (!isBorn(state)) return true;
  const names = readClientNames(db);
  return [state.client, state.who].some((client) => client !== null && !names.has(client));
}

/** The operations by which some others are undone now, by the id of what they undo. */
export function readUndoingsOf(
  db: Db,
  operations: ReadonlySet<string>,
): ReadonlyMap<string, readonly Operation[]> {
  const undone = readUndone(db);
  const byUndone = new Map<string, Operation[]>();
  for (const { id, undoes } of readUndoings(db)) {
    const undoing = operations.has(undoes) && !undone.has(id) ? findOperation(db, id) : null;
    if (undoing) byUndone.set(undoes, [...(byUndone.get(undoes) ?? []), undoing]);
  }
  return byUndone;
}

/** What an import brought, as ids of operations. */
export interface Brought {
  /** Those that are new, and those that these undo or bring back. */
  readonly fresh: ReadonlySet<string>;
  /** All that were in the file. */
  readonly inFile: ReadonlySet<string>;
}

/**
 * The operations that are undone although another device went on with what they touched, as far as an import makes
 * that visible: it brought the undo, or the work. Of work that came after the undo, nobody can say for certain
 * whether it knew of it; it did not if it was on something that was gone, or came from a file without the undo.
 */
export function findUndoneWork(db: Db, { fresh, inFile }: Brought): UndoneWork[] {
  const allUndone = readUndone(db);
  if (fresh.size === 0 || allUndone.size === 0) return [];
  // Most of what was ever undone has nothing to do with what is new.
  const met = readTouchedBy(db, allUndone, fresh);
  return [...readUndoingsOf(db, met)].flatMap(([id, undoings]) => {
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
