import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import { isWritten } from '../streams/channel.ts';
import { type Commitment, isDecisionToConfirm } from '../streams/commitment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseOvertaken, refuseVerb } from './guards.ts';
import { answerTo } from './reply.ts';
import type { Situation } from './situation.ts';

/** Records that the agreed or moved date is now in writing. Confirming again changes nothing. */
export function decideConfirm(commitment: Commitment, input: Saying, situation: Situation): Decision {
  const no =
    refuseVerb('confirm', commitment, input, situation) ?? refuseOvertaken(commitment, input, situation);
  if (no) return no;
  const { number, agreement } = commitment;
  if (input.via && input.via !== 'other' && !isWritten(input.via)) {
    return refuse(
      'not-written',
      `Words by ${input.via} are not in writing.`,
      `Send them as email, letter or chat, then: followup confirm ${number} --via email`,
    );
  }
  if (agreement?.inWriting) return [];
  const { at, via } = input;
  return [
    on(commitment, defined({ type: 'PutInWriting' as const, at, via })),
    // Confirming a decision of theirs is the answer that it waits for.
    ...(isDecisionToConfirm(commitment) ? [on(commitment, answerTo(commitment, { at, via }))] : []),
  ];
}
