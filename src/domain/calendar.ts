import { tzOffset } from '@date-fns/tz/tzOffset';
import { addMonths } from 'date-fns/addMonths';
import { epoch, type Instant, instant } from './moment.ts';

/** A calendar day, counted from 1970-01-01 = 0, in whatever zone the question is asked in. */
export type Day = number;

/** Minutes to add to UTC to get local time at an instant given in milliseconds since 1970. */
export type ZoneOffset = (epochMs: number) => number;

/** When work happens: the one source of "working day" and "working hours" for every clock. */
export interface WorkCalendar {
  /** IANA name of the zone whose days and clock times are meant. */
  readonly zone: string;
  readonly offsetAt: ZoneOffset;
  /** Working weekdays, Sunday = 0. Never empty. */
  readonly weekdays: ReadonlySet<number>;
  /** Start and end of the working hours, in minutes after midnight; `start < end`. */
  readonly start: number;
  readonly end: number;
}

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The offset rules of any IANA zone. Throws nothing: an unknown zone gives NaN. */
export function zoneOffset(zone: string): ZoneOffset {
  return (epochMs) => tzOffset(zone, new Date(epochMs));
}

/** The day number of a date of the proleptic Gregorian calendar; `month` counts from 1. Days past the month's end roll over. */
export function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

/** Year, month (from 1) and day of the month of a day number. */
export function dateOf(day: Day): { year: number; month: number; date: number } {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** Weekday of a day number, Sunday = 0. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Local day and milliseconds after local midnight of an instant. */
export function localTime(calendar: WorkCalendar, at: Instant): { day: Day; ms: number } {
  const utc = epoch(at);
  const local = utc + calendar.offsetAt(utc) * MINUTE_MS;
  const day = Math.floor(local / DAY_MS);
  return { day, ms: local - day * DAY_MS };
}

/** The local day on which an instant falls. */
export function localDay(calendar: WorkCalendar, at: Instant): Day {
  return localTime(calendar, at).day;
}

/**
 * The instant of a local clock time, in milliseconds after midnight (more than 24 hours runs into the next day).
 * Where the clock is put forward and the time does not exist, it is as much later as the clock jumped;
 * where it is put back and the time exists twice, it is the first of the two (as ECMAScript's local time does).
 */
export function atLocalTime(calendar: WorkCalendar, day: Day, ms: number): Instant {
  const local = day * DAY_MS + ms;
  const before = calendar.offsetAt(local - DAY_MS) * MINUTE_MS;
  const after = calendar.offsetAt(local + DAY_MS) * MINUTE_MS;
  const fits = (offset: number) => calendar.offsetAt(local - offset) * MINUTE_MS === offset;
  const offset = !fits(before) && fits(after) ? after : before;
  return instant(local - offset);
}

/** Midnight at which a local day begins. */
export function startOfDay(calendar: WorkCalendar, day: Day): Instant {
  return atLocalTime(calendar, day, 0);
}

/** End of the working hours on a day, also on a day off: where a date without a time ends. */
export function endOfWork(calendar: WorkCalendar, day: Day): Instant {
  return atLocalTime(calendar, day, calendar.end * MINUTE_MS);
}

/** So many months later (or earlier) on the same date; where that month is shorter, on its last day. */
export function shiftMonths(day: Day, months: number): Day {
  const { year, month, date } = dateOf(day);
  // At noon no change of any clock reaches the date, in whatever zone the process happens to run.
  const moved = addMonths(new Date(year, month - 1, date, 12), months);
  return dayOf(moved.getFullYear(), moved.getMonth() + 1, moved.getDate());
}

/** Whether work happens on a day. */
export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  return calendar.weekdays.has(weekdayOf(day));
}

/** The Nth working day after a day (before it for a negative N); N = 0 gives the day itself. */
export function shiftWorkingDays(calendar: WorkCalendar, day: Day, count: number): Day {
  const step = Math.sign(count);
  let result = day;
  for (let left = Math.abs(count); left > 0; ) {
    result += step;
    if (isWorkingDay(calendar, result)) left--;
  }
  return result;
}

/** N working days after an instant: the same clock time on the Nth working day after its local date. */
export function addWorkingDays(calendar: WorkCalendar, at: Instant, count: number): Instant {
  const { day, ms } = localTime(calendar, at);
  return atLocalTime(calendar, shiftWorkingDays(calendar, day, count), ms);
}

/** The instant by which so many minutes of working time (0 or more) have passed, counting inside working hours only. */
export function addWorkingMinutes(calendar: WorkCalendar, at: Instant, minutes: number): Instant {
  let day = localDay(calendar, at);
  let from = at;
  let left = minutes * MINUTE_MS;
  for (;;) {
    if (isWorkingDay(calendar, day)) {
      const opens = epoch(atLocalTime(calendar, day, calendar.start * MINUTE_MS));
      const closes = epoch(endOfWork(calendar, day));
      const begins = Math.max(opens, epoch(from));
      const room = closes - begins;
      if (room > 0 && left <= room) return instant(begins + left);
      left -= Math.max(0, room);
    }
    day++;
    from = startOfDay(calendar, day);
  }
}

/** Length of a working day, in hours. */
export function workingDayHours(calendar: WorkCalendar): number {
  return (calendar.end - calendar.start) / 60;
}
