import { defined } from '../base/defined.ts';
import { type Refusal, refuse } from '../base/refusal.ts';
import { type Commitment, counterpart, isOpen } from '../streams/commitment.ts';
import type { Change } from '../streams/events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { refuseTransition, scopeOf } from '../streams/transitions.ts';
import type { Moment } from '../time/moment.ts';
import { on, type Saying } from './decision.ts';
import { refuseDate } from './guards.ts';
import type { Situation } from './situation.ts';

/** The fact that they were told until when they may object to what was delivered. */
export function openWindow(commitment: Commitment, { at, via }: Saying, until: Moment): Change {
  return on(commitment, defined({ type: 'ReviewWindowOpened' as const, until, at, via }));
}

/** Refuses a review window of what nobody accepts, that nobody was told about, or whose end is not ahead; otherwise null. */
export function refuseWindow(
  commitment: Commitment,
  saying: Saying & { readonly withoutApproval?: string | undefined },
  until: Moment,
  situation: Situation,
): Refusal | null {
  const { number, delivery } = commitment;
  const no = refuseUnacceptable(commitment);
  if (no) return no;
  if (counterpart(commitment) === null || saying.withoutApproval !== undefined) {
    return refuse(
      'nobody-told',
      `Nobody was told that ${number} is done, so nobody can object to it.`,
      'Leave out --review-until.',
    );
  }
  return refuseDate(until, saying, situation, delivery?.at ?? commitment.createdAt);
}

/** Refuses a review window of what nobody accepts, or has accepted already; otherwise null. */
export function refuseUnacceptable(commitment: Commitment): Refusal | null {
  const { number, kind } = commitment;
  if (!scopeOf('accept').kinds.includes(kind)) {
    return refuse(
      'nothing-to-accept',
      `Nobody accepts ${number}: it is ${KIND_TRAITS[kind].withArticle}.`,
      'A review window is for a request that is delivered, or a complaint that is put right. Leave out --review-until.',
    );
  }
  // Once they have said yes, there is nothing to object to.
  return isOpen(commitment) ? null : refuseTransition('accept', commitment);
}
