import { monthName } from '../words.ts';
import { datedDay, yearlyDay } from './calendar-date.ts';
import type { ReadPiece } from './piece.ts';
import { noSuchDate, Trouble } from './trouble.ts';

/**
 * `5/6`, `5/6/2026`, `5-6-2026`, in the order of the speaker. Dots (`5.6.2026`) always put the day first and
 * need a year, because `8.30` is a clock time. Dashes need a full year, because `26-01-02` could begin with
 * it. Month first is the order of whoever set none, so `13/09` is then read the other way; whoever puts the
 * day first has said so, and did not mean `2/13`.
 */
export const readNumericDate: ReadPiece = (words, context, direction) => {
  const match = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(words);
  if (!match) return null;
  const [, first, separator, second, year] = match;
  if ((separator !== '/' && year === undefined) || (separator === '-' && year?.length === 2)) return null;
  const dayFirst = separator === '.' || context.dateOrder === 'dmy';
  const [month, date] = inOrder(Number(first), Number(second), dayFirst);
  if (month > 12 && date <= 12) return wrongOrder(month, date);
  if (month < 1 || month > 12) return noSuchDate();
  if (year === undefined) return yearlyDay(month, date, context, direction);
  return datedDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
};

function inOrder(first: number, second: number, dayFirst: boolean): [month: number, date: number] {
  return dayFirst || first > 12 ? [second, first] : [first, second];
}

function wrongOrder(month: number, date: number): Trouble {
  return new Trouble(
    'date-impossible',
    `has no month ${month}, because days come first`,
    `Did you mean "${month} ${monthName(date)}"?`,
  );
}
