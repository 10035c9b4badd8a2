import { dayOfIso } from '../streams/away.ts';
import type { ReportMade } from '../streams/events.ts';
import { localDay, startOfDay, type WorkCalendar } from '../time/calendar.ts';
import { compareInstants, type Instant } from '../time/moment.ts';

/**
 * From when on a report tells what happened "since the last one": from the beginning of the day that the last one showed which was
 * made before today, so that what was said later on that day is not lost. Null if there was none. A report of today does not count, so
 * that it can be made again.
 */
export function sinceLastReport(
  reports: readonly ReportMade[],
  calendar: WorkCalendar,
  now: Instant,
): Instant | null {
  const today = localDay(calendar, now);
  const last = reports
    .filter(({ at }) => localDay(calendar, at) < today)
    .sort((a, b) => compareInstants(a.at, b.at))
    .at(-1);
  if (!last) return null;
  const day = last.asOf === undefined ? localDay(calendar, last.at) : dayOfIso(last.asOf);
  return startOfDay(calendar, day);
}
