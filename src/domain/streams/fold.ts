import type { EventsByKind, Stream, StreamKind } from './events.ts';
import { evolve, initialState, outlivesUndo, type StatesByKind, type Words, wordsIn } from './registry.ts';

/** An event on a stream of kind K, with the operation that recorded it. */
export interface JournalEvent<K extends StreamKind> {
  readonly operation: string;
  readonly event: EventsByKind[K];
}

/** A stream's current state, and its searchable words. */
export interface FoldedStream<K extends StreamKind> {
  readonly stream: Stream<K>;
  readonly state: StatesByKind[K];
  readonly words: readonly Words[];
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
  return { stream, state: initialState<K>(stream.kind, stream.uid), words: [] };
}

/** One step of the fold. Skips the events of an undone operation, except those that outlive an undo. */
export function foldOne<K extends StreamKind>(
  folded: FoldedStream<K>,
  { operation, event }: JournalEvent<K>,
  undone: ReadonlySet<string>,
): FoldedStream<K> {
  const { stream, state, words } = folded;
  const kind: K = stream.kind;
  if (undone.has(operation) && !outlivesUndo(kind, event)) return folded;
  const added = wordsIn(kind, event);
  return { stream, state: evolve(kind, state, event, stream.uid), words: added ? [...words, added] : words };
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
