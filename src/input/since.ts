import { Refusal, refuse } from '../domain/base/refusal.ts';
import { startOfDay } from '../domain/time/calendar.ts';
import { dayMeant } from '../domain/time/day-meant.ts';
import type { Instant } from '../domain/time/moment.ts';
import { type DateContext, today } from './dates/date-context.ts';
import { readPeriods } from './dates/period.ts';
import { parsePastDate } from './near-date.ts';
import { plainWords } from './words.ts';

/**
 * The instant from which something is looked at: the beginning of a day, or of the week, month, quarter or year that is named
 * ("march", "last quarter", "2026"), or a time. It may not lie ahead.
 */
export async function parseSince(phrase: string, context: DateContext): Promise<Instant | Refusal> {
  const words = plainWords(phrase);
  const periods = (['ahead', 'back'] as const).flatMap((direction) => readPeriods(words, context, direction));
  const begun = periods.find(({ first }) => first <= today(context));
  if (begun) return startOfDay(context.calendar, begun.first);
  // "3 months" is as long ago as "3 months ago".
  const readings = await Promise.all([phrase, `${phrase} ago`].map((each) => parsePastDate(each, context)));
  const [said] = readings;
  const past = readings.find((each) => !(each instanceof Refusal) && each.at <= endOfToday(context)) ?? said;
  if (past === undefined || past instanceof Refusal) return past ?? refuseAhead(phrase);
  const since =
    past.grain === 'day' ? startOfDay(context.calendar, dayMeant(past, context.calendar)) : past.at;
  return since <= context.now ? since : refuseAhead(phrase);
}

function endOfToday(context: DateContext): Instant {
  return startOfDay(context.calendar, today(context) + 1);
}

function refuseAhead(phrase: string): Refusal {
  return refuse('date-ahead', `"${phrase.trim()}" lies ahead.`, 'Name a day that has come.');
}
