import type { WorkCalendar } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';

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
