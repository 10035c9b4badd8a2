import type { ReportMade } from '../streams/events.ts';
import { type Day, localDay, startOfDay, type WorkCalendar } from '../time/calendar.ts';
import { dayOfIso } from '../time/iso-day.ts';
import { compareInstants, type Instant } from '../time/moment.ts';

/**
 * From when on a report that shows a day tells what happened "since the last one": from the beginning of the day that the last one
 * showed, of those made before today about an earlier day, so that what was said later on that day is not lost. Null if there was
 * none. A report of today does not count, so that it can be made again.
 */
export function sinceLastReport(
  reports: readonly ReportMade[],
  shown: Day,
  calendar: WorkCalendar,
  now: Instant,
): Instant | null {
  const today = localDay(calendar, now);
  const days = reports
    .filter(({ at }) => localDay(calendar, at) < today)
    .sort((a, b) => compareInstants(a.at, b.at))
    .map(({ at, asOf }) => (asOf === undefined ? localDay(calendar, at) : dayOfIso(asOf)))
    .filter((day) => day < shown);
  const last = days.at(-1);
  return last === undefined ? null : startOfDay(calendar, last);
}
