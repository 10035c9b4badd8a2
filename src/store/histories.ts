import type { StreamKind } from '../domain/streams/events.ts';
import { chainEnds, type JournalEvent, undoneOperations } from '../domain/streams/fold.ts';
import { evolve, initialState, outlivesUndo, type StatesByKind } from '../domain/streams/registry.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import {
  compareOperations,
  OPERATION_COLUMNS,
  type Operation,
  readStream,
  readUndoings,
  type Undoing,
} from './journal.ts';
import { listStatement, statement } from './statement.ts';

/** What a stream was after an operation that touched it: one with events on it, or one that took such back or brought it back. */
export interface Step<K extends StreamKind> {
  readonly operation: Operation;
  readonly state: StatesByKind[K];
}

/**
 * What some streams of a kind were, one operation after the other in fold order, by uid. What came in from another device counts as if
 * it had been known here when it was recorded there.
 */
export function readHistories<K extends StreamKind>(
  db: Db,
  kind: K,
  uids: Iterable<string>,
): ReadonlyMap<string, readonly Step<K>[]> {
  const undoings = readUndoings(db);
  const ends = chainEnds(undoings);
  const undoingsOf = new Map<string, Undoing[]>();
  for (const undoing of undoings) {
    const end = ends.get(undoing.id) ?? undoing.undoes;
    undoingsOf.set(end, [...(undoingsOf.get(end) ?? []), undoing]);
  }
  const streams = Array.from(uids, (uid) => {
    const entries = readStream(db, { kind, uid });
    const own = new Set(entries.map(({ operation }) => operation));
    return { uid, entries, own, undoings: [...own].flatMap((id) => undoingsOf.get(id) ?? []) };
  });
  const named = new Set(
    streams.flatMap(({ own, undoings: theirs }) => [...own, ...theirs.map(({ id }) => id)]),
  );
  const operations = readOperationsNamed(db, named);
  return new Map(
    streams.map(({ uid, entries, own, undoings: theirs }) => {
      const ids = new Set([...own, ...theirs.map(({ id }) => id)]);
      const steps = [...ids].flatMap((id) => operations.get(id) ?? []).sort(compareOperations);
      return [uid, [...statesOf(kind, uid, steps, entries)]];
    }),
  );
}

/** The states of a stream after each of some operations in order. */
function* statesOf<K extends StreamKind>(
  kind: K,
  uid: string,
  operations: readonly Operation[],
  entries: readonly JournalEvent<K>[],
): Generator<Step<K>> {
  const undoings: Undoing[] = [];
  const known: JournalEvent<K>[] = [];
  let next = 0;
  let state = initialState(kind, uid);
  for (const operation of operations) {
    const { id, undoes } = operation;
    const first = next;
    while (entries[next]?.operation === id) next++;
    const added = entries.slice(first, next);
    known.push(...added);
    if (undoes === null) {
      for (const { event } of added) state = evolve(kind, state, event, uid);
    } else {
      undoings.push({ id, undoes });
      const undone = undoneOperations(undoings);
      state = initialState(kind, uid);
      for (const { operation: of, event } of known) {
        if (!undone.has(of) || outlivesUndo(kind, event)) state = evolve(kind, state, event, uid);
      }
    }
    yield { operation, state };
  }
}

function readOperationsNamed(db: Db, ids: ReadonlySet<string>): ReadonlyMap<string, Operation> {
  const sql = `SELECT ${OPERATION_COLUMNS} FROM operation WHERE id IN (SELECT value FROM json_each(?))`;
  const operations = statement(db, sql).all(JSON.stringify([...ids])) as Operation[];
  return new Map(operations.map((operation) => [operation.id, operation]));
}

/**
 * The uids of what was changed since an instant, by what was recorded, taken back or brought back then; of clients, only those whose
 * details were.
 */
export function readChangedSince(
  db: Db,
  since: Instant,
): Readonly<Record<'commitment' | 'standing' | 'away' | 'client', ReadonlySet<string>>> {
  const rows = listStatement(
    db,
    `WITH RECURSIVE reached(id) AS (
       SELECT id FROM operation WHERE recorded_at >= ?
       UNION SELECT undoes FROM reached JOIN operation USING (id) WHERE undoes IS NOT NULL)
     SELECT DISTINCT stream_kind, stream FROM reached CROSS JOIN event ON event.operation = reached.id
     WHERE stream_kind IN ('commitment', 'standing', 'away') OR type = 'ClientDetailsChanged' ORDER BY stream`,
  ).all(since) as [StreamKind, string][];
  const uidsOf = (kind: StreamKind) => new Set(rows.filter(([each]) => each === kind).map(([, uid]) => uid));
  return {
    commitment: uidsOf('commitment'),
    standing: uidsOf('standing'),
    away: uidsOf('away'),
    client: uidsOf('client'),
  };
}
