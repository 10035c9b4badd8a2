import { Refusal, refuse } from '../domain/base/refusal.ts';
import { type Day, startOfDay } from '../domain/time/calendar.ts';
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
  const stretch = await readStretch(phrase, context);
  if (stretch instanceof Refusal) return stretch;
  return stretch.from <= context.now ? stretch.from : refuseAhead(phrase);
}

/**
 * The instant before which something is looked at: the end of a day, or of the week, month, quarter or year that is named, so that
 * all of it counts; or a time. What lies ahead leaves nothing out.
 */
export async function parseUntil(phrase: string, context: DateContext): Promise<Instant | Refusal> {
  const stretch = await readStretch(phrase, context);
  return stretch instanceof Refusal ? stretch : stretch.to;
}

/** What a phrase takes, from its first instant to the first after it. A time takes none. */
interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

async function readStretch(phrase: string, context: DateContext): Promise<Stretch | Refusal> {
  const words = plainWords(phrase);
  const periods = (['ahead', 'back'] as const).flatMap((direction) => readPeriods(words, context, direction));
  const period = periods.find(({ first }) => first <= today(context)) ?? periods[0];
  if (period) return daysFrom(period.first, period.last, context);
  // "3 months" is as long ago as "3 months ago".
  const readings = await Promise.all([phrase, `${phrase} ago`].map((each) => parsePastDate(each, context)));
  const tomorrow = startOfDay(context.calendar, today(context) + 1);
  const [said] = readings;
  const past = readings.find((each) => !(each instanceof Refusal) && each.at <= tomorrow) ?? said;
  if (past === undefined || past instanceof Refusal) return past ?? refuseAhead(phrase);
  if (past.grain === 'time') return { from: past.at, to: past.at };
  const day = dayMeant(past, context.calendar);
  return daysFrom(day, day, context);
}

function daysFrom(first: Day, last: Day, { calendar }: DateContext): Stretch {
  return { from: startOfDay(calendar, first), to: startOfDay(calendar, last + 1) };
}

function refuseAhead(phrase: string): Refusal {
  return refuse('date-ahead', `"${phrase.trim()}" lies ahead.`, 'Name a day that has come.');
}
