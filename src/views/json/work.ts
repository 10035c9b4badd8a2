import type { WorkItem } from '../../domain/planning/work-order.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';

/** Work to be done, as programs see it. */
export function workJson(
  { work: { commitment, hours }, target, hoursFree }: WorkItem,
  { calendar }: ViewContext,
): object {
  return {
    id: commitment.number,
    title: commitment.title,
    target: toLocalIso(target.at, calendar),
    hoursLeft: rounded(hours, 2),
    hoursFree: rounded(hoursFree, 2),
  };
}
