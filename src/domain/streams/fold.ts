import { type Away, evolveAway } from './away.ts';
import { type Client, evolveClient } from './client.ts';
import { type Commitment, evolve, type Unborn, unborn } from './commitment.ts';
import { type Contact, evolveContact } from './contact.ts';
import type {
  AwayEvent,
  ClientEvent,
  CommitmentEvent,
  ContactEvent,
  DomainEvent,
  ReviewEvent,
  Stream,
} from './events.ts';
import { type AnswerGiven, evolveReview } from './review.ts';
import { searchable, type Words } from './searchable.ts';

/** One fact as the journal holds it: with the operation that recorded it. */
export interface Recorded {
  readonly operation: string;
  readonly event: DomainEvent;
}

/**
 * What a stream comes to, and the words in it that can be searched for. Nothing is left of a stream whose facts were all
 * undone, but the number of a commitment.
 */
export type StreamState = { readonly words: readonly Words[] } & (
  | { readonly kind: 'commitment'; readonly state: Commitment | Unborn }
  | { readonly kind: 'client'; readonly state: Client | null }
  | { readonly kind: 'contact'; readonly state: Contact | null }
  | { readonly kind: 'away'; readonly state: Away | null }
  | { readonly kind: 'review'; readonly state: AnswerGiven | null }
);

/** The state of a stream without any fact. */
export function emptyStream({ kind, uid }: Stream): StreamState {
  return kind === 'commitment' ? { kind, state: unborn(uid), words: [] } : { kind, state: null, words: [] };
}

/**
 * One step of the one fold. Facts of an operation that is undone are passed over, except the number that it gave:
 * a number is never reused, so it is never taken back.
 */
export function foldOne(
  state: StreamState,
  stream: Stream,
  { operation, event }: Recorded,
  undone: ReadonlySet<string>,
): StreamState {
  if (undone.has(operation) && event.type !== 'NumberGiven') return state;
  const found = searchable(event);
  const words = found ? [...state.words, found] : state.words;
  switch (state.kind) {
    case 'commitment':
      return { ...state, state: evolve(state.state, event as CommitmentEvent), words };
    case 'client':
      return { ...state, state: evolveClient(state.state, event as ClientEvent, stream.uid), words };
    case 'contact':
      return { ...state, state: evolveContact(state.state, event as ContactEvent, stream.uid), words };
    case 'away':
      return { ...state, state: evolveAway(state.state, event as AwayEvent, stream.uid), words };
    case 'review':
      return { ...state, state: evolveReview(state.state, event as ReviewEvent, stream.uid), words };
  }
}

/** The state of a stream from its facts, in the order of the journal. */
export function fold(stream: Stream, facts: Iterable<Recorded>, undone: ReadonlySet<string>): StreamState {
  let state = emptyStream(stream);
  for (const fact of facts) state = foldOne(state, stream, fact, undone);
  return state;
}

/**
 * Which operations are undone, from the operations that undo others, oldest first: one is undone when an operation that
 * is not itself undone undoes it. An undo is always younger than what it undoes, so one pass from the youngest is enough.
 */
export function undoneOperations(
  undos: readonly { readonly id: string; readonly undoes: string }[],
): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const { id, undoes } of [...undos].reverse()) if (!undone.has(id)) undone.add(undoes);
  return undone;
}
