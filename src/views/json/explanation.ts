import type { Explanation } from '../../domain/planning/explanation.ts';
import type { ViewContext } from '../view-context.ts';
import { dateImpactJson } from './date-impact.ts';

/** How a date was found, as programs see it. */
export function explanationJson(explanation: Explanation, view: ViewContext): object {
  const { commitment, proposal, tried, place, days, effort, hoursPerDay } = explanation;
  return {
    id: commitment.number,
    ...dateImpactJson({ kind: 'found', proposal }, view),
    place,
    days,
    effort,
    hoursPerDay,
    tried: tried.map(({ work, before, after }) => ({ id: work.commitment.number, before, after })),
  };
}
