import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { isWritten } from '../streams/channel.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Moment } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import { refuseOvertaken, refuseVerb } from './guards.ts';
import { moveForLateness } from './late-of-theirs.ts';
import type { Situation } from './situation.ts';
import { keepTalk } from './talk.ts';

export interface MoveInput extends Saying {
  /** Needed, unless something of theirs was late: then it is reckoned if left out. */
  readonly date?: Moment | undefined;
  /** Needed, unless something of theirs was late: then it is added to the reason from the record. */
  readonly because?: string | undefined;
  /** The uid of the awaiting that was late. */
  readonly late?: string | undefined;
  readonly inWriting: boolean;
}

/** Records that both sides settled on another date; the old one stays in the history. */
export function decideMove(commitment: Commitment, input: MoveInput, situation: Situation): Decision {
  const { at, via } = input;
  const no =
    refuseVerb('move', commitment, input, situation, input.date) ??
    refuseOvertaken(commitment, input, situation);
  if (no) return no;
  const moved =
    input.late === undefined ? null : moveForLateness(commitment, input.late, at, input.date, situation);
  if (moved instanceof Refusal) return moved;
  const { number } = commitment;
  const date = moved?.date ?? input.date;
  if (!date) {
    return refuse(
      'date-missing',
      `What is the new date of ${number}?`,
      `Use: followup move ${number} DATE --because WHY`,
    );
  }
  const because = [moved?.because, input.because].filter(Boolean).join('; ');
  if (!because) {
    return refuse(
      'reason-missing',
      'A date that moves without a reason is a broken one.',
      `Add it: followup move ${number} DATE --because WHY`,
    );
  }
  const inWriting = input.inWriting || isWritten(via);
  const target = targetOf(commitment, date, situation);
  const late = moved?.late;
  return [
    on(commitment, defined({ type: 'DateMoved' as const, date, target, because, late, inWriting, at, via })),
    ...keepTalk(commitment, input, undefined, situation),
  ];
}
