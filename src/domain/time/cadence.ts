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
 * How often updates are owed: an iCalendar recurrence rule (RFC 5545, 3.3.10) with two extensions,
 * `X-UNIT=BUSINESSDAY` for working days and `X-TIMES=2` for twice in each period, beside the words for it.
 */
export interface Cadence {
  readonly rrule: string;
  readonly text: string;
}

/** A rule as it is reckoned with; the numbers of days are as in iCalendar, those of weekdays Sunday = 0. */
interface Rule {
  readonly frequency: string;
  readonly interval: number;
  readonly times: number;
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number | null }[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
  /** Clock times in milliseconds after midnight, in order; none where no clock time was said. */
  readonly clock: readonly number[];
}

/** Weekdays as iCalendar writes them, Sunday = 0. */
export const WEEKDAY_CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const MINUTE_MS = 60_000;

/** Minutes of working time in the units that are counted in it. */
const MINUTES_IN: Readonly<Record<string, number>> = { SECONDLY: 1 / 60, MINUTELY: 1, HOURLY: 60 };

/** Weeks in the periods in which updates are spread: a month has at least four. */
const WEEKS_IN: Readonly<Record<string, number>> = { WEEKLY: 1, MONTHLY: 4 };

/** So far ahead a rule names a working day. It also ends the search where a damaged rule names no day at all: the next working day is due. */
const MOST_DAYS = 3660;

/** Few rules are in use, and each of them for many commitments. */
const knownRules = new Map<string, Rule>();

/**
 * When the next update is due after a word that was given at `last`: the first time that the rule names after it, or
 * after as many periods less one where not every one counts. The rule has no beginning of its own, since each word
 * starts it again; a limited number of times (COUNT) therefore says nothing about the next.
 *
 * - Seconds, minutes and hours are counted in working time, and so is "twice a day".
 * - At a clock time, in local time, where one was said; else at the end of the working hours, of a later day than
 *   that of the word.
 * - A rule that names no days means the same weekday or date again; days count as working days.
 * - A day that a month does not have is its last; a weekday that is only said to be in a month, its first.
 * - A day off is moved to the working day before it, so that nobody waits longer than was said. Only a weekday that
 *   is never worked stands: whoever says "saturdays" means Saturday.
 */
export function nextAfter(cadence: Cadence, last: Instant, calendar: WorkCalendar): Instant {
  const rule = readRule(cadence.rrule);
  const { frequency, interval, clock } = rule;
  const minutes = MINUTES_IN[frequency];
  if (minutes !== undefined) return addWorkingMinutes(calendar, last, minutes * interval);
  if (rule.times > 1) return nextShare(rule, last, calendar);
  const day = localDay(calendar, last);
  if (!namesDays(rule)) {
    const [at] = timesOn(
      calendar,
      workedDayAfter(calendar, day, shiftPeriods(rule, day, interval, calendar)),
      clock,
    );
    return at ?? last;
  }
  const from = shiftPeriods(rule, day, interval - 1, calendar);
  const floor = interval === 1 && clock.length > 0 ? last : atLocalTime(calendar, from, DAY_MS - 1);
  for (const named of namedDays(rule, from, calendar)) {
    const at = timesOn(calendar, workedDay(rule, named, calendar), clock).find((time) => time > floor);
    if (at !== undefined) return at;
  }
  return endOfWork(calendar, shiftWorkingDays(calendar, day, 1));
}

/** The share of a period that lies between two updates when there are several in it. */
function nextShare({ frequency, times }: Rule, last: Instant, calendar: WorkCalendar): Instant {
  if (frequency === 'DAILY') {
    return addWorkingMinutes(
      calendar,
      last,
      Math.max(1, Math.floor((60 * workingDayHours(calendar)) / times)),
    );
  }
  const worked = [0, 1, 2, 3, 4, 5, 6].filter((weekday) => isWorkedWeekday(calendar, weekday)).length;
  const days = Math.max(1, Math.floor(((WEEKS_IN[frequency] ?? 1) * worked) / times));
  return endOfWork(calendar, shiftWorkingDays(calendar, localDay(calendar, last), days));
}

function namesDays({ frequency, weekdays, monthDays }: Rule): boolean {
  return frequency === 'DAILY' || weekdays.length > 0 || monthDays.length > 0;
}

function shiftPeriods({ frequency }: Rule, day: Day, count: number, calendar: WorkCalendar): Day {
  if (frequency === 'DAILY') return shiftWorkingDays(calendar, day, count);
  if (frequency === 'WEEKLY') return day + 7 * count;
  return shiftMonths(day, (frequency === 'YEARLY' ? 12 : 1) * count);
}

/** The days that a rule names in some years, from the one given or earlier in its month or year. */
function* namedDays(rule: Rule, from: Day, calendar: WorkCalendar): Generator<Day> {
  const { year, month } = dateOf(from);
  if (rule.frequency === 'YEARLY' && rule.months.length === 0) {
    for (let years = 0; years < MOST_DAYS / 365; years++) {
      yield* daysBetween(rule, dayOf(year + years, 1, 1), dayOf(year + years + 1, 1, 1), calendar);
    }
  } else if (rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY') {
    for (let months = 0; months < MOST_DAYS / 28; months++) {
      const first = dayOf(year, month + months, 1);
      if (rule.months.length === 0 || rule.months.includes(dateOf(first).month)) {
        yield* daysBetween(rule, first, shiftMonths(first, 1), calendar);
      }
    }
  } else {
    const isNamed = (day: Day) =>
      rule.frequency === 'DAILY'
        ? isWorkingDay(calendar, day)
        : rule.weekdays.some(({ weekday }) => weekday === weekdayOf(day));
    for (let day = from; day < from + MOST_DAYS; day++) {
      if (isNamed(day)) yield day;
    }
  }
}

/** The days that a rule names in a month or a year, in order; there is at least one. */
function daysBetween(rule: Rule, first: Day, after: Day, calendar: WorkCalendar): Day[] {
  const days = Array.from({ length: after - first }, (_, index) => first + index);
  const on = (wanted: number) => days.filter((day) => weekdayOf(day) === wanted);
  if (rule.positions.length > 0) {
    const named = days.filter((day) => rule.weekdays.some(({ weekday }) => weekday === weekdayOf(day)));
    const worked = named.filter((day) => isWorkingDay(calendar, day));
    return pick(worked.length > 0 ? worked : named, rule.positions);
  }
  const weekdays = rule.weekdays.flatMap(({ weekday, nth }) => pick(on(weekday), [nth ?? 1]));
  return [...weekdays, ...pick(days, rule.monthDays)].sort((a, b) => a - b);
}

/** The Nth of some days, the last being -1; where there are fewer, the last or the first. */
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

/** The day itself or the working day before it; a weekday that was named and is never worked stands. */
function workedDay({ weekdays, positions }: Rule, day: Day, calendar: WorkCalendar): Day {
  const stands =
    isWorkingDay(calendar, day) ||
    (weekdays.length > 0 && positions.length === 0 && !isWorkedWeekday(calendar, weekdayOf(day)));
  return stands ? day : shiftWorkingDays(calendar, day, -1);
}

function workedDayAfter(calendar: WorkCalendar, after: Day, day: Day): Day {
  if (isWorkingDay(calendar, day)) return day;
  const before = shiftWorkingDays(calendar, day, -1);
  return before > after ? before : shiftWorkingDays(calendar, day, 1);
}

function readRule(rrule: string): Rule {
  const known = knownRules.get(rrule);
  if (known) return known;
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
  const rule: Rule = {
    frequency: parts.FREQ ?? 'DAILY',
    interval: Number(parts.INTERVAL ?? 1),
    times: Number(parts['X-TIMES'] ?? 1),
    weekdays,
    // A month alone begins on its first day, as it does for dates.
    monthDays: months.length > 0 && weekdays.length + monthDays.length === 0 ? [1] : monthDays,
    months,
    positions: list('BYSETPOS').map(Number),
    clock: list('BYHOUR').map((hour) => (Number(hour) * 60 + minute) * MINUTE_MS),
  };
  knownRules.set(rrule, rule);
  return rule;
}
