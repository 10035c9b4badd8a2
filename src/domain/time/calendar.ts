import { tzOffset } from '@date-fns/tz/tzOffset';
import { addMonths } from 'date-fns/addMonths';
import { epoch, type Instant, instant } from './moment.ts';

/** A calendar day, counted from 1970-01-01 = 0, in whatever zone the question is asked in. */
export type Day = number;

/** Minutes to add to UTC to get local time at an instant given in milliseconds since 1970. */
export type ZoneOffset = (epochMs: number) => number;

/** The same working time by the clock of another zone. Throws a RangeError for a zone that does not exist. */
export function inZone(calendar: WorkCalendar, zone: string): WorkCalendar {
  return { ...calendar, zone, offsetAt: zoneOffset(zone) };
}

/** A stretch of working hours within one day, in minutes after midnight; `start < end`. */
export interface Shift {
  readonly start: number;
  readonly end: number;
}

/** The working hours of each weekday, Sunday = 0: shifts in order, with a break between two, and none on a day off. */
export type WorkWeek = readonly (readonly Shift[])[];

/** Why nobody works on a day whose weekday has working hours. */
export interface DayOff {
  readonly kind: 'holiday' | 'away';
  /** The name of the holiday, or the note beside the days away. */
  readonly name: string | null;
}

/** When work happens: the one source of "working day" and "working hours" for every clock. */
export interface WorkCalendar {
  /** IANA name of the zone whose days and clock times are meant. */
  readonly zone: string;
  readonly offsetAt: ZoneOffset;
  /** At least one weekday has working hours. */
  readonly week: WorkWeek;
  readonly daysOff: ReadonlyMap<Day, DayOff>;
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

/**
 * End of the working hours on a day: where a date without a time ends. A day off ends when its weekday would have ended,
 * and a weekday without working hours with the latest end of the week.
 */
export function endOfWork(calendar: WorkCalendar, day: Day): Instant {
  const shifts = calendar.week[weekdayOf(day)] ?? [];
  const end = shifts.at(-1)?.end ?? Math.max(...calendar.week.flat().map((shift) => shift.end));
  return atLocalTime(calendar, day, end * MINUTE_MS);
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
  return shiftsOn(calendar, day).length > 0;
}

/** The working hours of a day; none on a day off. */
export function shiftsOn(calendar: WorkCalendar, day: Day): readonly Shift[] {
  return calendar.daysOff.has(day) ? [] : (calendar.week[weekdayOf(day)] ?? []);
}

/** Whether a weekday (Sunday = 0) is worked at all; a holiday and days away do not matter. */
export function isWorkedWeekday({ week }: WorkCalendar, weekday: number): boolean {
  return (week[weekday] ?? []).length > 0;
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

/** How many working days lie after one day, up to another. */
export function workingDaysBetween(calendar: WorkCalendar, after: Day, upTo: Day): number {
  let count = 0;
  for (let day = after + 1; day <= upTo; day++) if (isWorkingDay(calendar, day)) count++;
  return count;
}

/** N working days after an instant: the same clock time on the Nth working day after its local date. */
export function addWorkingDays(calendar: WorkCalendar, at: Instant, count: number): Instant {
  const { day, ms } = localTime(calendar, at);
  return atLocalTime(calendar, shiftWorkingDays(calendar, day, count), ms);
}

/** The instant by which so many minutes of working time (0 or more) have passed, counting inside working hours only. */
export function addWorkingMinutes(calendar: WorkCalendar, at: Instant, minutes: number): Instant {
  const from = epoch(at);
  let left = minutes * MINUTE_MS;
  for (let day = localDay(calendar, at); ; day++) {
    for (const { opens, closes } of openingsOn(calendar, day)) {
      const begins = Math.max(opens, from);
      const room = closes - begins;
      if (room > 0 && left <= room) return instant(begins + left);
      left -= Math.max(0, room);
    }
  }
}

/** Minutes of working time between two instants; 0 when the second is not later. The inverse of `addWorkingMinutes`. */
export function workingMinutesBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  const [begin, end] = [epoch(from), epoch(to)];
  let worked = 0;
  for (let day = localDay(calendar, from); day <= localDay(calendar, to); day++) {
    for (const { opens, closes } of openingsOn(calendar, day)) {
      worked += Math.max(0, Math.min(closes, end) - Math.max(opens, begin));
    }
  }
  return worked / MINUTE_MS;
}

function openingsOn(calendar: WorkCalendar, day: Day): { opens: number; closes: number }[] {
  return shiftsOn(calendar, day).map(({ start, end }) => ({
    opens: epoch(atLocalTime(calendar, day, start * MINUTE_MS)),
    closes: epoch(atLocalTime(calendar, day, end * MINUTE_MS)),
  }));
}

/** Minutes of work in the hours of a day, by the clock on the wall; 0 on a day off. */
export function workingMinutesOn(calendar: WorkCalendar, day: Day): number {
  return minutesOf(shiftsOn(calendar, day));
}

/** Length of a working day in hours, breaks left out; where weekdays differ, their mean. */
export function workingDayHours({ week }: WorkCalendar): number {
  const lengths = week.map(minutesOf).filter((minutes) => minutes > 0);
  return lengths.reduce((sum, minutes) => sum + minutes, 0) / lengths.length / 60;
}

function minutesOf(shifts: readonly Shift[]): number {
  return shifts.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The working time after one moment, for many questions about the same days. */
export interface Timeline {
  /** Minutes of working time from that moment to another; 0 for one that is not later. */
  readonly minutesUntil: (at: Instant) => number;
  /** The instant by which so many minutes of working time have passed. */
  readonly after: (minutes: number) => Instant;
}

/** Further ahead nothing is planned, in days. */
const HORIZON = 36_500;

/**
 * Counts the working time of each day once, by the clock on the wall: where the clocks change within the working hours
 * it differs from `addWorkingMinutes` by as much, which no forecast can tell.
 */
export function timelineFrom(calendar: WorkCalendar, from: Instant): Timeline {
  const start = localTime(calendar, from);
  /** What has been worked by the end of each day, from the day of `from` on. */
  const worked = [workedIn(shiftsOn(calendar, start.day), start.ms / MINUTE_MS, 24 * 60)];
  const workedBy = (index: number): number => {
    for (let next = worked.length; next <= index; next++) {
      worked.push((worked[next - 1] ?? 0) + workingMinutesOn(calendar, start.day + next));
    }
    return index < 0 ? 0 : (worked[index] ?? 0);
  };
  const beginsOn = (index: number) => (index === 0 ? start.ms / MINUTE_MS : 0);
  return {
    minutesUntil: (at) => {
      if (at <= from) return 0;
      const { day, ms } = localTime(calendar, at);
      const index = Math.min(day - start.day, HORIZON);
      const today = workedIn(shiftsOn(calendar, day), beginsOn(index), ms / MINUTE_MS);
      return workedBy(index - 1) + today;
    },
    after: (minutes) => {
      let index = 0;
      while (workedBy(index) < minutes && index < HORIZON) index++;
      let left = minutes - workedBy(index - 1);
      for (const shift of shiftsOn(calendar, start.day + index)) {
        const begins = Math.max(shift.start, beginsOn(index));
        const room = Math.max(0, shift.end - begins);
        if (left <= room) return atLocalTime(calendar, start.day + index, (begins + left) * MINUTE_MS);
        left -= room;
      }
      return endOfWork(calendar, start.day + index);
    },
  };
}

/** Minutes of the shifts between two times of the day. */
function workedIn(shifts: readonly Shift[], from: number, to: number): number {
  return shifts.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)),
    0,
  );
}
