import { dayOffOn, type HoursOff, workingMinutesOn } from '../../domain/time/calendar.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import type { PlannedDay } from '../planned-days.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { sayMinutes } from '../words/away.ts';

/** A month as programs see it, day by day. */
export function calendarJson(days: readonly PlannedDay[], view: ViewContext): object[] {
  return days.map((each) => ({
    date: isoOfDay(each.day),
    workingDay: each.isWorkingDay,
    off: dayOffOn(view.calendar, each.day)?.kind ?? null,
    name: dayOffOn(view.calendar, each.day)?.name ?? null,
    ...(each.hoursOff.length > 0 && { hoursOff: each.hoursOff.map(hoursOffJson) }),
    hours: workingMinutesOn(view.calendar, each.day) / 60,
    load: rounded(each.load, 2),
    free: rounded(each.free, 2),
    due: each.due.map(({ number }) => number),
  }));
}

function hoursOffJson({ start, end, name }: HoursOff): object {
  return { from: sayMinutes(start), until: sayMinutes(end), name };
}
