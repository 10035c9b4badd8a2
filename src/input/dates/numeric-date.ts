import { datedDay, yearlyDay } from './calendar-date.ts';
import type { ReadPiece } from './piece.ts';
import { noSuchDate } from './trouble.ts';

/**
 * `5/6`, `5/6/2026`, `5-6-2026`, in the configured order, or if that gives no such month, in the other
 * (`13/09`). Dots (`5.6.2026`) always put the day first and need a year, because `8.30` is a clock time.
 * Dashes need a full year, because `26-01-02` could begin with it.
 */
export const readNumericDate: ReadPiece = (words, context, direction) => {
  const match = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(words);
  if (!match) return null;
  const [, first, separator, second, year] = match;
  if ((separator !== '/' && year === undefined) || (separator === '-' && year?.length === 2)) return null;
  const dayFirst = separator === '.' || context.dateOrder === 'dmy';
  const [month, date] = inOrder(Number(first), Number(second), dayFirst);
  if (month < 1 || month > 12) return noSuchDate();
  if (year === undefined) return yearlyDay(month, date, context, direction);
  return datedDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
};

function inOrder(first: number, second: number, dayFirst: boolean): [month: number, date: number] {
  const [month, date] = dayFirst ? [second, first] : [first, second];
  return month > 12 ? [date, month] : [month, date];
}
