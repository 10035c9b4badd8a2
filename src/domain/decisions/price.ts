import type { Amount } from '../base/amount.ts';
import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Moment } from '../time/moment.ts';
import { sayInstant } from '../time/wording.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

export interface PriceInput extends Saying {
  /** What it costs; `free` if they need not pay. */
  readonly price?: Amount | 'free' | undefined;
  /** When they would have it. */
  readonly date?: Moment | undefined;
  readonly because?: string | undefined;
}

/** Records what extra work costs, as it was put to them, or that it was given, and why. */
export function decidePrice(request: Commitment, input: PriceInput, situation: Situation): Decision {
  const { price, date, because, at, via } = input;
  const { number, approval } = request;
  const no = refuseVerb('price', request, input, situation, date);
  if (no) return no;
  if (approval !== null && at < approval.at) {
    return refuse(
      'overtaken',
      `${approval.by} said yes to its price later than that: ${sayInstant(approval.at, situation.calendar)}.`,
      `Check --at; or keep it as a note: followup note ${number} TEXT`,
    );
  }
  if (price === undefined) {
    return refuse(
      'price-missing',
      `What does ${number} cost?`,
      `Say it: followup price ${number} 3h, or "EUR 300"; if you give it: followup price ${number} free --because WHY`,
    );
  }
  if (price !== 'free') {
    return [on(request, defined({ type: 'PricePut' as const, amount: price, date, because, at, via }))];
  }
  if (date) {
    return refuse(
      'date-unused',
      'What is given free has no price with a date.',
      `For a date: followup offer ${number} DATE`,
    );
  }
  if (!because) {
    return refuse(
      'reason-missing',
      'Why is it free? Later it will look like work that nobody paid for.',
      `Add it: followup price ${number} free --because WHY`,
    );
  }
  return [on(request, defined({ type: 'GivenFree' as const, because, at, via }))];
}
