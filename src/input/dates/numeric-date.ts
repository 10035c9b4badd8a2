import { monthName } from '../words.ts';
import { datedDay, yearlyDay } from './calendar-date.ts';
import type { DateContext } from './date-context.ts';
import type { ReadPiece } from './piece.ts';
import { noSuchDate, Trouble } from './trouble.ts';

/** The last hour of a clock: two numbers of which both can be hours may be a window. */
const LAST_HOUR = 24;

/**
 * `5/6`, `5/6/2026`, `5-6-2026`, `11-30`, in the order of the speaker. Dots (`5.6.2026`, `5.6.`) always put the day
 * first and need a year or another dot, because `8.30` is a clock time. Dashes need a full year, because `26-01-02`
 * could begin with it, or a number that is no hour, because `9-11` may be a window. Month first is the order of whoever
 * set none, so `13/09` is then read the other way; whoever puts the day first has said so, and did not mean `2/13`.
 */
export const readNumericDate: ReadPiece = (words, context, direction) => {
  const match = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}|(?<=\.)))?$/.exec(words);
  if (!match) return null;
  const [, first, separator, second, written] = match;
  const year = written === '' ? undefined : written;
  if (separator === '.' && written === undefined) return null;
  if (separator === '-' && year === undefined && !isNoWindow(Number(first), Number(second))) {
    return Number(first) > 12 && Number(second) > 12 ? null : WINDOW_OR_DATE;
  }
  if (separator === '-' && year?.length === 2) return null;
  const read = monthAndDate(Number(first), Number(second), separator === '.' ? 'dmy' : context.dateOrder);
  if (read instanceof Trouble) return read;
  const [month, date] = read;
  if (year === undefined) return yearlyDay(month, date, context, direction);
  return datedDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, date);
};

/** The month and its day that two numbers are, in the order of the speaker. */
export function monthAndDate(
  first: number,
  second: number,
  order: DateContext['dateOrder'],
): readonly [month: number, date: number] | Trouble {
  const [month, date] = order === 'dmy' || first > 12 ? [second, first] : [first, second];
  if (month > 12 && date <= 12) return wrongOrder(month, date);
  return month < 1 || month > 12 ? noSuchDate() : [month, date];
}

function isNoWindow(first: number, second: number): boolean {
  return first > LAST_HOUR || second > LAST_HOUR;
}

const WINDOW_OR_DATE = new Trouble(
  'date-not-understood',
  'can be a date, or a window from one hour to another',
  'Write a date with a slash or its month, such as "11 september", or a window with its half of the day, such as "9-11am".',
);

function wrongOrder(month: number, date: number): Trouble {
  return new Trouble(
    'date-impossible',
    `has no month ${month}, because days come first`,
    `Did you mean "${month} ${monthName(date)}"?`,
  );
}
