import { localDay, shiftWorkingDays, startOfDay, startOfWork, type WorkCalendar } from '../time/calendar.ts';
import { addDuration, type Duration } from '../time/duration.ts';
import { type Instant, latest } from '../time/moment.ts';

/** What is due before this is due today: what comes before I work again has to be done today. */
export function endOfDueToday(calendar: WorkCalendar, now: Instant): Instant {
  const today = localDay(calendar, now);
  return latest(startOfDay(calendar, today + 1), startOfWork(calendar, shiftWorkingDays(calendar, today, 1)));
}

/** What is due before this is due soon. */
export function endOfDueSoon(calendar: WorkCalendar, now: Instant, warnBefore: Duration): Instant {
  return startOfDay(calendar, localDay(calendar, addDuration(calendar, now, warnBefore)) + 1);
}
