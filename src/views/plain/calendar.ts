import { dayOffOn } from '../../domain/time/calendar.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import type { PlannedDay } from '../planned-days.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';

/** A month as fields, a row for each day. */
export function plainCalendar(days: readonly PlannedDay[], { calendar }: ViewContext): string[][] {
  return days.map(({ day, isWorkingDay: isWorked, load, free, due }) => [
    isoOfDay(day),
    isWorked ? 'work' : (dayOffOn(calendar, day)?.kind ?? 'off'),
    String(rounded(load, 2)),
    String(rounded(free, 2)),
    due.map(({ number }) => number).join(','),
  ]);
}
