import { Refusal, refuse } from '../domain/base/refusal.ts';
import type { Day } from '../domain/time/calendar.ts';
import { localDay } from '../domain/time/calendar.ts';
import { readPeriods } from './dates/period.ts';
import { type DateContext, parseAnyDate } from './dates.ts';
import { plainWords } from './words.ts';

/** Consecutive days, from the first to the last. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** `24-31 dec`: both days in one month. */
const SAME_MONTH = /^\s*(\d{1,2})\s*[-\u2013]\s*(\d{1,2}) ([a-z]+(?: \d{4})?)\s*$/i;
const BETWEEN = /\s*\.\.+\s*|\s+(?:to|until|till|through|-|\u2013)\s+/i;

/**
 * Consecutive days: `DATE..DATE` with any spacing, or with "to", "until" or a dash; a whole week, month,
 * quarter or year; or a single day. The last day is read as of now; only if it would lie before the first is
 * it read as of then, so that "2 jan" comes after "21 dec".
 */
export async function parseDaySpan(phrase: string, context: DateContext): Promise<DaySpan | Refusal> {
  const [period] = readPeriods(plainWords(phrase), context, 'ahead');
  if (period) return { first: period.first, last: period.last };
  const [from = '', to, ...more] = phrase.replace(SAME_MONTH, '$1 $3 .. $2 $3').split(BETWEEN);
  if (more.length > 0) {
    return refuse('days-not-understood', `"${phrase.trim()}" names more than two days.`, 'Say DATE..DATE.');
  }
  const first = await parseDay(from, context);
  if (first instanceof Refusal || to === undefined)
    return first instanceof Refusal ? first : { first, last: first };
  const last = await parseDay(to, context);
  if (last instanceof Refusal || last >= first) return last instanceof Refusal ? last : { first, last };
  const begins = await parseAnyDate(from, context);
  const later = begins instanceof Refusal ? begins : await parseDay(to, { ...context, now: begins.at });
  return later instanceof Refusal ? later : { first, last: later };
}

async function parseDay(phrase: string, context: DateContext): Promise<Day | Refusal> {
  const date = await parseAnyDate(phrase, context);
  return date instanceof Refusal ? date : localDay(context.calendar, date.at);
}
