import { type Day, isWorkingDay, weekdayOf } from '../../domain/time/calendar.ts';
import { MONTH, WEEKDAY, WORKING_DAY, weekdayNamed } from '../words.ts';
import { type Period, readPeriods } from './period.ts';
import type { ReadPiece } from './piece.ts';
import { noSuchDate } from './trouble.ts';

const FORM = new RegExp(
  `^(?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)|last) (?:(${WEEKDAY})|(${WORKING_DAY}|weekday)|day)` +
    '(?: (?:of|in))? (?:the )?(.+)$',
);

const NAMED_MONTH = new RegExp(`^(?:${MONTH})\\b`);

/** `first tuesday of october`, `last friday of next month`, `last working day of the month`. */
export const readNthOfPeriod: ReadPiece = (words, context, direction) => {
  const match = FORM.exec(words);
  if (!match) return null;
  const [, count, name, working, of = ''] = match;
  const weekday = weekdayNamed(name ?? '');
  // "The 3rd day of october" is its date.
  if (count !== undefined && weekday === null && !working && NAMED_MONTH.test(of)) return null;
  const periods = readPeriods(of, context, direction);
  if (periods.length === 0) return null;
  const counted = (day: Day) =>
    weekday !== null ? weekdayOf(day) === weekday : !working || isWorkingDay(context.calendar, day);
  const days = periods.map((period) =>
    daysOf(period)
      .filter(counted)
      .at(count === undefined ? -1 : Number(count) - 1),
  );
  const existing = days.filter((day) => day !== undefined);
  if (days[0] === undefined || count === '0') return noSuchDate();
  return { kind: 'days', days: existing, names: 'day' };
};

function daysOf({ first, last }: Period): Day[] {
  return Array.from({ length: last - first + 1 }, (_, days) => first + days);
}
