import { Refusal } from '../base/refusal.ts';
import type { Channel } from '../streams/channel.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Change, CommitmentEvent } from '../streams/events.ts';
import type { Instant } from '../time/moment.ts';
import type { Situation } from './situation.ts';

/** The result of a decision: the facts to record (none if nothing changes), or a refusal. */
export type Decision = readonly Change[] | Refusal;

/** A verb that applies to an existing commitment. */
export type Decide<Input> = (commitment: Commitment, input: Input, situation: Situation) => Decision;

/** A verb that starts something new, possibly about an existing commitment. */
export type DecideStart<Input> = (about: Commitment | null, input: Input, situation: Situation) => Decision;

/** When something was said, and on which channel; `at` may be earlier than now. */
export interface Saying {
  readonly at: Instant;
  readonly via?: Channel | undefined;
}

/** One fact on the stream of a commitment. */
export function on(commitment: { readonly uid: string }, event: CommitmentEvent): Change {
  return { stream: { kind: 'commitment', uid: commitment.uid }, event };
}

/**
 * The first facts of a new commitment: its number, and how it began. Later facts of the same decision use the
 * returned uid with `on`.
 */
export function begin(
  event: CommitmentEvent,
  situation: Situation,
): { readonly uid: string; readonly changes: readonly Change[] } {
  const uid = situation.newId();
  const number = situation.newNumber();
  return { uid, changes: [on({ uid }, { type: 'NumberGiven', number }), on({ uid }, event)] };
}

/** Several decisions as one: the changes of all, or the first refusal. */
export function together(...parts: readonly Decision[]): Decision {
  const changes: Change[] = [];
  for (const part of parts) {
    if (part instanceof Refusal) return part;
    changes.push(...part);
  }
  return changes;
}
