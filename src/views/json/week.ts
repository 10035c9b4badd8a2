import { isoOfDay } from '../../domain/time/iso-day.ts';
import type { PlannedWeek } from '../planned-weeks.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { calendarJson } from './calendar.ts';

/** A week of planned work as programs see it, with its days. `tooMuch`: the hours that do not fit until a date in it. */
export function weekJson(
  { first, last, days, load, free, overload }: PlannedWeek,
  view: ViewContext,
): object {
  return {
    week: isoOfDay(first),
    until: isoOfDay(last),
    workingDays: days.filter((day) => day.isWorkingDay).length,
    load: rounded(load, 2),
    free: rounded(free, 2),
    tooMuch: overload && rounded(overload.hours, 2),
    days: calendarJson(days, view),
  };
}
