import type { WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayInstant } from '../../domain/time/wording.ts';

/** That reminders have stopped, without the sign at the end. */
export function sayNoReminder(since: Instant, calendar: WorkCalendar, now: Instant): string {
  return `No reminder has run since ${sayInstant(since, calendar, now)}`;
}
