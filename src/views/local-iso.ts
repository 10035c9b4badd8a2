import type { WorkCalendar } from '../domain/time/calendar.ts';
import { epoch, type Instant, isoOffset, type Moment } from '../domain/time/moment.ts';

const MINUTE_MS = 60_000;

/** An instant as ISO 8601 with the offset of the user's zone, to the second: "2026-03-05T15:00:00-05:00". */
export function toLocalIso(at: Instant, calendar: WorkCalendar): string {
  const utc = epoch(at);
  const offset = calendar.offsetAt(utc);
  const local = new Date(utc + offset * MINUTE_MS).toISOString().slice(0, 19);
  return `${local}${isoOffset(offset)}`;
}

/** The instant of a moment; of a window, its start and its end. */
export function localIsoEdges({ at, from }: Moment, calendar: WorkCalendar): string[] {
  return [from, at].flatMap((each) => (each === undefined ? [] : toLocalIso(each, calendar)));
}
