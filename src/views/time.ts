import { localDay, type WorkCalendar } from '../domain/calendar.ts';
import { epoch, type Instant, type Moment } from '../domain/moment.ts';
import { sayDay, sayInstant, sayTime } from '../domain/wording.ts';

const MINUTE_MS = 60_000;

/** An instant as ISO 8601 with the offset of the user's zone, to the second: "2026-03-05T15:00:00-05:00". */
export function toLocalIso(at: Instant, calendar: WorkCalendar): string {
  const utc = epoch(at);
  const offset = calendar.offsetAt(utc);
  const local = new Date(utc + offset * MINUTE_MS).toISOString().slice(0, 19);
  const minutes = Math.abs(Math.round(offset));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** How far apart two instants are, as people say it: "20 min", "3 h", "1 day", "5 weeks". Days are counted by the calendar. */
export function sayDistance(from: Instant, to: Instant, calendar: WorkCalendar): string {
  const days = Math.abs(localDay(calendar, to) - localDay(calendar, from));
  const minutes = Math.floor(Math.abs(epoch(to) - epoch(from)) / MINUTE_MS);
  if (days === 0 || minutes < 6 * 60) {
    return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
  }
  if (days < 21) return days === 1 ? '1 day' : `${days} days`;
  if (days < 90) return `${Math.floor(days / 7)} weeks`;
  if (days < 730) return `${Math.floor(days / 30.4375)} months`;
  return `${Math.floor(days / 365.25)} years`;
}

/** When something is, seen from now: "in 3 h", "tomorrow", "2 days ago", "now". */
export function sayRelative(at: Instant, now: Instant, calendar: WorkCalendar): string {
  const days = localDay(calendar, at) - localDay(calendar, now);
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  if (Math.abs(epoch(at) - epoch(now)) < MINUTE_MS) return 'now';
  const distance = sayDistance(now, at, calendar);
  return at > now ? `in ${distance}` : `${distance} ago`;
}

/** A day or a time as short as it can be understood: "15:00" today, "Thu 5 Mar 15:00" else, without the time for a whole day. */
export function sayShort(moment: Moment, now: Instant, calendar: WorkCalendar): string {
  const day = localDay(calendar, moment.at);
  if (moment.grain === 'day') return sayDay(day, calendar, now);
  return day === localDay(calendar, now)
    ? sayTime(moment.at, calendar)
    : sayInstant(moment.at, calendar, now);
}
