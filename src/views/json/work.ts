import type { Overload, WorkItem } from '../../domain/planning/work-order.ts';
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

/** More work than fits, as programs see it. */
export function overloadJson(overload: Overload | null, { calendar }: ViewContext): object | null {
  return overload && { hours: rounded(overload.hours, 2), until: toLocalIso(overload.until.at, calendar) };
}
