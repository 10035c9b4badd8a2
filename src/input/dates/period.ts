import { type Day, dateOf, dayOf, shiftMonths } from '../../domain/time/calendar.ts';
import { startOfWeek } from '../../domain/time/week.ts';
import { MONTH, monthNamed } from '../words.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import { readWeekNumber } from './week-number.ts';

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
  /^(?:the )?(?:(?:this |current )?|(next|following|coming) |(last|previous) )(?:(?:working|business|work) ?(?=week))?(week|month|quarter|year)( after next)?$/;
const NAMED_MONTH = new RegExp(`^(?:this )?(${MONTH})(?:,?(?: of| in)? (\\d{4}|(?:this|next|last) year))?$`);
/** `2026-04`, `04/2026`. */
const NUMBERED_MONTH = /^(?:(\d{4})[-/](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])\/(\d{4}))$/;
const QUARTER =
  /^(?:the )?(?:q([1-4])|([1-4])(?:st|nd|rd|th) quarter)(?:[ /](?:of |in )?(\d{4}|(?:this|next|last) year))?$/;

/**
 * The period that words name. Without a year, all that are possible, nearest first in the direction of
 * reading.
 */
export function readPeriods(words: string, context: DateContext, direction: Direction): readonly Period[] {
  const relative = RELATIVE.exec(words);
  if (relative) {
    const [, next, last, unit, afterNext] = relative;
    if (afterNext) return next || last ? [] : [periodFrom(unit as PeriodUnit, context, 2)];
    return [periodFrom(unit as PeriodUnit, context, next ? 1 : last ? -1 : 0)];
  }
  const week = readWeekNumber(words, context, direction);
  if (week && 'first' in week && week.weekday === undefined) {
    return [{ unit: 'week', first: week.first, last: week.first + 6, current: false }];
  }
  const month = NAMED_MONTH.exec(words);
  if (month) return yearly('month', monthNamed(month[1] ?? '') ?? 1, month[2], context, direction);
  const [, yearBefore, monthAfter, monthBefore, yearAfter] = NUMBERED_MONTH.exec(words) ?? [];
  const numbered = monthAfter ?? monthBefore;
  if (numbered) return [periodOf('month', dayOf(Number(yearBefore ?? yearAfter), Number(numbered), 1))];
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

/** The year of `2027` or `next year`. */
export function yearNamed(words: string, context: DateContext): number {
  const { year } = dateOf(today(context));
  if (words.startsWith('next')) return year + 1;
  if (words.startsWith('last')) return year - 1;
  return words.startsWith('this') ? year : Number(words);
}

function yearly(
  unit: 'month' | 'quarter',
  month: number,
  year: string | undefined,
  context: DateContext,
  direction: Direction,
): readonly Period[] {
  if (year !== undefined) return [periodOf(unit, dayOf(yearNamed(year, context), month, 1))];
  const step = direction === 'ahead' ? 1 : -1;
  const thisYear = dateOf(today(context)).year;
  return [0, 1, 2].map((years) => periodOf(unit, dayOf(thisYear + step * years, month, 1)));
}
