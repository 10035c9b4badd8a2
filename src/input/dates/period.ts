import { type Day, dateOf, dayOf, shiftMonths } from '../../domain/time/calendar.ts';
import { startOfWeek } from '../../domain/time/week.ts';
import { MONTH, monthNamed } from '../words.ts';
import { type DateContext, type Direction, today } from './date-context.ts';

export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year';

/** A week, month, quarter or year, by its first and last day. */
export interface Period {
  readonly unit: PeriodUnit;
  readonly first: Day;
  readonly last: Day;
  /** Whether it is named as the current one: "this month". */
  readonly current: boolean;
}

const MONTHS_IN = { month: 1, quarter: 3, year: 12 };
const RELATIVE =
  /^(?:the )?(?:(?:this |current )?|(next|following|coming) |(last|previous) )(?:(?:working|business|work) ?(?=week))?(week|month|quarter|year)$/;
const NAMED_MONTH = new RegExp(`^(?:this )?(${MONTH})(?: (\\d{4}))?$`);
const QUARTER = /^(?:the )?(?:q([1-4])|([1-4])(?:st|nd|rd|th) quarter)(?: (?:of )?(\d{4}))?$/;

/**
 * The period that words name. Without a year, all that are possible, nearest first in the direction of
 * reading.
 */
export function readPeriods(words: string, context: DateContext, direction: Direction): readonly Period[] {
  const relative = RELATIVE.exec(words);
  if (relative) {
    const unit = relative[3] as PeriodUnit;
    return [periodFrom(unit, context, relative[1] ? 1 : relative[2] ? -1 : 0)];
  }
  const month = NAMED_MONTH.exec(words);
  if (month) return yearly('month', monthNamed(month[1] ?? '') ?? 1, month[2], context, direction);
  const quarter = QUARTER.exec(words);
  if (quarter)
    return yearly('quarter', 3 * Number(quarter[1] ?? quarter[2]) - 2, quarter[3], context, direction);
  return /^\d{4}$/.test(words) ? [periodOf('year', dayOf(Number(words), 1, 1))] : [];
}

/** The current period, or the one `count` periods later. */
export function periodFrom(unit: PeriodUnit, context: DateContext, count: number): Period {
  const day = today(context);
  if (unit === 'week') {
    const first = startOfWeek(context.calendar, day) + 7 * count;
    return { unit, first, last: first + 6, current: count === 0 };
  }
  const { year, month } = dateOf(day);
  const size = MONTHS_IN[unit];
  const first = dayOf(year, month - ((month - 1) % size), 1);
  return { ...periodOf(unit, shiftMonths(first, count * size)), current: count === 0 };
}

function periodOf(unit: Exclude<PeriodUnit, 'week'>, first: Day): Period {
  return { unit, first, last: shiftMonths(first, MONTHS_IN[unit]) - 1, current: false };
}

function yearly(
  unit: 'month' | 'quarter',
  month: number,
  year: string | undefined,
  context: DateContext,
  direction: Direction,
): readonly Period[] {
  if (year !== undefined) return [periodOf(unit, dayOf(Number(year), month, 1))];
  const step = direction === 'ahead' ? 1 : -1;
  const thisYear = dateOf(today(context)).year;
  return [0, 1, 2].map((years) => periodOf(unit, dayOf(thisYear + step * years, month, 1)));
}
