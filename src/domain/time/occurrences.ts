import { type Cadence, daysBetween, nextAfter, type Recurrence, readRecurrence } from './cadence.ts';
import {
  atLocalTime,
  type Day,
  dateOf,
  dayOf,
  dayOffOn,
  endOfWork,
  HORIZON,
  isWorkedWeekday,
  isWorkingDay,
  localDay,
  shiftWorkingDays,
  startOfDay,
  type WorkCalendar,
  weekdayOf,
  withoutAway,
} from './calendar.ts';
import { type Instant, latest, type Moment } from './moment.ts';

/** What becomes of an occurrence that falls on a day off or away: the working day before it or after it, or as it is. */
export type OnDaysOff = 'before' | 'after' | 'keep';
export const ON_DAYS_OFF: readonly OnDaysOff[] = ['before', 'after', 'keep'];

/** When something comes again. Days are ISO days in the zone of the calendar that it is asked with. */
export interface Rhythm {
  readonly cadence: Cadence;
  /** Since when it runs. Every second week counts from that week. */
  readonly since: Instant;
  readonly onDaysOff: OnDaysOff;
  /** The last day, if there is one. */
  readonly until: Day | null;
  /** Days on which nothing comes, from the first to the last. */
  readonly pauses: readonly { readonly first: Day; readonly last: Day }[];
}

/** One time of something that comes again. */
export interface Occurrence {
  /** When the rule names it, whatever days are off: the time, or the start of the day. This tells it from all others. */
  readonly on: Instant;
  readonly due: Moment;
  /** The day that the rule names, if it is a day off and so the occurrence comes on another. */
  readonly instead: Day | null;
}

/** The occurrence that others come after. */
export interface Reached {
  readonly on: Instant;
  /** When it comes by its rhythm. */
  readonly due: Instant;
  /** Since when the rhythm that named it runs. */
  readonly since: Instant;
  readonly isOpen: boolean;
  /** When it was done; null if it was not. */
  readonly doneAt: Instant | null;
}

/** Nobody looks further ahead than this many times; a damaged rule may never name one that counts. */
const MOST_TIMES = 4000;

/** The shortest cadence of something that is expected again and again. Anything shorter would drown everything else. */
const TOO_OFTEN: readonly string[] = ['SECONDLY', 'MINUTELY'];

/** Whether a cadence is too short for something that has to be done each time. */
export function isTooOften({ rrule }: Cadence): boolean {
  return TOO_OFTEN.includes(readRecurrence(rrule).frequency);
}

/** Whether a cadence runs from the last time that it was done, so that nothing comes before that. */
export function isFromDone({ rrule }: Cadence): boolean {
  return readRecurrence(rrule).isFromDone;
}

/**
 * The times at which something comes again, after the last one that was reached (null: none yet), each later than the one
 * before. The rule decides on the days as if nobody were ever away, so that time away never shifts what comes after it:
 *
 * - In a month without the named day, the last day is meant. A rule that names no day means the weekday or the date on
 *   which it began.
 * - The first one is the first that the rule names after it began. Only a rule that counts ("every 2 weeks") and names no day waits
 *   that long.
 * - What falls on a day off or away comes on the working day before it or after it, or stays. A weekday that is never worked
 *   stays. Where that is not after the one before, that one covers it: two weeks away do not make two of them due on one day.
 * - Hours, and several times a period, count working time, so they never fall on a day off.
 *
 * Clock times are local to the calendar's zone. In a night in which the clocks change they move as all clock times do.
 */
export function* occurrences(
  rhythm: Rhythm,
  reached: Reached | null,
  calendar: WorkCalendar,
): Generator<Occurrence> {
  const { until, pauses } = rhythm;
  let lastDue = reached?.due ?? rhythm.since;
  const horizon = localDay(calendar, lastDue) + HORIZON;
  let times = 0;
  for (const { on, day, ms } of namedTimes(rhythm, reached, calendar)) {
    if (++times > MOST_TIMES || day > horizon || (until !== null && day > until)) return;
    if (pauses.some(({ first, last }) => first <= day && day <= last)) continue;
    const shifted = ms === 'worked' ? day : workedInstead(rhythm, day, calendar);
    const at = ms === 'worked' ? on : instantOn(shifted, ms, calendar);
    if (at <= lastDue) continue;
    lastDue = at;
    yield {
      on,
      due: { at, zone: calendar.zone, grain: ms === null ? 'day' : 'time' },
      instead: shifted === day ? null : day,
    };
  }
}

/** The days of a rhythm that are off or away, with what the occurrence becomes, among its next few times. */
export function shiftedAhead(
  rhythm: Rhythm,
  reached: Reached | null,
  calendar: WorkCalendar,
  times: number,
): Occurrence[] {
  const shifted: Occurrence[] = [];
  let seen = 0;
  for (const occurrence of occurrences(rhythm, reached, calendar)) {
    if (++seen > times) break;
    if (occurrence.instead !== null) shifted.push(occurrence);
  }
  return shifted;
}

/** A time that a rule names: its clock time in ms after midnight, null for the end of the day; or within working time. */
interface NamedTime {
  readonly on: Instant;
  readonly day: Day;
  readonly ms: number | null | 'worked';
}

function* namedTimes(rhythm: Rhythm, reached: Reached | null, calendar: WorkCalendar): Generator<NamedTime> {
  const { cadence, since } = rhythm;
  const recurrence = readRecurrence(cadence.rrule);
  const last = recurrence.isFromDone ? (reached?.doneAt ?? reached?.on) : reached?.on;
  // What came by another cadence before does not count for this one.
  const from = latest(last ?? since, since);
  const isNamed = from === reached?.on;
  if (countsWorkingTime(recurrence)) {
    let on = from;
    for (;;) {
      const next = nextAfter(cadence, on, calendar);
      if (next <= on) return;
      on = next;
      yield { on, day: localDay(calendar, on), ms: 'worked' };
    }
  }
  const usual = withoutAway(calendar);
  const anchor = localDay(usual, recurrence.isFromDone ? from : since);
  const begins = localDay(usual, from);
  for (const day of namedDays(anchored(recurrence, anchor), anchor, begins, isNamed, usual)) {
    const { clock } = recurrence;
    // A new cadence does not bring it again on the day on which it came by the old one.
    if (reached && reached.since !== since && day === localDay(usual, reached.on)) continue;
    // Without a clock time the day is later than that of the words.
    if (clock.length === 0 && day > begins) yield { on: startOfDay(usual, day), day, ms: null };
    for (const ms of clock) {
      const on = atLocalTime(usual, day, ms);
      if (on > from) yield { on, day, ms };
    }
  }
}

function countsWorkingTime({ frequency, times }: Recurrence): boolean {
  return times > 1 || frequency === 'HOURLY' || TOO_OFTEN.includes(frequency);
}

/** The rule with the day named on which it began, if it names none. */
function anchored(recurrence: Recurrence, anchor: Day): Recurrence {
  const { frequency, weekdays, monthDays } = recurrence;
  if (frequency === 'DAILY' || weekdays.length + monthDays.length > 0) return recurrence;
  const { month, date } = dateOf(anchor);
  if (frequency === 'WEEKLY') {
    return { ...recurrence, weekdays: [{ weekday: weekdayOf(anchor), nth: null }] };
  }
  return { ...recurrence, monthDays: [date], months: frequency === 'YEARLY' ? [month] : [] };
}

const DAYS_IN_WEEK = 7;
const MONTHS_IN_YEAR = 12;

/**
 * The days that a rule names from a day on, in order, as far as the horizon. Periods that it leaves out are counted from the anchor; working
 * days from that day, which is one of them (`isNamed`) or not.
 */
function* namedDays(
  recurrence: Recurrence,
  anchor: Day,
  from: Day,
  isNamed: boolean,
  calendar: WorkCalendar,
): Generator<Day> {
  const { frequency, interval, months } = recurrence;
  // A damaged rule may name no day at all.
  const end = from + HORIZON;
  if (frequency === 'DAILY') {
    if (isNamed || (interval === 1 && isWorkingDay(calendar, from))) yield from;
    for (let day = shiftWorkingDays(calendar, from, interval); day <= end; ) {
      yield day;
      day = shiftWorkingDays(calendar, day, interval);
    }
    return;
  }
  if (frequency === 'WEEKLY') {
    const weekdays = recurrence.weekdays.map(({ weekday }) => weekday);
    for (let monday = alignedWeek(anchor, from, interval); monday <= end; monday += DAYS_IN_WEEK * interval) {
      for (let day = monday; day < monday + DAYS_IN_WEEK; day++) {
        if (day >= from && weekdays.includes(weekdayOf(day))) yield day;
      }
    }
    return;
  }
  const step = frequency === 'YEARLY' ? MONTHS_IN_YEAR * interval : interval;
  const first = frequency === 'YEARLY' ? dateOf(anchor).year * MONTHS_IN_YEAR : monthOf(anchor);
  const passed = Math.max(0, Math.floor((monthOf(from) - first) / step));
  for (let month = first + passed * step; firstOf(month) <= end; month += step) {
    const days =
      frequency === 'MONTHLY'
        ? daysOfMonth(recurrence, month, calendar)
        : months.length === 0
          ? daysBetween(recurrence, firstOf(month), firstOf(month + MONTHS_IN_YEAR), calendar)
          : months.flatMap((each) => daysOfMonth(recurrence, month + each - 1, calendar));
    yield* days.filter((day) => day >= from).sort((a, b) => a - b);
  }
}

function daysOfMonth(recurrence: Recurrence, month: number, calendar: WorkCalendar): Day[] {
  const { months } = recurrence;
  if (months.length > 0 && !months.includes((month % MONTHS_IN_YEAR) + 1)) return [];
  return daysBetween(recurrence, firstOf(month), firstOf(month + 1), calendar);
}

/** The Monday of the week that contains a day, or of the first week after it that the interval does not leave out. */
function alignedWeek(anchor: Day, from: Day, interval: number): Day {
  const mondayOf = (day: Day) => day - ((weekdayOf(day) + DAYS_IN_WEEK - 1) % DAYS_IN_WEEK);
  const weeks = Math.max(0, (mondayOf(from) - mondayOf(anchor)) / DAYS_IN_WEEK);
  return mondayOf(anchor) + Math.ceil(weeks / interval) * interval * DAYS_IN_WEEK;
}

/** A month as the number of months since the year 0. */
function monthOf(day: Day): number {
  const { year, month } = dateOf(day);
  return year * MONTHS_IN_YEAR + month - 1;
}

function firstOf(month: number): Day {
  return dayOf(Math.floor(month / MONTHS_IN_YEAR), (month % MONTHS_IN_YEAR) + 1, 1);
}

/** The day on which an occurrence comes that is named for a day. */
function workedInstead({ cadence, onDaysOff }: Rhythm, day: Day, calendar: WorkCalendar): Day {
  if (onDaysOff === 'keep' || isWorkingDay(calendar, day)) return day;
  const { weekdays, positions } = readRecurrence(cadence.rrule);
  // Whoever says "saturdays" means Saturday.
  const isNamed = weekdays.length > 0 && positions.length === 0;
  if (isNamed && !isWorkedWeekday(calendar, weekdayOf(day)) && dayOffOn(calendar, day) === null) return day;
  return shiftWorkingDays(calendar, day, onDaysOff === 'before' ? -1 : 1);
}

function instantOn(day: Day, ms: number | null, calendar: WorkCalendar): Instant {
  return ms !== null ? atLocalTime(calendar, day, ms) : endOfWork(calendar, day);
}

/**
 * What an occurrence is called within its standing promise: its day by the rule, by the clock there ("20260306"), or the time, in UTC
 * ("20260306T2100Z"), because some hours come twice when clocks go back.
 */
export function occurrenceKey({ on, due }: Pick<Occurrence, 'on' | 'due'>, calendar: WorkCalendar): string {
  if (due.grain === 'time') return `${on.slice(0, 16).replace(/[-:]/g, '')}Z`;
  const { year, month, date } = dateOf(localDay(calendar, on));
  return [String(year).padStart(4, '0'), ...[month, date].map((part) => String(part).padStart(2, '0'))].join(
    '',
  );
}
