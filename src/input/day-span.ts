import { Refusal, refuse } from '../domain/base/refusal.ts';
import { atLocalTime, type Day, localDay, localTime } from '../domain/time/calendar.ts';
import type { Instant, Moment } from '../domain/time/moment.ts';
import { type DateContext, today } from './dates/date-context.ts';
import { readPartOfDay, spellOutPart } from './dates/part-of-day.ts';
import { type Period, readPeriods } from './dates/period.ts';
import { parseAnyDate } from './dates.ts';
import { isFarAhead, parseNearDate } from './near-date.ts';
import { plainWords } from './words.ts';

/** Consecutive days, from the first to the last, or from a clock time on the first to one on the last. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
  /** When it begins on the first day, in minutes after midnight; left out if with the day. */
  readonly beginsAt?: number;
  /** When it ends on the last day; left out if with the day. */
  readonly endsAt?: number;
}

/** `24-31 dec`: both days in one month. */
const SAME_MONTH = /^\s*(\d{1,2})\s*[-\u2013]\s*(\d{1,2}) ([a-z]+(?: \d{4})?)\s*$/i;
const BETWEEN = /\s*\.\.+\s*|\s+(?:to|until|till|through|-|\u2013)\s+/i;
/** `25 mar from 2pm`, `from friday`. */
const FROM = /^\s*from\s+|\bfrom\s+(?=\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\b|$)|noon\b)/i;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** What one phrase takes, in local minutes since the midnight of day 0; a mere clock time has no length. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

type Parse = (phrase: string, context: DateContext) => Promise<Moment | Refusal>;

/**
 * Consecutive days: `DATE..DATE` with any spacing, or with "to", "until" or a dash; a whole week, month,
 * quarter or year; or a single day. Clock times and parts of the day count, and `25 mar 2pm` lasts until the end
 * of that day. The days may have just passed. The last one is read as of now; only if it would lie before the
 * first is it read as of then, so that "2 jan" comes after "21 dec".
 */
export async function parseDaySpan(phrase: string, context: DateContext): Promise<DaySpan | Refusal> {
  const period = nearPeriod(plainWords(phrase), context);
  if (period) return { first: period.first, last: period.last };
  const window = await parseNearDate(phrase, context);
  if (!(window instanceof Refusal) && window.from !== undefined) return spanOf(windowOf(window, context));
  const [first = '', last, ...more] = phrase
    .replace(SAME_MONTH, '$1 $3 .. $2 $3')
    .replace(FROM, '')
    .split(BETWEEN);
  if (more.length > 0) {
    return refuse('days-not-understood', `"${phrase.trim()}" names more than two days.`, 'Say DATE..DATE.');
  }
  const begin = await readStretch(first, context, parseNearDate);
  if (begin instanceof Refusal) return begin;
  const { from } = begin;
  if (last === undefined) return spanOf(begin.until > from ? begin : { from, until: nextMidnight(from) });
  let end = await readStretch(last, context, parseNearDate);
  if (!(end instanceof Refusal) && end.until <= from) {
    const { calendar } = context;
    const now = atLocalTime(calendar, Math.floor(from / DAY_MINUTES), (from % DAY_MINUTES) * MINUTE_MS);
    end = await readStretch(last, { ...context, now }, parseAnyDate);
  }
  return end instanceof Refusal ? end : spanOf({ from, until: end.until });
}

/** The week, month, quarter or year that words name: the current one, the next one, or one that has just passed. */
function nearPeriod(words: string, context: DateContext): Period | undefined {
  const [first, ...others] = readPeriods(words, context, 'ahead');
  const ahead = [first, ...others].find((period) => period && period.last >= today(context)) ?? first;
  if (!ahead || !isFarAhead(ahead.first, context)) return ahead;
  return readPeriods(words, context, 'back').find((period) => period.first <= today(context)) ?? ahead;
}

/** Reads a day, a part of one ("friday afternoon"), a window or a clock time. */
async function readStretch(phrase: string, context: DateContext, parse: Parse): Promise<Stretch | Refusal> {
  const moment = await parse(phrase, context);
  if (moment instanceof Refusal) return moment;
  return moment.grain === 'day'
    ? dayOf(moment, context)
    : ((await readPart(phrase, context, parse)) ?? windowOf(moment, context));
}

/** A part of a day is all of it, although as a date it is due at one time. */
async function readPart(phrase: string, context: DateContext, parse: Parse): Promise<Stretch | null> {
  const words = spellOutPart(plainWords(phrase)).split(' ');
  for (let count = 1; count < words.length; count++) {
    const part = readPartOfDay(words.slice(count).join(' '));
    const day = part && (await parse(words.slice(0, count).join(' '), context));
    if (!day || day instanceof Refusal || day.grain !== 'day') continue;
    const { from } = dayOf(day, context);
    return { from: from + part.from / MINUTE_MS, until: from + part.end / MINUTE_MS };
  }
  return null;
}

function dayOf({ at }: Moment, { calendar }: DateContext): Stretch {
  const from = localDay(calendar, at) * DAY_MINUTES;
  return { from, until: from + DAY_MINUTES };
}

function windowOf({ at, from = at }: Moment, { calendar }: DateContext): Stretch {
  const minutes = (instant: Instant) => {
    const { day, ms } = localTime(calendar, instant);
    return day * DAY_MINUTES + Math.floor(ms / MINUTE_MS);
  };
  return { from: minutes(from), until: minutes(at) };
}

function nextMidnight(minutes: number): number {
  return (Math.floor(minutes / DAY_MINUTES) + 1) * DAY_MINUTES;
}

function spanOf({ from, until }: Stretch): DaySpan {
  const [beginsAt, endsAt] = [from % DAY_MINUTES, until % DAY_MINUTES];
  return {
    first: Math.floor(from / DAY_MINUTES),
    last: Math.ceil(until / DAY_MINUTES) - 1,
    ...(beginsAt > 0 && { beginsAt }),
    ...(endsAt > 0 && { endsAt }),
  };
}
