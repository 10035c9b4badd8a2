import { type Day, dateOf, dayOffOn, inZone, localTime, type WorkCalendar, weekdayOf } from './calendar.ts';
import { dayMeant, endsOnAnotherDay } from './day-meant.ts';
import type { Instant, Moment } from './moment.ts';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');
const MINUTE_MS = 60_000;

/** The full name of the month of a day: "March". */
export function sayMonthName(day: Day): string {
  return MONTH_NAMES[dateOf(day).month - 1] ?? '';
}

/** "Thu 5 Mar"; with the year if it is not the year of `now`. */
export function sayDay(day: Day, calendar: WorkCalendar, now: Instant | null = null): string {
  const { year, month, date } = dateOf(day);
  const short = `${WEEKDAYS[weekdayOf(day)]} ${date} ${MONTHS[month - 1]}`;
  const thisYear = now !== null && dateOf(localTime(calendar, now).day).year === year;
  return thisYear ? short : `${short} ${year}`;
}

/**
 * Why a day is off: the name of the holiday, the note on the days away, or the kind of day off; null for any
 * other day.
 */
export function sayDayOff(day: Day, calendar: WorkCalendar): string | null {
  const off = dayOffOn(calendar, day);
  return off ? (off.name ?? off.kind) : null;
}

/** The month of a day: "April 2026". */
export function sayMonth(day: Day): string {
  const { year, month } = dateOf(day);
  return `${MONTH_NAMES[month - 1]} ${year}`;
}

/** Local time to the minute: "15:00". */
export function sayTime(at: Instant, calendar: WorkCalendar): string {
  const minutes = Math.floor(localTime(calendar, at).ms / MINUTE_MS);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Local day and time: "Thu 5 Mar 15:00"; with the year if it is not the year of `now`. */
export function sayInstant(at: Instant, calendar: WorkCalendar, now: Instant | null = null): string {
  return `${sayDay(localTime(calendar, at).day, calendar, now)} ${sayTime(at, calendar)}`;
}

/**
 * A moment in full, to show how it was understood: "Thu 5 Mar 2026 15:00"; a window ends in "14:00-15:00". The
 * year is left out if it is that of `now`.
 */
export function sayMoment(moment: Moment, calendar: WorkCalendar, now: Instant | null = null): string {
  const { at, from } = moment;
  if (endsOnAnotherDay(moment, calendar)) return sayDayMeant(moment, calendar, now);
  return from === undefined
    ? sayInstant(at, calendar, now)
    : `${sayInstant(from, calendar, now)}-${sayTime(at, calendar)}`;
}

/**
 * The day that a moment means, "Thu 5 Mar"; if it was given as a day elsewhere and ends here on another day, with
 * the time here: "Thu 5 Mar (Fri 06:00 here)".
 */
export function sayDayMeant(moment: Moment, calendar: WorkCalendar, now: Instant | null = null): string {
  const { at, from = at } = moment;
  const day = sayDay(dayMeant({ ...moment, at: from }, calendar), calendar, now);
  if (!endsOnAnotherDay(moment, calendar)) return day;
  const weekday = WEEKDAYS[weekdayOf(localTime(calendar, at).day)];
  return `${day} (${weekday} ${sayTime(at, calendar)} here)`;
}

/** An instant by the clock of another zone: "17:00 London", or "Thu 17:00 London" if it is another day there. */
export function sayElsewhere(at: Instant, zone: string, calendar: WorkCalendar): string {
  const there = inZone(calendar, zone);
  const { day } = localTime(there, at);
  const weekday = day === localTime(calendar, at).day ? '' : `${WEEKDAYS[weekdayOf(day)]} `;
  return `${weekday}${sayTime(at, there)} ${sayZone(zone)}`;
}

/** The everyday name of a zone: the city in its IANA name ("New York"), or its offset from UTC. */
export function sayZone(zone: string): string {
  const [, sign, hours, minutes] = /^([+-])0?(\d+):(\d\d)$/.exec(zone) ?? [];
  if (sign) return `UTC${sign}${hours}${minutes === '00' ? '' : `:${minutes}`}`;
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
