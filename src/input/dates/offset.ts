import {
  type Day,
  shiftMonths,
  shiftWorkingDays,
  startOfDay,
  type WorkCalendar,
} from '../../domain/time/calendar.ts';
import { addDuration, type Duration } from '../../domain/time/duration.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { weekdayFrom } from '../../domain/time/week.ts';
import { readDuration, withoutExtra } from '../durations.ts';
import { WEEKDAY, weekdayNamed } from '../words.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import { type Finder, type Finding, withoutLead } from './finder.ts';
import { type ReadPiece, theDay } from './piece.ts';
import type { Trouble } from './trouble.ts';

/** A distance before or after something. */
interface Offset {
  readonly duration: Duration;
  readonly sign: 1 | -1;
  /** The words for what it is counted from. */
  readonly anchor: string;
  /** Written with a sign (`fri+17h`); hours then count from the start of a day. */
  readonly signed?: true;
}

const NOW = /^(?:just |right )?now$/;
/**
 * Ambiguous without `in`: `2h30` and `1300h` may be clock times, and a quarter may be of an hour or of a
 * year; `2day` is today.
 */
const TWO_MEANINGS = /^\d{1,2} ?h ?\d\d$|^\d{4} ?h(?:ours|rs)?$|^a quarter$|^2day$/;
/** `at 9h` is nine o'clock; `9h` is in nine hours. */
const LED_HOUR = /^(?:at|by|before|until|till) (?:\d{1,2} ?h(?![a-z])|\d{4} ?h)/;
/** A length that is not exact, or that is a limit, is the date by which it is over. */
const NEARLY =
  '(?: about| around| approximately| roughly| under| less than| at most| no more than| not more than| up to| the next)?';
/** `within 1-2 days` means the longer. */
const UPPER = /^within \d+ ?(?:-|to|or) ?(?=\d)/;
const WITHIN_THE_HOUR = /^(?:in|within) the (?:next )?hour$/;
const AHEAD = new RegExp(`^(?:in|within)${NEARLY} (.+?)(?: time)?$`);
const LATER = /^(.+?) (?:from (?:now|today)|hence|later|away|out|after (?:now|today))$/;
const AGO = /^(.+?) (?:ago|back|earlier)$/;
const SUM = /^(|.*[a-z\d] ?)([+-]) ?(\d.*)$/;
/** `15h-16h` is a window, but `3pm-2h` subtracts two hours. */
const HOURS_WINDOW = /\dh(?:\d\d)? ?- ?\d{1,2}h(?:\d\d)?$/;
const BETWEEN = /^(.+?) (from|after|before) (.+)$/;
const WEEK_AFTER = new RegExp(`^(${WEEKDAY}|today|tomorrow) (week|fortnight)$`);
const WEEKS_ON = new RegExp(`^(.*(?:weeks?|fortnight)) (?:on )?(${WEEKDAY}|today|tomorrow)$`);
const COUNTED_WEEKDAYS = new RegExp(`^(?:in )?([1-9]\\d?) (${WEEKDAY})s? from (?:now|today)$`);

/**
 * `in 3 days`, `a week from friday`, `eom-2d`: a day, if no hours are involved. Working days follow the
 * calendar. `findAnchor` reads what is counted from.
 */
export function dayOffsets(findAnchor: Finder): ReadPiece {
  return (words, context, direction) => {
    const counted = readCountedWeekdays(words, context);
    if (counted !== null) return theDay(counted);
    const offset = readOffset(words, direction);
    if (!offset || hasClockTime(offset.duration)) return null;
    const anchor = NOW.test(offset.anchor)
      ? { day: today(context) }
      : findAnchor(offset.anchor, context, direction);
    if (!anchor || !('day' in anchor)) return null;
    return theDay(shiftDay(context.calendar, anchor.day, offset.duration, offset.sign));
  };
}

/** `in 2 hours`, `90 min`, `5 hours after 12:00`, `10 minutes ago`, `now`: an instant, by the clock. */
export function timeOffsets(findAnchor: Finder): Finder {
  return (words, context, direction) => {
    const plain = withoutLead(words);
    if (NOW.test(plain)) return { at: context.now };
    const offset = LED_HOUR.test(words) ? null : readOffset(plain, direction);
    if (!offset || (offset.duration.workingMinutes && offset.sign < 0)) return null;
    const anchor = NOW.test(offset.anchor)
      ? { at: context.now }
      : findAnchor(offset.anchor, context, direction);
    const from = anchor === null ? null : startOf(anchor, offset, context);
    if (anchor === null || from === null) return null;
    const shift = (at: Instant) => addDuration(context.calendar, at, negate(offset.duration, offset.sign));
    // What is counted from a window is a window.
    const windowFrom = 'at' in anchor && !hasClockTime(offset.duration) ? anchor.from : undefined;
    return { at: shift(from), ...(windowFrom !== undefined && { from: shift(windowFrom) }) };
  };
}

/**
 * The instant that hours count from. A day has none, unless the phrase is written as a sum: `fri+17h` is
 * 17:00.
 */
function startOf(
  anchor: Finding | Trouble,
  { anchor: words, duration, signed }: Offset,
  context: DateContext,
): Instant | null {
  if ('day' in anchor) {
    return signed && hasClockTime(duration) ? startOfDay(context.calendar, anchor.day) : null;
  }
  return 'at' in anchor && (hasClockTime(duration) || !NOW.test(words)) ? anchor.at : null;
}

function readOffset(words: string, direction: Direction): Offset | null {
  const ahead = AHEAD.exec(words.replace(UPPER, 'within ').replace(WITHIN_THE_HOUR, 'within 1 hour'));
  if (ahead) return offsetFromNow(ahead[1], 1);
  const later = LATER.exec(words);
  if (later) return offsetFromNow(later[1], 1);
  const ago = AGO.exec(words);
  if (ago) return offsetFromNow(ago[1], -1);
  if (TWO_MEANINGS.test(words)) return null;
  return readSum(words) ?? readAnchored(words) ?? offsetFromNow(words, direction === 'ahead' ? 1 : -1);
}

/** `now + 2 hours`, `eom-2d`, `+3 days`. */
function readSum(words: string): Offset | null {
  if (HOURS_WINDOW.test(words)) return null;
  const [, anchor, sign, length] = SUM.exec(words) ?? [];
  const duration = durationOf(length ?? '');
  return duration && { duration, sign: sign === '+' ? 1 : -1, anchor: anchor?.trim() || 'now', signed: true };
}

/**
 * `a week from friday`, `2 days before the 15th`, `day after tomorrow`, `friday week`, `a week on friday`.
 */
function readAnchored(words: string): Offset | null {
  const [, length, side, anchor] = BETWEEN.exec(words) ?? [];
  if (length && anchor) {
    const duration = durationOf(length.replace(/^(?:the )?((?:working |business |work)?day)$/, '1 $1'));
    return duration && { duration, sign: side === 'before' ? -1 : 1, anchor };
  }
  const [, before, after] = WEEK_AFTER.exec(words) ?? [];
  if (before) return { duration: { days: after === 'week' ? 7 : 14 }, sign: 1, anchor: before };
  const [, weeks, on] = WEEKS_ON.exec(words) ?? [];
  const duration = durationOf(weeks?.replace(/^week$/, '1 week') ?? '');
  return duration && on ? { duration, sign: 1, anchor: on } : null;
}

function offsetFromNow(length: string | undefined, sign: 1 | -1): Offset | null {
  const duration = durationOf(length ?? '');
  return duration && { duration, sign, anchor: 'now' };
}

/** There has to be a number, in digits or words: "month" alone is not an offset, and "a few days" is not a date. */
function durationOf(words: string): Duration | null {
  const length = withoutExtra(words);
  if (!/^(?:an? |\d|half|quarter|couple|fortnight$)/.test(length) || /\bfew\b/.test(length)) return null;
  return readDuration(length);
}

/** `3 fridays from now`: the third after today. */
function readCountedWeekdays(words: string, context: DateContext): Day | null {
  const [, count, name = ''] = COUNTED_WEEKDAYS.exec(words) ?? [];
  const weekday = weekdayNamed(name);
  if (weekday === null) return null;
  return weekdayFrom(today(context) + 1, weekday) + 7 * (Number(count) - 1);
}

function hasClockTime({ seconds, workingMinutes }: Duration): boolean {
  return seconds !== undefined || workingMinutes !== undefined;
}

function shiftDay(
  calendar: WorkCalendar,
  day: Day,
  { months = 0, days = 0, workingDays = 0 }: Duration,
  sign: 1 | -1,
): Day {
  return shiftWorkingDays(calendar, shiftMonths(day, sign * months) + sign * days, sign * workingDays);
}

function negate(duration: Duration, sign: 1 | -1): Duration {
  return Object.fromEntries(Object.entries(duration).map(([part, amount]) => [part, sign * amount]));
}
