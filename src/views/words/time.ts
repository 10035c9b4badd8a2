import { localDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import { epoch, type Instant, type Moment } from '../../domain/time/moment.ts';
import { sayDay, sayTime } from '../../domain/time/wording.ts';

const MINUTE_MS = 60_000;

/** The moment and the calendar from which times are seen. */
interface Present {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
}

/** An instant as ISO 8601 with the offset of the user's zone, to the second: "2026-03-05T15:00:00-05:00". */
export function toLocalIso(at: Instant, calendar: WorkCalendar): string {
  const utc = epoch(at);
  const offset = calendar.offsetAt(utc);
  const local = new Date(utc + offset * MINUTE_MS).toISOString().slice(0, 19);
  const minutes = Math.abs(Math.round(offset));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** How far apart two instants are, as people say it: "a moment", "20 min", "3 h", "1 day", "5 weeks". Days are counted by the calendar. */
export function sayDistance(from: Instant, to: Instant, calendar: WorkCalendar): string {
  const days = Math.abs(localDay(calendar, to) - localDay(calendar, from));
  const minutes = Math.floor(Math.abs(epoch(to) - epoch(from)) / MINUTE_MS);
  if (days === 0 || minutes < 6 * 60) {
    if (minutes === 0) return 'a moment';
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

/** A day, or a day with the time or window in it, as short as a table needs it: "Thu 5 Mar", "Thu 5 Mar 14:00-15:00". */
export function sayDate(moment: Moment, { now, calendar }: Present): string {
  const day = sayDay(localDay(calendar, moment.from ?? moment.at), calendar, now);
  return moment.grain === 'day' ? day : `${day} ${sayClock(moment, calendar)}`;
}

/** The same, without the day where it is today: "15:00". */
export function sayShort(moment: Moment, present: Present): string {
  const { now, calendar } = present;
  const isToday = localDay(calendar, moment.at) === localDay(calendar, now);
  return isToday && moment.grain === 'time' ? sayClock(moment, calendar) : sayDate(moment, present);
}

function sayClock({ from, at }: Moment, calendar: WorkCalendar): string {
  return from === undefined ? sayTime(at, calendar) : `${sayTime(from, calendar)}-${sayTime(at, calendar)}`;
}
