import { Refusal, refuse } from '../domain/base/refusal.ts';
import type { Moment } from '../domain/time/moment.ts';
import { type DateContext, parseAnyDate } from './dates.ts';

/** The day of something remembered: a date, and whether it comes again every year. */
export interface YearlyOrOnce {
  readonly date: Moment;
  readonly isYearly: boolean;
}

/** "31 dec every year", "every year on 31 dec", "yearly on 31 dec". */
const EVERY_YEAR = /(?:\bon +)?\b(?:(?:every|each) +year|yearly|annually)\b(?: +on\b)?/i;

/** Reads a day on which something is, once or every year. A day has no clock time. */
export async function parseFactDay(phrase: string, context: DateContext): Promise<YearlyOrOnce | Refusal> {
  const isYearly = EVERY_YEAR.test(phrase);
  const words = isYearly ? phrase.replace(EVERY_YEAR, ' ').trim() : phrase;
  const date = await parseAnyDate(words, context);
  if (date instanceof Refusal) return date;
  if (date.grain === 'day') return { date, isYearly };
  return refuse(
    'not-a-day',
    `"${words}" is a time, and what is remembered has a day.`,
    'Give the day alone: --on "31 dec", or --on "31 dec every year".',
  );
}
