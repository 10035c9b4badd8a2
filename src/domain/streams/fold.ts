import type { EventsByKind, Stream, StreamKind } from './events.ts';
import { evolve, initialState, outlivesUndo, type StatesByKind, type Words, wordsIn } from './registry.ts';
import { addSpent, NOTHING_SPENT, type Spending, type Spent, spendingsBetween } from './spent.ts';

/** An event on a stream of kind K, with the operation that recorded it. */
export interface JournalEvent<K extends StreamKind> {
  readonly operation: string;
  readonly event: EventsByKind[K];
}

/** A stream's current state, its searchable words, and what was spent on it. */
export interface FoldedStream<K extends StreamKind> {
  readonly stream: Stream<K>;
  readonly state: StatesByKind[K];
  readonly words: readonly Words[];
  readonly spendings: readonly Spending[];
}

/** Whether a folded stream is of a kind. */
export function isFoldOf<K extends StreamKind>(
  kind: K,
  folded: FoldedStream<StreamKind>,
): folded is FoldedStream<K> {
  return folded.stream.kind === kind;
}

/** A stream before its first event. */
export function emptyStream<K extends StreamKind>(stream: Stream<K>): FoldedStream<K> {
  return { stream, state: initialState<K>(stream.kind, stream.uid), words: [], spendings: [] };
}

/** One step of the fold. Skips the events of an undone operation, except those that outlive an undo. */
export function foldOne<K extends StreamKind>(
  folded: FoldedStream<K>,
  { operation, event }: JournalEvent<K>,
  undone: ReadonlySet<string>,
): FoldedStream<K> {
  const { stream, state, words, spendings } = folded;
  const kind: K = stream.kind;
  if (undone.has(operation) && !outlivesUndo(kind, event)) return folded;
  const added = wordsIn(kind, event);
  const next = evolve(kind, state, event, stream.uid);
  const spent = spendingsOf(state, next, event);
  return {
    stream,
    state: next,
    words: added ? [...words, added] : words,
    spendings: spent.length > 0 ? [...spendings, ...spent] : spendings,
  };
}

/** What an event added to what was spent on a stream. */
function spendingsOf<K extends StreamKind>(
  before: StatesByKind[K],
  after: StatesByKind[K],
  event: EventsByKind[K],
): readonly Spending[] {
  if (!('at' in event)) return [];
  // Another device may go on with what was merged into something else, which then counts it.
  if (after === null && 'amount' in event && event.type !== 'BudgetSet') {
    return spendingsBetween(NOTHING_SPENT, addSpent(NOTHING_SPENT, event.amount), event.at);
  }
  if (before === after || !hasSpent(after)) return [];
  return spendingsBetween(hasSpent(before) ? before : NOTHING_SPENT, after, event.at);
}

function hasSpent(state: StatesByKind[StreamKind]): state is StatesByKind[StreamKind] & Spent {
  return state !== null && 'spentHours' in state;
}

/** The state of a stream, from its events in journal order. */
export function fold<K extends StreamKind>(
  stream: Stream<K>,
  events: Iterable<JournalEvent<K>>,
  undone: ReadonlySet<string>,
): FoldedStream<K> {
  let folded = emptyStream(stream);
  for (const event of events) folded = foldOne(folded, event, undone);
  return folded;
}

/**
 * Which operations are undone. `undos` are the operations that undo others, oldest first. An operation is
 * undone if an operation that is not itself undone undoes it. An undo is always younger than what it undoes,
 * so one pass from the latest is enough.
 */
export function undoneOperations(
  undos: readonly { readonly id: string; readonly undoes: string }[],
): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { id, undoes } of [...undos].reverse()) if (!undone.has(id)) undone.add(undoes);
  return undone;
}

/** The operation at the end of each chain of undo and redo, by the id of each undo in it; `undos` as above. */
export function chainEnds(
  undos: readonly { readonly id: string; readonly undoes: string }[],
): ReadonlyMap<string, string> {
  const ends = new Map<string, string>();
  for (const { id, undoes } of undos) ends.set(id, ends.get(undoes) ?? undoes);
  return ends;
}
