import { defined } from '../base/defined.ts';
import { type Refusal, refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import { windowEndedAt } from '../streams/delivery.ts';
import type { Instant } from '../time/moment.ts';
import { sayInstant, sayMoment } from '../time/wording.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseUnbegun, refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

export interface AcceptInput extends Saying {
  /** What they said. */
  readonly note?: string | undefined;
  /** They said nothing until their review window ended. */
  readonly bySilence?: true | undefined;
}

/** Records that they accepted what was delivered, by a word of theirs or by silence. */
export function decideAccept(commitment: Commitment, input: AcceptInput, situation: Situation): Decision {
  const { note, bySilence, at, via } = input;
  const no =
    refuseVerb('accept', commitment, input, situation) ??
    refuseUnbegun(commitment, input, situation) ??
    (bySilence ? refuseSilence(commitment, at, situation) : null);
  return no ?? [on(commitment, defined({ type: 'Accepted' as const, note, bySilence, at, via }))];
}

/** Refuses to take silence for a yes before their time is over, once they spoke, or if they were not told so; otherwise null. */
function refuseSilence(commitment: Commitment, at: Instant, { calendar, now }: Situation): Refusal | null {
  const { number, delivery } = commitment;
  const review = delivery?.review ?? null;
  const ifSaid = `If they said that it is right: followup accept ${number}`;
  if (review === null) {
    return refuse(
      'no-review-window',
      `${number} has no review window: nobody told them that it counts as accepted unless they object.`,
      `${ifSaid}. To tell them: followup draft ${number} delivered --review-until DATE`,
    );
  }
  const heardAt = windowEndedAt(commitment);
  if (heardAt !== null) {
    return refuse(
      'not-silent',
      `They were not silent about ${number}: there was a word of theirs ${sayInstant(heardAt, calendar, now)}.`,
      `${ifSaid}. If it is not: followup reopen ${number} --because WHY`,
    );
  }
  if (at >= review.until.at) return null;
  return refuse(
    'review-goes-on',
    `They have until ${sayMoment(review.until, calendar, now)} to object to ${number}.`,
    ifSaid,
  );
}
