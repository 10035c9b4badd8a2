import type { Commitment } from '../commitment.ts';
import { type Decision, known, on, refuseOvertaken, refuseVerb, type Saying } from '../decision.ts';
import type { Moment } from '../moment.ts';
import { refuse } from '../refusal.ts';
import type { Situation } from '../situation.ts';

export interface OfferInput extends Saying {
  readonly date?: Moment | undefined;
  readonly because?: string | undefined;
}

/** Proposes a delivery date; it replaces an offer that has no answer yet. */
export function decideOffer(commitment: Commitment, input: OfferInput, situation: Situation): Decision {
  const { date, because, at, via } = input;
  const no =
    refuseVerb('offer', commitment, input, situation, date) ?? refuseOvertaken(commitment, input, situation);
  if (no) return no;
  if (!date) {
    return refuse(
      'date-missing',
      'An offer needs a date; followup does not compute one yet.',
      `Say one: followup offer ${commitment.number} "friday 5pm"`,
    );
  }
  return [on(commitment, known({ type: 'DateOffered' as const, date, because, at, via }))];
}
