import { defined } from '../base/defined.ts';
import { refuse } from '../base/refusal.ts';
import { type Commitment, unansweredPrice } from '../streams/commitment.ts';
import { NO_REASON } from '../streams/events.ts';
import { countersPrice } from '../streams/transitions.ts';
import type { Moment } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';

export interface CounterInput extends Saying {
  readonly date?: Moment | undefined;
  readonly because?: string | undefined;
}

/** Records that they want another date, price or resolution, and the constraint behind it. */
export function decideCounter(commitment: Commitment, input: CounterInput, situation: Situation): Decision {
  const { date, at, via } = input;
  const because = input.because?.toLowerCase() === NO_REASON ? NO_REASON : input.because;
  const no = refuseVerb('counter', commitment, input, situation, date);
  if (no) return no;
  const { number, kind } = commitment;
  const isComplaint = kind === 'complaint';
  if (!because) {
    return refuse(
      'reason-missing',
      `Why does the ${isComplaint ? 'resolution' : countersPrice(commitment) ? 'price' : 'date'} not suit them? That is the constraint to know.`,
      `Add it: followup counter ${number}${isComplaint ? '' : ' DATE'} --because WHY; if they gave none: --because none`,
    );
  }
  if (isComplaint) {
    return date
      ? refuse(
          'date-unused',
          'A resolution is not refused with a date.',
          `To keep when they need it: followup resolve ${number} --needed-by DATE`,
        )
      : [on(commitment, defined({ type: 'ResolutionRejected' as const, because, at, via }))];
  }
  if (countersPrice(commitment)) {
    return [on(commitment, defined({ type: 'PriceRejected' as const, wanted: date, because, at, via }))];
  }
  const price = unansweredPrice(commitment)
    ? [on(commitment, defined({ type: 'PriceRejected' as const, because, at, via }))]
    : [];
  return [
    ...price,
    on(commitment, defined({ type: 'DateRejected' as const, wanted: date, because, at, via })),
  ];
}
