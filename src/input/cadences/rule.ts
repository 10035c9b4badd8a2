import { WEEKDAY_CODES } from '../../domain/time/cadence.ts';

/** The parts of a recurrence rule (RFC 5545, 3.3.10) that people express in words; all are optional. */
export interface Rule {
  readonly frequency: Frequency;
  /** Every Nth period. */
  readonly interval?: number;
  readonly weekdays?: readonly NamedWeekday[];
  /** Which of these weekdays in the month: the first is 1, the last -1. */
  readonly positions?: readonly number[];
  /** Days of the month; the last is -1. */
  readonly monthDays?: readonly number[];
  /** January = 1. */
  readonly months?: readonly number[];
  /** Local clock times: hours that share a minute. */
  readonly clock?: { readonly hours: readonly number[]; readonly minute: number };
  /** How many times in each period, spread over it. */
  readonly times?: number;
  readonly workingDays?: boolean;
  /** How many times in all. */
  readonly count?: number;
}

export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY' | 'SECONDLY';

/** A weekday (Sunday = 0), or the Nth one in a month; the last is -1. */
export interface NamedWeekday {
  readonly weekday: number;
  readonly nth?: number;
}

/** Each of these weekdays (Sunday = 0), in every week. */
export function everyWeekday(weekdays: readonly number[]): readonly NamedWeekday[] {
  return weekdays.map((weekday) => ({ weekday }));
}

/** The longest interval; nobody waits longer for an update. */
const MOST = 1000;

/** The rule at a `count` times longer interval; null if `count` is not a valid number or the interval too long. */
export function everyNth<R extends object>(
  rule: R & { readonly interval?: number },
  count: number,
): (R & { readonly interval: number }) | null {
  const interval = (rule.interval ?? 1) * count;
  return interval >= 1 && interval <= MOST ? { ...rule, interval } : null;
}

/** A rule in iCalendar form, in a fixed order, so that equal rules give equal texts. */
export function writeRule(rule: Rule): string {
  const { interval = 1, clock, workingDays } = rule;
  const parts: readonly (readonly [string, string | number | undefined])[] = [
    ['FREQ', rule.frequency],
    ['INTERVAL', interval > 1 ? interval : undefined],
    ['BYMONTH', rule.months?.join()],
    ['BYMONTHDAY', rule.monthDays?.join()],
    ['BYDAY', rule.weekdays?.map(({ nth = '', weekday }) => `${nth}${WEEKDAY_CODES[weekday]}`).join()],
    ['BYHOUR', clock?.hours.join()],
    ['BYMINUTE', clock?.minute || undefined],
    ['BYSETPOS', rule.positions?.join()],
    ['COUNT', rule.count],
    ['X-TIMES', rule.times],
    ['X-UNIT', workingDays ? 'BUSINESSDAY' : undefined],
  ];
  return parts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}
