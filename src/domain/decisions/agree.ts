import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import { isWritten } from '../streams/channel.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Moment } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import { refuseDate, refuseOvertaken, refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

export interface AgreeInput extends Saying {
  readonly date?: Moment | undefined;
  readonly inWriting: boolean;
}

/** Settles a date: the one given, else the one offered, else the one they wanted. */
export function decideAgree(commitment: Commitment, input: AgreeInput, situation: Situation): Decision {
  const { at, via } = input;
  const no =
    refuseVerb('agree', commitment, input, situation) ?? refuseOvertaken(commitment, input, situation);
  if (no) return no;
  const { number, state, offer, wantedBy } = commitment;
  const date = input.date ?? offer?.date ?? (state === 'asked' ? wantedBy : null);
  if (!date) {
    return refuse(
      'date-missing',
      `${number} has no offered date, and they have not named one.`,
      `Say the date: followup agree ${number} DATE`,
    );
  }
  const late = refuseDate(date, input, situation, commitment.createdAt);
  if (late) return late;
  const inWriting = input.inWriting || isWritten(via);
  const offeredTarget = date.at === offer?.date.at ? offer.target : null;
  const target = offeredTarget ?? targetOf(commitment, date, situation);
  return [on(commitment, defined({ type: 'DateAgreed' as const, date, target, inWriting, at, via }))];
}
