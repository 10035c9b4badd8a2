import type { Explanation } from '../../domain/planning/explanation.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';

/** An explained date as fields: the date, its target, how sure it is, and the place in the queue. */
export function plainExplanation({ commitment, proposal, place }: Explanation, view: ViewContext): string[] {
  const { date, target, reckoning } = proposal;
  return [
    String(commitment.number),
    toLocalIso(date.at, view.calendar),
    toLocalIso(target.at, view.calendar),
    String(rounded(reckoning.chance, 3)),
    String(place),
  ];
}
