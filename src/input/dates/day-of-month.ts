import { type Day, dateOf, dayOf, shiftMonths } from '../../domain/time/calendar.ts';
import { datedDay, dayOfDate } from './calendar-date.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import { readPeriods } from './period.ts';
import type { Days, ReadDay } from './piece.ts';
import { noSuchDate, type Trouble } from './trouble.ts';

/** Enough months for every date to fall on every weekday. */
const MONTHS = 24;

const RELATIVE_MONTH = '(?:this|current|next|following|last|previous) month';
const FORM = new RegExp(
  `^(?:the )?(\\d{1,2})(st|nd|rd|th)?( of (?:the )?month|(?: of)? (?:the )?(${RELATIVE_MONTH}))?$`,
);
const MONTH_FIRST = new RegExp(`^(${RELATIVE_MONTH})(?: on)? (?:the )?(\\d{1,2})(?:st|nd|rd|th)$`);
const BARE = /^(?:(?:due|by|until|till|on|at|of) )*the (\d{1,2})$/;

/** `the 15th`, `31st`: in the next month that has the day, counting today; `20th of next month`, `12 of this month`. */
export const readDayOfMonth: ReadDay = (words, context, direction) => {
  const [, date, ending, of, month] = FORM.exec(words.replace(MONTH_FIRST, '$2th of $1')) ?? [];
  if (date === undefined || !(ending || of)) return null;
  if (!month) return inAnyMonth(Number(date), context, direction);
  const { year, month: number } = dateOf(readPeriods(month, context, direction)[0]?.first ?? today(context));
  return datedDay(year, number, Number(date));
};

/** `the 14`: a number with an article is a day, not an hour. */
export const readTheDayOfMonth: ReadDay = (words, context, direction) => {
  const date = BARE.exec(words)?.[1];
  return date === undefined ? null : inAnyMonth(Number(date), context, direction);
};

function inAnyMonth(date: number, context: DateContext, direction: Direction): Days | Trouble {
  if (date < 1 || date > 31) return noSuchDate('names a day that no month has');
  const step = direction === 'ahead' ? 1 : -1;
  const days = Array.from({ length: MONTHS }, (_, months) => dayInMonth(date, step * months, context));
  return { kind: 'days', days: days.filter((day) => day !== null), names: 'date-of-month' };
}

/** The day with a date in the month that is so many months from now; null if that month lacks it. */
function dayInMonth(date: number, months: number, context: DateContext): Day | null {
  const now = dateOf(today(context));
  const { year, month } = dateOf(shiftMonths(dayOf(now.year, now.month, 1), months));
  return dayOfDate(year, month, date);
}
