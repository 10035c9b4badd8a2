import { memoize, memoizeByObject } from '../base/memo.ts';
import {
  addWorkingMinutes,
  atLocalTime,
  DAY_MS,
  type Day,
  dateOf,
  dayOf,
  endOfWork,
  isWorkedWeekday,
  isWorkingDay,
  localDay,
  shiftMonths,
  shiftWorkingDays,
  type WorkCalendar,
  weekdayOf,
  workingDayHours,
} from './calendar.ts';
import type { Instant } from './moment.ts';

/**
 * How often something comes again: the words typed, and an iCalendar recurrence rule (RFC 5545, 3.3.10) with three
 * extensions: `X-UNIT=BUSINESSDAY` for working days, `X-TIMES=2` for twice in each period, and `X-FROM=DONE` for a rule that
 * runs from the last time that it was done, which for updates it always does.
 */
export interface Cadence {
  readonly rrule: string;
  readonly text: string;
}

/**
 * A parsed recurrence rule. Month days and positions count as in iCalendar (-1 is the last); weekdays start
 * at Sunday = 0.
 */
export interface Recurrence {
  readonly frequency: string;
  readonly interval: number;
  readonly times: number;
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number | null }[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
  /** Clock times in milliseconds after midnight, in order; empty if the rule has none. */
  readonly clock: readonly number[];
  /** Whether it runs from the last time that it was done ("every! 2 weeks"), and not by the calendar. */
  readonly isFromDone: boolean;
}

/** Weekday codes of iCalendar; Sunday = 0. */
export const WEEKDAY_CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const MINUTE_MS = 60_000;

/** Minutes in each unit that counts working time. */
const MINUTES_IN: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({ SECONDLY: 1 / 60, MINUTELY: 1, HOURLY: 60 }),
);

/** Weeks over which the updates of a period are spread. A month has at least four. */
const WEEKS_IN: ReadonlyMap<string, number> = new Map(Object.entries<number>({ WEEKLY: 1, MONTHLY: 4 }));

/**
 * How many days ahead to look for a day that the rule names. A damaged rule may name none; then the next
 * working day is due.
 */
const MOST_DAYS = 3660;

/**
 * When the next update is due after a word at `last`: the first time after it that the rule names, or for
 * "every third", the third. Each word restarts the rule, so it has no start of its own, and a limit on the
 * number of times (COUNT) is ignored.
 *
 * - Seconds, minutes, hours and "twice a day" count working time.
 * - An update is due at the rule's clock time, in local time, or else at the end of working hours. Without a
 *   clock time the day is later than that of the word.
 * - A rule that names no day means the same weekday or date again; days count as working days.
 * - In a month that lacks the named day, the last day is meant; a weekday without a number is the first in
 *   its month.
 * - A day off moves to the working day before it, so that nobody waits longer than promised. A weekday that
 *   is never worked stays: whoever says "saturdays" means Saturday.
 */
export function nextAfter(cadence: Cadence, last: Instant, calendar: WorkCalendar): Instant {
  const recurrence = readRecurrence(cadence.rrule);
  const { frequency, interval, clock } = recurrence;
  const minutes = MINUTES_IN.get(frequency);
  if (minutes !== undefined) return addWorkingMinutes(calendar, last, minutes * interval);
  if (recurrence.times > 1) return nextShare(recurrence, last, calendar);
  const day = localDay(calendar, last);
  if (clock.length > 0) return nextNamed(recurrence, day, last, calendar);
  // Without a clock time only the day of the word matters, and many words fall on the same days.
  const known = nextByDay(calendar);
  const key = `${day} ${cadence.rrule}`;
  const next = known.get(key);
  if (next !== undefined) return next;
  const found = nextNamed(recurrence, day, last, calendar);
  known.set(key, found);
  return found;
}

/** The next updates that were found for a calendar, by the day of the last word and the rule. */
const nextByDay = memoizeByObject((_: WorkCalendar) => new Map<string, Instant>());

/** The next update by a rule that names days or clock times. */
function nextNamed(recurrence: Recurrence, day: Day, last: Instant, calendar: WorkCalendar): Instant {
  const { interval, clock } = recurrence;
  if (!namesDays(recurrence)) {
    const [at] = timesOn(
      calendar,
      workedDayAfter(calendar, day, shiftPeriods(recurrence, day, interval, calendar)),
      clock,
    );
    return at ?? last;
  }
  const from = shiftPeriods(recurrence, day, interval - 1, calendar);
  const floor = interval === 1 && clock.length > 0 ? last : atLocalTime(calendar, from, DAY_MS - 1);
  for (const named of namedDays(recurrence, from, calendar)) {
    const at = timesOn(calendar, workedDay(recurrence, named, calendar), clock).find((time) => time > floor);
    if (at !== undefined) return at;
  }
  return endOfWork(calendar, shiftWorkingDays(calendar, day, 1));
}

/** When the next update is due if there are several in a period, which are spread evenly. */
function nextShare({ frequency, times }: Recurrence, last: Instant, calendar: WorkCalendar): Instant {
  if (frequency === 'DAILY') {
    return addWorkingMinutes(
      calendar,
      last,
      Math.max(1, Math.floor((60 * workingDayHours(calendar)) / times)),
    );
  }
  const worked = [0, 1, 2, 3, 4, 5, 6].filter((weekday) => isWorkedWeekday(calendar, weekday)).length;
  const days = Math.max(1, Math.floor(((WEEKS_IN.get(frequency) ?? 1) * worked) / times));
  return endOfWork(calendar, shiftWorkingDays(calendar, localDay(calendar, last), days));
}

function namesDays({ frequency, weekdays, monthDays }: Recurrence): boolean {
  return frequency === 'DAILY' || weekdays.length > 0 || monthDays.length > 0;
}

function shiftPeriods({ frequency }: Recurrence, day: Day, count: number, calendar: WorkCalendar): Day {
  if (frequency === 'DAILY') return shiftWorkingDays(calendar, day, count);
  if (frequency === 'WEEKLY') return day + 7 * count;
  return shiftMonths(day, (frequency === 'YEARLY' ? 12 : 1) * count);
}

/**
 * The days that the rule names, for some years ahead. The first ones may lie before `from`, in the same month
 * or year.
 */
function* namedDays(recurrence: Recurrence, from: Day, calendar: WorkCalendar): Generator<Day> {
  const { year, month } = dateOf(from);
  if (recurrence.frequency === 'YEARLY' && recurrence.months.length === 0) {
    for (let years = 0; years < MOST_DAYS / 365; years++) {
      yield* daysBetween(recurrence, dayOf(year + years, 1, 1), dayOf(year + years + 1, 1, 1), calendar);
    }
  } else if (recurrence.frequency === 'MONTHLY' || recurrence.frequency === 'YEARLY') {
    for (let months = 0; months < MOST_DAYS / 28; months++) {
      const first = dayOf(year, month + months, 1);
      if (recurrence.months.length === 0 || recurrence.months.includes(dateOf(first).month)) {
        yield* daysBetween(recurrence, first, shiftMonths(first, 1), calendar);
      }
    }
  } else {
    const isNamed = (day: Day) =>
      recurrence.frequency === 'DAILY'
        ? isWorkingDay(calendar, day)
        : recurrence.weekdays.some(({ weekday }) => weekday === weekdayOf(day));
    for (let day = from; day < from + MOST_DAYS; day++) {
      if (isNamed(day)) yield day;
    }
  }
}

/** The days that the rule names in a month or a year, in order; at least one. */
export function daysBetween(recurrence: Recurrence, first: Day, after: Day, calendar: WorkCalendar): Day[] {
  const days = Array.from({ length: after - first }, (_, index) => first + index);
  const on = (wanted: number) => days.filter((day) => weekdayOf(day) === wanted);
  if (recurrence.positions.length > 0) {
    const named = days.filter((day) => recurrence.weekdays.some(({ weekday }) => weekday === weekdayOf(day)));
    const worked = named.filter((day) => isWorkingDay(calendar, day));
    return pick(worked.length > 0 ? worked : named, recurrence.positions);
  }
  const weekdays = recurrence.weekdays.flatMap(({ weekday, nth }) => pick(on(weekday), [nth ?? 1]));
  return [...weekdays, ...pick(days, recurrence.monthDays)].sort((a, b) => a - b);
}

/** The nth days of a list, counted from the end if negative. If the list is too short, its last or first day. */
function pick(days: readonly Day[], nths: readonly number[]): Day[] {
  return nths
    .flatMap((nth) => days.at(nth > 0 ? Math.min(nth, days.length) - 1 : Math.max(nth, -days.length)) ?? [])
    .sort((a, b) => a - b);
}

function timesOn(calendar: WorkCalendar, day: Day, clock: readonly number[]): Instant[] {
  return clock.length > 0
    ? clock.map((time) => atLocalTime(calendar, day, time))
    : [endOfWork(calendar, day)];
}

/**
 * The day itself, or for a day off the working day before it. A weekday that was named but is never worked
 * stays.
 */
function workedDay({ weekdays, positions }: Recurrence, day: Day, calendar: WorkCalendar): Day {
  const stays =
    isWorkingDay(calendar, day) ||
    (weekdays.length > 0 && positions.length === 0 && !isWorkedWeekday(calendar, weekdayOf(day)));
  return stays ? day : shiftWorkingDays(calendar, day, -1);
}

function workedDayAfter(calendar: WorkCalendar, after: Day, day: Day): Day {
  if (isWorkingDay(calendar, day)) return day;
  const before = shiftWorkingDays(calendar, day, -1);
  return before > after ? before : shiftWorkingDays(calendar, day, 1);
}

/** The longest interval, and the most times in a period, that a rule may have: nobody waits longer for an update. */
const MOST_PERIODS = 1000;

const FREQUENCIES = [...Object.keys(MINUTES_IN), 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
const LIST_OF = (item: string) => new RegExp(`^${item}(?:,${item}){0,99}$`);

/** The values that the parts of a rule may have. Other parts are ignored. */
const PARTS: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['FREQ', (value) => FREQUENCIES.includes(value)],
  ['INTERVAL', isCount],
  ['X-TIMES', isCount],
  ...(
    [
      ['BYDAY', LIST_OF(`(?:[+-]?\\d{1,2})?(?:${WEEKDAY_CODES.join('|')})`)],
      ['BYMONTHDAY', LIST_OF('-?(?:[1-9]|[12]\\d|3[01])')],
      ['BYMONTH', LIST_OF('(?:[1-9]|1[0-2])')],
      ['BYSETPOS', LIST_OF('-?[1-9]\\d{0,2}')],
      ['BYHOUR', LIST_OF('(?:1?\\d|2[0-3])')],
      ['BYMINUTE', /^[1-5]?\d$/],
    ] as const
  ).map(([name, pattern]) => [name, (value: string) => pattern.test(value)] as const),
]);

function isCount(value: string): boolean {
  return /^[1-9]\d{0,3}$/.test(value) && Number(value) <= MOST_PERIODS;
}

/** Whether a recurrence rule can be read as a whole. */
export function isRecurrenceRule(rrule: string): boolean {
  const parts = rrule.split(';').map((part) => /^([A-Z-]{1,20})=([^=;]{1,400})$/.exec(part));
  const names = parts.map((part) => part?.[1]);
  return (
    names.includes('FREQ') &&
    new Set(names).size === names.length &&
    parts.every((part) => part && (PARTS.get(part[1] ?? '')?.(part[2] ?? '') ?? true))
  );
}

/** A number in a rule, or 1 in a damaged one. */
function countIn(value: string | undefined): number {
  return value !== undefined && isCount(value) ? Number(value) : 1;
}

/** A rule in its parts. Memoized because many commitments share few rules. */
export const readRecurrence = memoize((rrule: string): Recurrence => {
  const parts: Readonly<Record<string, string>> = Object.fromEntries(
    rrule.split(';').map((part) => part.split('=', 2)),
  );
  const list = (name: string) => parts[name]?.split(',') ?? [];
  const months = list('BYMONTH').map(Number);
  const weekdays = list('BYDAY').map((day) => ({
    weekday: WEEKDAY_CODES.indexOf(day.slice(-2)),
    nth: day.length > 2 ? Number(day.slice(0, -2)) : null,
  }));
  const monthDays = list('BYMONTHDAY').map(Number);
  const minute = Number(parts.BYMINUTE ?? 0);
  return {
    frequency: parts.FREQ ?? 'DAILY',
    interval: countIn(parts.INTERVAL),
    times: countIn(parts['X-TIMES']),
    weekdays,
    // A month alone means its first day, as it does for dates.
    monthDays: months.length > 0 && weekdays.length + monthDays.length === 0 ? [1] : monthDays,
    months,
    positions: list('BYSETPOS').map(Number),
    clock: list('BYHOUR').map((hour) => (Number(hour) * 60 + minute) * MINUTE_MS),
    isFromDone: parts['X-FROM'] === 'DONE',
  };
});
