import type { Forecast } from '../domain/planning/forecast.ts';
import { type Overload, worstOverload } from '../domain/planning/work-order.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import { type Day, localDay } from '../domain/time/calendar.ts';
import { dayMeant } from '../domain/time/day-meant.ts';
import { startOfWeek } from '../domain/time/week.ts';
import { type PlannedDay, plannedDays, sumOfDays } from './planned-days.ts';
import type { ViewContext } from './view-context.ts';

const DAYS_IN_WEEK = 7;

/** A week and its work, as sums of its days. */
export interface PlannedWeek {
  readonly first: Day;
  readonly last: Day;
  readonly days: readonly PlannedDay[];
  /** Hours of planned work. */
  readonly load: number;
  /** Hours still free for commitments. */
  readonly free: number;
  /** The worst of what is promised for this week and does not fit; null if all of it does. */
  readonly overload: Overload | null;
}

/** This week and those after it. */
export function plannedWeeks(
  count: number,
  open: readonly Commitment[],
  forecast: Forecast,
  view: ViewContext,
): PlannedWeek[] {
  const { calendar, now } = view;
  const first = startOfWeek(calendar, localDay(calendar, now));
  const days = plannedDays(first, first + count * DAYS_IN_WEEK - 1, open, forecast, view);
  const overloads = forecast.overloads().map((each) => ({ each, day: dayMeant(each.until, calendar) }));
  return Array.from({ length: count }, (_, index) => {
    const own = days.slice(index * DAYS_IN_WEEK, (index + 1) * DAYS_IN_WEEK);
    const begin = first + index * DAYS_IN_WEEK;
    const end = begin + DAYS_IN_WEEK - 1;
    const within = overloads.filter(({ day }) => begin <= day && day <= end).map(({ each }) => each);
    return {
      first: begin,
      last: end,
      days: own,
      ...sumOfDays(own),
      overload: worstOverload(within),
    };
  });
}
