import { type Refusal, refuse } from '../domain/base/refusal.ts';
import { dayOf, shiftMonths } from '../domain/time/calendar.ts';
import type { DateContext } from './dates/date-context.ts';
import { type Period, readPeriods } from './dates/period.ts';
import { plainWords } from './words.ts';

/**
 * The month that a phrase names: "april", "next month", "april 2027", "2026-04"; the current one if it is
 * empty.
 */
export function parseMonth(phrase: string, context: DateContext): Pick<Period, 'first' | 'last'> | Refusal {
  const words = plainWords(phrase) || 'this month';
  const [, year, month] = /^(\d{4})-(0?[1-9]|1[0-2])$/.exec(words) ?? [];
  if (year && month) {
    const first = dayOf(Number(year), Number(month), 1);
    return { first, last: shiftMonths(first, 1) - 1 };
  }
  return (
    readPeriods(words, context, 'ahead').find(({ unit }) => unit === 'month') ??
    refuse(
      'month-not-understood',
      `"${phrase.trim()}" is not a month.`,
      'Say "april", "next month" or "2026-04".',
    )
  );
}
