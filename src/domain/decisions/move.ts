import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import { isWritten } from '../streams/channel.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Moment } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import { refuseOvertaken, refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';
import { keepTalk } from './talk.ts';

export interface MoveInput extends Saying {
  readonly date?: Moment | undefined;
  readonly because?: string | undefined;
  readonly inWriting: boolean;
}

/** Records that both sides settled on another date; the old one stays in the history. */
export function decideMove(commitment: Commitment, input: MoveInput, situation: Situation): Decision {
  const { date, because, at, via } = input;
  const no =
    refuseVerb('move', commitment, input, situation, date) ?? refuseOvertaken(commitment, input, situation);
  if (no) return no;
  const { number } = commitment;
  if (!date) {
    return refuse(
      'date-missing',
      `What is the new date of ${number}?`,
      `Use: followup move ${number} DATE --because WHY`,
    );
  }
  if (!because) {
    return refuse(
      'reason-missing',
      'A date that moves without a reason is a broken one.',
      `Add it: followup move ${number} DATE --because WHY`,
    );
  }
  const inWriting = input.inWriting || isWritten(via);
  const target = targetOf(commitment, date, situation);
  return [
    on(commitment, defined({ type: 'DateMoved' as const, date, target, because, inWriting, at, via })),
    ...keepTalk(commitment, input, undefined, situation),
  ];
}
