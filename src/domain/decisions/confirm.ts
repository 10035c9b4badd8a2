import { refuse } from '../base/refusal.ts';
import { type Commitment, isOpen } from '../streams/commitment.ts';
import { isWritten } from '../streams/events.ts';
import { type Decision, known, on, refuseOvertaken, refuseVerb, type Saying } from './guards.ts';
import type { Situation } from './situation.ts';

/** Records that the date that was agreed or moved now stands in a message; said again it changes nothing. */
export function decideConfirm(commitment: Commitment, input: Saying, situation: Situation): Decision {
  const no =
    refuseVerb('confirm', commitment, input, situation) ?? refuseOvertaken(commitment, input, situation);
  if (no) return no;
  const { number, inWriting, kind } = commitment;
  if (inWriting === null) {
    return refuse(
      'nothing-agreed',
      `No date of ${number} was agreed or moved, so there is none to confirm.`,
      !isOpen(commitment)
        ? `First: followup reopen ${number}`
        : kind === 'request'
          ? `First: followup agree ${number} DATE`
          : `When its date changes: followup move ${number} DATE --because WHY`,
    );
  }
  if (input.via && input.via !== 'other' && !isWritten(input.via)) {
    return refuse(
      'not-written',
      `Words by ${input.via} do not stand in writing.`,
      `Send them as email, letter or chat, then: followup confirm ${number} --via email`,
    );
  }
  if (inWriting) return [];
  const { at, via } = input;
  return [
    on(commitment, known({ type: 'PutInWriting' as const, at, via })),
    // The answer that a decision of theirs waits for is its confirmation.
    ...(commitment.decided && isOpen(commitment)
      ? [on(commitment, known({ type: 'ReplyGiven' as const, at, via }))]
      : []),
  ];
}
