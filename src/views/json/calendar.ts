import { isoOfDay } from '../../domain/streams/away.ts';
import { workingMinutesOn } from '../../domain/time/calendar.ts';
import type { DayOfMonth } from '../days-of-month.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';

/** A month as programs see it, day by day. */
export function calendarJson(days: readonly DayOfMonth[], view: ViewContext): object[] {
  return days.map((each) => ({
    date: isoOfDay(each.day),
    workingDay: each.isWorkingDay,
    off: view.calendar.daysOff.get(each.day)?.kind ?? null,
    name: view.calendar.daysOff.get(each.day)?.name ?? null,
    hours: workingMinutesOn(view.calendar, each.day) / 60,
    load: rounded(each.load, 2),
    free: rounded(each.free, 2),
    due: each.due.map(({ number }) => number),
  }));
}
