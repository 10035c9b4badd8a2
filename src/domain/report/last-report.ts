import type { ReportMade } from '../streams/events.ts';
import { type Day, localDay, startOfDay, type WorkCalendar } from '../time/calendar.ts';
import { dayOfIso } from '../time/iso-day.ts';
import { compareInstants, type Instant } from '../time/moment.ts';

/**
 * From when on a report that shows a day tells what happened "since the last one": from the moment at which the last one
 * was made, or from the end of the day that it showed if that was over; of those made before today about an earlier day. Null if there
 * was none. A report of today does not count, so that it can be made again.
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
    .map(({ at, asOf }) =>
      asOf === undefined
        ? { day: localDay(calendar, at), end: at }
        : { day: dayOfIso(asOf), end: startOfDay(calendar, dayOfIso(asOf) + 1) },
    )
    .filter(({ day }) => day < shown);
  return days.at(-1)?.end ?? null;
}
