import { Refusal, refuse } from '../domain/base/refusal.ts';
import { startOfDay } from '../domain/time/calendar.ts';
import { dayMeant } from '../domain/time/day-meant.ts';
import type { Instant } from '../domain/time/moment.ts';
import { type DateContext, today } from './dates/date-context.ts';
import { type Period, readPeriods } from './dates/period.ts';
import { parsePastDate } from './near-date.ts';
import { plainWords } from './words.ts';

/**
 * The instant from which something is looked at: the beginning of a day, or of the week, month, quarter or year that is named
 * ("march", "last quarter", "2026"), or a time. It may not lie ahead.
 */
export async function parseSince(phrase: string, context: DateContext): Promise<Instant | Refusal> {
  const period = begunPeriod(phrase, context);
  if (period) return startOfDay(context.calendar, period.first);
  if (period === null) return refuseAhead(phrase);
  // "3 months" is as long ago as "3 months ago".
  const readings = await Promise.all([phrase, `${phrase} ago`].map((each) => parsePastDate(each, context)));
  const tomorrow = startOfDay(context.calendar, today(context) + 1);
  const past = readings.find((each) => !(each instanceof Refusal) && each.at <= tomorrow) ?? readings[0];
  if (past === undefined || past instanceof Refusal) return past ?? refuseAhead(phrase);
  const since =
    past.grain === 'day' ? startOfDay(context.calendar, dayMeant(past, context.calendar)) : past.at;
  return since <= context.now ? since : refuseAhead(phrase);
}

/**
 * The instant before which something is looked at: the end of a day, or of the week, month, quarter or year that is named, so that
 * all of it counts; or a time.
 */
export async function parseUntil(phrase: string, context: DateContext): Promise<Instant | Refusal> {
  const period = begunPeriod(phrase, context);
  if (period) return startOfDay(context.calendar, period.last + 1);
  const date = await parsePastDate(phrase, context);
  if (date instanceof Refusal) return date;
  return date.grain === 'time' ? date.at : startOfDay(context.calendar, dayMeant(date, context.calendar) + 1);
}

/** The last period of a name that has begun; null if it lies ahead, undefined if nothing is named. */
function begunPeriod(phrase: string, context: DateContext): Period | null | undefined {
  const words = plainWords(phrase);
  const periods = (['ahead', 'back'] as const).flatMap((direction) => readPeriods(words, context, direction));
  return periods.length === 0 ? undefined : (periods.find(({ first }) => first <= today(context)) ?? null);
}

function refuseAhead(phrase: string): Refusal {
  return refuse('date-ahead', `"${phrase.trim()}" lies ahead.`, 'Name a day that has come.');
}
