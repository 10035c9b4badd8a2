import { dateOf, dayOf, shiftMonths } from '../../domain/time/calendar.ts';
import { dayOfDate } from './calendar-date.ts';
import { today } from './date-context.ts';
import type { ReadPiece } from './piece.ts';
import { noSuchDate } from './trouble.ts';

/** Enough months for every date to fall on every weekday. */
const MONTHS = 24;

/** `the 15th`, `31st`: in the next month that has the day, counting today; `20th of next month`. */
export const readDayOfMonth: ReadPiece = (words, context, direction) => {
  const match = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)(?: of (?:the )?(?:(this|current|next) )?month)?$/.exec(
    words,
  );
  if (!match) return null;
  const date = Number(match[1]);
  if (date < 1 || date > 31) return noSuchDate('names a day that no month has');
  const { year, month } = dateOf(today(context));
  const inMonth = (months: number) => {
    const shifted = dateOf(shiftMonths(dayOf(year, month, 1), months));
    return dayOfDate(shifted.year, shifted.month, date);
  };
  if (match[2]) {
    const day = inMonth(match[2] === 'next' ? 1 : 0);
    return day === null ? noSuchDate() : { kind: 'days', days: [day], names: 'date' };
  }
  const step = direction === 'ahead' ? 1 : -1;
  const days = Array.from({ length: MONTHS }, (_, months) => inMonth(step * months)).filter(
    (day) => day !== null,
  );
  return { kind: 'days', days, names: 'date-of-month' };
};
