import { type Day, dateOf, dayOf } from '../../domain/time/calendar.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import type { Days } from './piece.ts';
import { noSuchDate, type Trouble } from './trouble.ts';

/** The rarest date, 29 February, recurs after eight years at most; so this is enough for three dates of any other. */
const YEARS = 8;

/** The day of a date; null if the month does not have it. */
export function dayOfDate(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1) return null;
  const day = dayOf(year, month, date);
  const actual = dateOf(day);
  return actual.month === month && actual.date === date ? day : null;
}

/** A date with its year; trouble if the month does not have it. */
export function datedDay(year: number, month: number, date: number): Days | Trouble {
  const day = dayOfDate(year, month, date);
  return day === null ? noSuchDate() : { kind: 'days', days: [day], names: 'date' };
}

/** A date without a year, in this year and the following (or preceding) years in which it exists. */
export function yearlyDay(
  month: number,
  date: number,
  context: DateContext,
  direction: Direction,
): Days | Trouble {
  const { year } = dateOf(today(context));
  const step = direction === 'ahead' ? 1 : -1;
  const days = Array.from({ length: YEARS + 1 }, (_, years) => dayOfDate(year + step * years, month, date));
  const existing = days.filter((day) => day !== null);
  return existing.length === 0 ? noSuchDate() : { kind: 'days', days: existing, names: 'date' };
}
