import { Refusal } from '../domain/base/refusal.ts';
import { startOfDay } from '../domain/time/calendar.ts';
import { dayMeant } from '../domain/time/day-meant.ts';
import type { Instant } from '../domain/time/moment.ts';
import { type DateContext, today } from './dates/date-context.ts';
import { readPeriods } from './dates/period.ts';
import { parsePastDate } from './near-date.ts';
import { plainWords } from './words.ts';

/**
 * The instant before which something is looked at: the end of a day, or of the week, month, quarter or year that is named, so that
 * all of it counts; or a time.
 */
export async function parseUntil(phrase: string, context: DateContext): Promise<Instant | Refusal> {
  const words = plainWords(phrase);
  const periods = (['ahead', 'back'] as const).flatMap((direction) => readPeriods(words, context, direction));
  const begun = periods.find(({ first }) => first <= today(context));
  if (begun) return startOfDay(context.calendar, begun.last + 1);
  const date = await parsePastDate(phrase, context);
  if (date instanceof Refusal || date.grain === 'time') return date instanceof Refusal ? date : date.at;
  return startOfDay(context.calendar, dayMeant(date, context.calendar) + 1);
}
