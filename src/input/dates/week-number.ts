import { type Day, dateOf, dayOf } from '../../domain/time/calendar.ts';
import { weekdayFrom } from '../../domain/time/week.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import { noSuchDate, type Trouble } from './trouble.ts';

const MONDAY = 1;

const NUMBER =
  /^(?:the )?(?:calendar ?)?(?:week|wk|kw|cw|w) ?(\d{1,2})(?:(?: of| in|,)? (\d{4})|[/-](\d{4}))?$/;
/** In plain words, a dash before a letter is a space. */
const ISO = /^(\d{4}) ?w(\d\d)(?:-?([1-7]))?$/;

/** A week by its number, and its day if that is named too (Monday = 1). */
interface NumberedWeek {
  readonly first: Day;
  readonly weekday?: number;
}

/**
 * `week 12`, `KW12`, `wk 12 of 2026`, `2026-W12`, `2026-W12-3`: a week by its number in ISO 8601, which begins on a
 * Monday. Without a year, it is the next one that is not over (or when looking back, the last one that has begun).
 * Null for other words.
 */
export function readWeekNumber(
  words: string,
  context: DateContext,
  direction: Direction,
): NumberedWeek | Trouble | null {
  const [, isoYear, isoWeek, weekday] = ISO.exec(words) ?? [];
  if (isoYear !== undefined) {
    const first = firstDayOf(Number(isoYear), Number(isoWeek));
    return first === null
      ? noSuchWeek()
      : { first, ...(weekday !== undefined && { weekday: Number(weekday) }) };
  }
  const [, number, spaced, joined] = NUMBER.exec(words) ?? [];
  if (number === undefined) return null;
  const year = spaced ?? joined;
  const first =
    year === undefined
      ? nearestWeek(Number(number), context, direction)
      : firstDayOf(Number(year), Number(number));
  return first === null ? noSuchWeek() : { first };
}

/** The next week of that number, in the years around; only some years have a week 53. */
function nearestWeek(number: number, context: DateContext, direction: Direction): Day | null {
  const now = today(context);
  const { year } = dateOf(now);
  const step = direction === 'ahead' ? 1 : -1;
  // The first days of January may still belong to the last week of the year before.
  for (const years of [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8]) {
    const first = firstDayOf(year + step * years, number);
    if (first === null) continue;
    if (direction === 'ahead' ? first + 6 >= now : first <= now) return first;
  }
  return null;
}

/** The Monday that begins a week; null if the year has no such week. Week 1 is that of 4 January. */
function firstDayOf(year: number, number: number): Day | null {
  const monday = mondayOfWeekOne(year) + 7 * (number - 1);
  return number < 1 || monday >= mondayOfWeekOne(year + 1) ? null : monday;
}

function mondayOfWeekOne(year: number): Day {
  return weekdayFrom(dayOf(year, 1, 4) - 6, MONDAY);
}

function noSuchWeek(): Trouble {
  return noSuchDate('names a week that the year does not have');
}
