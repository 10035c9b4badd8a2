import type { Refusal } from '../base/refusal.ts';
import type { Channel } from '../streams/channel.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Change, CommitmentEvent } from '../streams/events.ts';
import type { Instant } from '../time/moment.ts';
import type { Situation } from './situation.ts';

/** What a decision comes to: the facts to record (none: nothing changes), or a refusal. */
export type Decision = readonly Change[] | Refusal;

/** A verb that is applied to a commitment. */
export type Decide<Input> = (commitment: Commitment, input: Input, situation: Situation) => Decision;

/** A verb that starts something new, perhaps about a commitment that is there already. */
export type DecideStart<Input> = (about: Commitment | null, input: Input, situation: Situation) => Decision;

/** When and how words were said; `at` may be earlier than now. */
export interface Saying {
  readonly at: Instant;
  readonly via?: Channel | undefined;
}

/** One fact on the stream of a commitment. */
export function on(commitment: { readonly uid: string }, event: CommitmentEvent): Change {
  return { stream: { kind: 'commitment', uid: commitment.uid }, event };
}

/** The facts of a new commitment: its number, and how it began. Any later fact of the same decision goes `on` the returned uid. */
export function begin(
  event: CommitmentEvent,
  situation: Situation,
): { readonly uid: string; readonly changes: readonly Change[] } {
  const uid = situation.newId();
  const number = situation.newNumber();
  return { uid, changes: [on({ uid }, { type: 'NumberGiven', number }), on({ uid }, event)] };
}
