import { Refusal } from '../domain/base/refusal.ts';
import { type Day, localDay, shiftMonths } from '../domain/time/calendar.ts';
import type { Moment } from '../domain/time/moment.ts';
import { today } from './dates/date-context.ts';
import { type DateContext, parseAnyDate } from './dates.ts';
import { parseDuration } from './durations.ts';

/** If the next day of that date is more months away than this, the one that has passed is the nearer guess. */
const MOST_MONTHS = 10;

/**
 * The moment that a phrase means where a past day is as sensible as one ahead: the next one, unless only its
 * missing year moves it more than ten months ahead; then the last one.
 */
export async function parseNearDate(phrase: string, context: DateContext): Promise<Moment | Refusal> {
  const ahead = await parseAnyDate(phrase, context);
  if (!(ahead instanceof Refusal || isFarAhead(localDay(context.calendar, ahead.at), context))) return ahead;
  return (await lastOne(phrase, context)) ?? ahead;
}

/**
 * The moment that a phrase means where something was said or done then: the last one, unless only its missing year
 * moves it more than ten months back; then the one ahead, which nobody can have lived yet.
 */
export async function parsePastDate(phrase: string, context: DateContext): Promise<Moment | Refusal> {
  const back = await parseAnyDate(phrase, context, 'back');
  if (back instanceof Refusal || isLength(phrase)) return back;
  const longAgo = localDay(context.calendar, back.at) < shiftMonths(today(context), -MOST_MONTHS);
  const ahead = longAgo ? await parseAnyDate(phrase, context) : back;
  return ahead instanceof Refusal || isFarAhead(localDay(context.calendar, ahead.at), context) ? back : ahead;
}

/**
 * Whether a date that was read as lying ahead is more than ten months away only because nobody said its year,
 * so that perhaps one in the past was meant.
 */
export async function isYearInDoubt(date: Moment, context: DateContext): Promise<boolean> {
  if (date.text === undefined || !isFarAhead(localDay(context.calendar, date.at), context)) return false;
  const last = await lastOne(date.text, context);
  return last === null ? !isLength(date.text) : last.at !== date.at;
}

/** Whether a day lies so far ahead that, if nobody said its year, the one that has passed may be meant. */
export function isFarAhead(day: Day, context: DateContext): boolean {
  return day > shiftMonths(today(context), MOST_MONTHS);
}

/** The moment that a phrase means when looking back; null if there is none. */
async function lastOne(phrase: string, context: DateContext): Promise<Moment | null> {
  const back = isLength(phrase) ? null : await parseAnyDate(phrase, context, 'back');
  return back instanceof Refusal ? null : back;
}

/** "11 months" may be counted in either direction, but it does not lack a year. */
function isLength(phrase: string): boolean {
  return !(parseDuration(phrase) instanceof Refusal);
}
