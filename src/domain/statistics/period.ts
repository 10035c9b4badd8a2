import { endOfWork, type WorkCalendar } from '../time/calendar.ts';
import { dayMeant, endsOnAnotherDay } from '../time/day-meant.ts';
import type { Instant, Moment } from '../time/moment.ts';

/** The stretch of time that figures are about, and the calendar in which they count days. */
export interface Period {
  /** Its first instant; null means from the beginning. */
  readonly since: Instant | null;
  /** The first instant after it; null means that it goes on. */
  readonly before: Instant | null;
  readonly now: Instant;
  readonly calendar: WorkCalendar;
}

/** Whether an instant lies in a period. */
export function isIn({ since, before }: Pick<Period, 'since' | 'before'>, at: Instant): boolean {
  return (since === null || at >= since) && (before === null || at < before);
}

/** Whether something that ended then belongs to a period. What goes on (null) belongs to the one that has the present. */
export function endedIn(period: Period, endedAt: Instant | null): boolean {
  return isIn(period, endedAt ?? period.now);
}

/** Whether a date lies in a period: one that was said elsewhere as a day lies on that day. */
export function isDueIn(period: Period, due: Moment): boolean {
  return isIn(period, dueHere(due, period.calendar));
}

/** When a date is due by the days of a calendar. */
export function dueHere(due: Moment, calendar: WorkCalendar): Instant {
  return endsOnAnotherDay(due, calendar) ? endOfWork(calendar, dayMeant(due, calendar)) : due.at;
}
