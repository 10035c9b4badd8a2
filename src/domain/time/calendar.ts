import { tzOffset } from '@date-fns/tz/tzOffset';
import { addMonths } from 'date-fns/addMonths';
import { memoize, memoizeByObject } from '../base/memo.ts';
import { epoch, type Instant, instant } from './moment.ts';

/** A calendar day as a number: 1970-01-01 is 0. */
export type Day = number;

/** Minutes to add to UTC to get local time at an instant given in milliseconds since 1970. */
export type ZoneOffset = (epochMs: number) => number;

/** The same working hours in another zone; unchanged if this machine does not know that zone. */
export function inZone(calendar: WorkCalendar, zone: string): WorkCalendar {
  const offsetAt = zoneOffset(zone);
  return Number.isNaN(offsetAt(0)) ? calendar : { ...calendar, zone, offsetAt };
}

/** A stretch of working hours within one day, in minutes after midnight; `start < end`. */
export interface Shift {
  readonly start: number;
  readonly end: number;
}

/** The working hours of each weekday, Sunday = 0: shifts in order with breaks between them; none on a day off. */
export type WorkWeek = readonly (readonly Shift[])[];

/** Why a day has no work although its weekday has working hours. */
export interface DayOff {
  readonly kind: 'holiday' | 'away';
  /** The name of the holiday, or the note on the period away. */
  readonly name: string | null;
  /** What else the holiday is called, such as in the language of its country. */
  readonly otherNames?: readonly string[];
}

/** Hours without work on a day that is worked otherwise. */
export interface HoursOff extends Shift {
  /** The note on the time away. */
  readonly name: string | null;
}

/** When work happens. Every clock takes "working day" and "working hours" from here. */
export interface WorkCalendar {
  /** IANA name of the zone of its days and clock times. */
  readonly zone: string;
  readonly offsetAt: ZoneOffset;
  /** At least one weekday has working hours. */
  readonly week: WorkWeek;
  readonly daysOff: ReadonlyMap<Day, DayOff>;
  /** None if left out. */
  readonly hoursOff?: ReadonlyMap<Day, readonly HoursOff[]>;
}

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The offsets of an IANA zone. Does not throw: an unknown zone gives NaN. */
export const zoneOffset = memoize(
  (zone: string): ZoneOffset =>
    (epochMs) =>
      tzOffset(zone, new Date(epochMs)),
);

/**
 * The day number of a date in the proleptic Gregorian calendar. `month` counts from 1; days past the end of
 * the month roll over.
 */
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

/** The offset on each day in UTC; null if it changes during that day. */
const offsetByDay = memoizeByObject((offsetAt: ZoneOffset) =>
  memoize((day: Day) => {
    const offset = offsetAt(day * DAY_MS);
    return offset === offsetAt((day + 1) * DAY_MS) ? offset : null;
  }),
);

/**
 * The offset at an instant, in milliseconds. Looked up once a day, because no zone has ever changed twice
 * within two days.
 */
function offsetMs({ offsetAt }: WorkCalendar, utc: number): number {
  return (offsetByDay(offsetAt)(Math.floor(utc / DAY_MS)) ?? offsetAt(utc)) * MINUTE_MS;
}

/** Local day and milliseconds after local midnight of an instant. */
export function localTime(calendar: WorkCalendar, at: Instant): { day: Day; ms: number } {
  const utc = epoch(at);
  const local = utc + offsetMs(calendar, utc);
  const day = Math.floor(local / DAY_MS);
  return { day, ms: local - day * DAY_MS };
}

export function localDay(calendar: WorkCalendar, at: Instant): Day {
  return localTime(calendar, at).day;
}

/**
 * The instant of a local clock time, in milliseconds after midnight (more than 24 hours runs into the next
 * day). When clocks go forward and the time does not exist, it is moved later by the length of the jump. When
 * they go back and it exists twice, the first is meant. ECMAScript does the same.
 */
export function atLocalTime(calendar: WorkCalendar, day: Day, ms: number): Instant {
  const local = day * DAY_MS + ms;
  const before = offsetMs(calendar, local - DAY_MS);
  const after = offsetMs(calendar, local + DAY_MS);
  const applies = (offset: number) => offsetMs(calendar, local - offset) === offset;
  const offset = !applies(before) && applies(after) ? after : before;
  return instant(local - offset);
}

/** When a shift begins and ends, in milliseconds since 1970. */
interface Opening {
  readonly opens: number;
  readonly closes: number;
}

/** The instants of a calendar's days that are needed over and over. */
interface DayInstants {
  readonly start: (day: Day) => Instant;
  readonly endOfWork: (day: Day) => Instant;
  readonly openings: (day: Day) => readonly Opening[];
}

/** The instants of a calendar's days, each computed once. */
const dayInstants = memoizeByObject((calendar: WorkCalendar): DayInstants => {
  const at = (day: Day, minutes: number) => atLocalTime(calendar, day, minutes * MINUTE_MS);
  const latestEnd = Math.max(0, ...calendar.week.flat().map((shift) => shift.end));
  return {
    start: memoize((day) => at(day, 0)),
    endOfWork: memoize((day) => at(day, calendar.week[weekdayOf(day)]?.at(-1)?.end ?? latestEnd)),
    openings: memoize((day) =>
      shiftsOn(calendar, day).map(({ start, end }) => ({
        opens: epoch(at(day, start)),
        closes: epoch(at(day, end)),
      })),
    ),
  };
});

/** Local midnight at the start of a day. */
export function startOfDay(calendar: WorkCalendar, day: Day): Instant {
  return dayInstants(calendar).start(day);
}

/** The beginning of a working day's hours; local midnight of a day off. */
export function startOfWork(calendar: WorkCalendar, day: Day): Instant {
  return atLocalTime(calendar, day, (shiftsOn(calendar, day)[0]?.start ?? 0) * MINUTE_MS);
}

/**
 * The end of a day's working hours, when a date without a time falls due. A day off ends when its weekday
 * usually does, and a weekday without working hours at the latest end in the week.
 */
export function endOfWork(calendar: WorkCalendar, day: Day): Instant {
  return dayInstants(calendar).endOfWork(day);
}

/** The same date `months` later (earlier if negative), or the last day of a shorter month. */
export function shiftMonths(day: Day, months: number): Day {
  const { year, month, date } = dateOf(day);
  // At noon a clock change cannot shift the date, whatever the zone of this process.
  const moved = addMonths(new Date(year, month - 1, date, 12), months);
  return dayOf(moved.getFullYear(), moved.getMonth() + 1, moved.getDate());
}

export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  return shiftsOn(calendar, day).length > 0;
}

/** Whether an instant is within working hours. Their end is not. */
export function isWorkingTime(calendar: WorkCalendar, at: Instant): boolean {
  return addWorkingMinutes(calendar, at, 0) === at;
}

/** The working hours of a day, without those away; none on a day off. */
export function shiftsOn(calendar: WorkCalendar, day: Day): readonly Shift[] {
  if (calendar.daysOff.has(day)) return [];
  const shifts = calendar.week[weekdayOf(day)] ?? [];
  return (calendar.hoursOff?.get(day) ?? []).reduce(without, shifts);
}

/** What is left of shifts before and after a stretch that is taken out of them. */
function without(shifts: readonly Shift[], off: Shift): readonly Shift[] {
  return shifts
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, off.start) },
      { start: Math.max(start, off.end), end },
    ])
    .filter(({ start, end }) => start < end);
}

/** Why a day has no work although its weekday has working hours; null for any other day. */
export function dayOffOn(calendar: WorkCalendar, day: Day): DayOff | null {
  const [away] = calendar.hoursOff?.get(day) ?? [];
  const isAway = away && isWorkedWeekday(calendar, weekdayOf(day)) && !isWorkingDay(calendar, day);
  return calendar.daysOff.get(day) ?? (isAway ? { kind: 'away', name: away.name } : null);
}

/** The calendar with its public holidays, as if nobody was ever away. */
export function withoutAway(calendar: WorkCalendar): WorkCalendar {
  const { hoursOff: _, daysOff, ...rest } = calendar;
  return { ...rest, daysOff: new Map([...daysOff].filter(([, { kind }]) => kind === 'holiday')) };
}

/** Whether a weekday (Sunday = 0) has working hours, leaving holidays and days away aside. */
export function isWorkedWeekday({ week }: Pick<WorkCalendar, 'week'>, weekday: number): boolean {
  return (week[weekday] ?? []).length > 0;
}

/**
 * How many days anything here looks ahead or back: a century. Nobody plans further, but a damaged file may say that
 * something is due in another age, and a search for the next working day must end even if there is none.
 */
export const HORIZON = 36_525;

/** The days from one to another, both included, and none beyond the horizon. */
function* daysThrough(first: Day, last: Day): Generator<Day> {
  const end = Math.min(last, first + HORIZON);
  for (let day = first; day <= end; day++) yield day;
}

/**
 * The Nth working day after a day (before it if N is negative), or the day at the horizon; N = 0 gives the day itself.
 */
export function shiftWorkingDays(calendar: WorkCalendar, day: Day, count: number): Day {
  const step = Math.sign(count);
  let left = Math.abs(count);
  let gone = 0;
  while (left > 0 && gone < HORIZON) if (isWorkingDay(calendar, day + step * ++gone)) left--;
  return day + step * gone;
}

/** The number of working days after `after`, up to and including `upTo`, within the horizon. */
export function workingDaysBetween(calendar: WorkCalendar, after: Day, upTo: Day): number {
  let count = 0;
  for (const day of daysThrough(after + 1, upTo)) if (isWorkingDay(calendar, day)) count++;
  return count;
}

/** N working days after an instant: the same clock time on the Nth working day after its local date. */
export function addWorkingDays(calendar: WorkCalendar, at: Instant, count: number): Instant {
  const { day, ms } = localTime(calendar, at);
  return atLocalTime(calendar, shiftWorkingDays(calendar, day, count), ms);
}

/** The instant at which `minutes` (0 or more) of working time have passed, or the end of the day at the horizon. */
export function addWorkingMinutes(calendar: WorkCalendar, at: Instant, minutes: number): Instant {
  const from = epoch(at);
  let left = minutes * MINUTE_MS;
  const { openings } = dayInstants(calendar);
  const today = localDay(calendar, at);
  for (const day of daysThrough(today, today + HORIZON)) {
    for (const { opens, closes } of openings(day)) {
      const begins = Math.max(opens, from);
      const room = closes - begins;
      if (room > 0 && left <= room) return instant(begins + left);
      left -= Math.max(0, room);
    }
  }
  return endOfWork(calendar, today + HORIZON);
}

/**
 * Minutes of working time between two instants, within the horizon; 0 if the second is not later. The inverse of
 * `addWorkingMinutes`.
 */
export function workingMinutesBetween(calendar: WorkCalendar, from: Instant, to: Instant): number {
  const [begin, end] = [epoch(from), epoch(to)];
  const { openings } = dayInstants(calendar);
  let worked = 0;
  for (const day of daysThrough(localDay(calendar, from), localDay(calendar, to))) {
    for (const { opens, closes } of openings(day)) {
      worked += Math.max(0, Math.min(closes, end) - Math.max(opens, begin));
    }
  }
  return worked / MINUTE_MS;
}

/** Working days between two instants, within the horizon; of a day that lies between them in part, that part of its work. */
export function workingDaysWithin(calendar: WorkCalendar, from: Instant, to: Instant): number {
  const [begin, end] = [epoch(from), epoch(to)];
  const { openings } = dayInstants(calendar);
  let days = 0;
  for (const day of daysThrough(localDay(calendar, from), localDay(calendar, to))) {
    let [within, whole] = [0, 0];
    for (const { opens, closes } of openings(day)) {
      within += Math.max(0, Math.min(closes, end) - Math.max(opens, begin));
      whole += closes - opens;
    }
    if (whole > 0) days += within / whole;
  }
  return days;
}

/** Minutes of work on a day by the wall clock; 0 on a day off. */
export function workingMinutesOn(calendar: WorkCalendar, day: Day): number {
  return minutesOf(shiftsOn(calendar, day));
}

/** Hours in a working day without breaks; the mean if weekdays differ. */
export function workingDayHours({ week }: WorkCalendar): number {
  const lengths = week.map(minutesOf).filter((minutes) => minutes > 0);
  return lengths.reduce((sum, minutes) => sum + minutes, 0) / lengths.length / 60;
}

/** Minutes of work in the longest day of the week, without breaks. */
export function longestDayMinutes({ week }: WorkCalendar): number {
  return Math.max(...week.map(minutesOf));
}

function minutesOf(shifts: readonly Shift[]): number {
  return shifts.reduce((sum, { start, end }) => sum + end - start, 0);
}
