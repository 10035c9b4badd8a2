import ICAL from 'ical.js';
import { refuse } from '../../domain/base/refusal.ts';
import { type Day, dateOf, dayOf } from '../../domain/time/calendar.ts';
import { type CalendarClocks, type LocalTime, libraryTime } from './ics-times.ts';

/** How many times of a rule are looked at: one a day for more than a century. */
const MOST_TIMES = 50_000;

/** How far ahead a rule is followed, in years, so that one without any further time comes to an end. */
const YEARS_AHEAD = 30;

/** What comes again: when it first is, by which rule, and the times that it has besides. */
export interface Series {
  readonly first: LocalTime;
  readonly rule: ICAL.Recur | null;
  readonly additions: readonly LocalTime[];
  /** Whether a time is none after all, because it was taken out or stands elsewhere in the file. */
  readonly isOut: (time: LocalTime) => boolean;
}

/** Which times of a series lie ahead. */
interface Ahead {
  /** None before this day does. */
  readonly from: Day;
  readonly isAhead: (time: LocalTime) => boolean;
}

/**
 * The first time of a series at which `isAhead`, else the last one before; null if there is none (RFC 5545, 3.8.5). On its own clock it
 * is the same time also when the clocks have changed. Throws a Refusal for a rule that cannot be followed.
 */
export function nextTimeOf(
  { first, rule, additions, isOut }: Series,
  { from, isAhead }: Ahead,
  clocks: CalendarClocks,
): LocalTime | null {
  let last: LocalTime | null = null;
  let next: LocalTime | null = null;
  for (const time of rule === null ? [first] : timesOf(first, rule, from, clocks)) {
    if (isOut(time)) continue;
    if (isAhead(time)) {
      next = time;
      break;
    }
    last = time;
  }
  const others = additions.filter((time) => !isOut(time));
  const ahead = [...others.filter(isAhead), ...(next ? [next] : [])].sort(byTime);
  const behind = [...others.filter((time) => !isAhead(time)), ...(last ? [last] : [])].sort(byTime);
  return ahead[0] ?? behind.at(-1) ?? null;
}

function byTime(a: LocalTime, b: LocalTime): number {
  return a.day - b.day || (a.ms ?? 0) - (b.ms ?? 0);
}

/** The times of a rule, from long before a day on. */
function* timesOf(
  first: LocalTime,
  rule: ICAL.Recur,
  from: Day,
  clocks: CalendarClocks,
): Generator<LocalTime> {
  const isOver = endOf(rule, clocks);
  const isOverflow = overflowOf(rule, first);
  const start = libraryTime(startNear(from, first, rule));
  const bounded = rule.clone();
  const mostYears = dateOf(from).year + YEARS_AHEAD;
  bounded.until = libraryTime({
    day: dayOf(Math.min(mostYears, (rule.until?.year ?? mostYears) + 1), 12, 31),
    ms: null,
  });
  let times: BoundedTimes | null = null;
  for (;;) {
    let found: ICAL.Time | null;
    try {
      times ??= new BoundedTimes({ rule: bounded, dtstart: start });
      found = times.next();
    } catch (error) {
      throw refuseRule(error);
    }
    if (!found) return;
    const { year, month, day, hour, minute, second } = found;
    const ms = first.ms === null ? null : ((hour * 60 + minute) * 60 + second) * 1000;
    const time = { ...first, day: dayOf(year, month, day), ms };
    if (isOver(time)) return;
    if (!isOverflow(time)) yield time;
  }
}

/** The days after which a rule with an interval of one is as it was, as far as that is a number of days. */
const PERIODS: Partial<Record<string, number>> = { DAILY: 1, WEEKLY: 7 };

/**
 * A time from which a rule goes on as from its first one, long enough before a day and before its end to see some of its times, so that
 * few are looked at.
 */
function startNear(
  from: Day,
  first: LocalTime,
  { freq, interval, count, until, parts }: ICAL.Recur,
): LocalTime {
  const period = (PERIODS[freq] ?? 0) * interval;
  if (period === 0 || count) return first;
  const end = until ? dayOf(until.year, until.month, until.day) : from;
  // By months or weekdays, it may be a year until there are some.
  const margin = Object.keys(parts).length > 0 ? 366 : 40 * period;
  const periods = Math.floor((Math.min(from, end) - margin - first.day) / period);
  return periods > 0 ? { ...first, day: first.day + periods * period } : first;
}

/**
 * Whether a time stands for a day that its year does not have, and so is none: in years without a 29 February the library gives a yearly
 * rule 1 March.
 */
function overflowOf(rule: ICAL.Recur, first: LocalTime): (time: LocalTime) => boolean {
  if (rule.freq !== 'YEARLY') return () => false;
  const hasDays = ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'].some((name) => name in rule.parts);
  const months = rule.parts.BYMONTH?.map(Number) ?? (hasDays ? null : [dateOf(first.day).month]);
  return ({ day }) => months !== null && !months.includes(dateOf(day).month);
}

/** Whether a time comes after the end of a rule, which is a day or an instant. */
function endOf({ until }: ICAL.Recur, clocks: CalendarClocks): (time: LocalTime) => boolean {
  if (!until) return () => false;
  const day = dayOf(until.year, until.month, until.day);
  if (until.isDate) return (time) => time.day > day;
  const ms = ((until.hour * 60 + until.minute) * 60 + until.second) * 1000;
  const isUtc = until.zone?.tzid === 'UTC';
  return (time) => {
    if (time.ms === null) return time.day > day;
    // Far from the end, the day is enough to tell.
    if (Math.abs(time.day - day) > 1) return time.day > day;
    return clocks.instantOf(time) > clocks.instantOf({ day, ms, zone: isUtc ? 'UTC' : time.zone });
  };
}

/** The times of a rule, of which the library would look for ever for some that never come (30 February). */
class BoundedTimes extends ICAL.RecurIterator {
  private looked = 0;

  override check_contracting_rules(): boolean {
    this.looked++;
    if (this.looked > MOST_TIMES) throw new RangeError('too many');
    return super.check_contracting_rules();
  }
}

function refuseRule(error: unknown) {
  return refuse(
    'recurrence-not-understood',
    error instanceof RangeError
      ? 'It comes again too often, or never, so its next time cannot be found.'
      : 'The rule by which it comes again cannot be followed.',
    'Record it by hand: followup promise WHAT --to CLIENT --every CADENCE',
  );
}
