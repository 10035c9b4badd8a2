import {
  type Day,
  shiftMonths,
  shiftWorkingDays,
  startOfDay,
  type WorkCalendar,
} from '../../domain/calendar.ts';
import { addDuration, type Duration } from '../../domain/duration.ts';
import type { Instant } from '../../domain/moment.ts';
import { Refusal } from '../../domain/refusal.ts';
import { parseDuration } from '../durations.ts';
import { WEEKDAY, weekdayNamed } from '../words.ts';
import { type ReadPiece, theDay } from './piece.ts';
import {
  type Direction,
  type Finder,
  type Finding,
  type Reading,
  type Trouble,
  today,
  withoutLead,
} from './reading.ts';

/** So far before or after something else. */
interface Offset {
  readonly duration: Duration;
  readonly sign: 1 | -1;
  /** The words for what it is counted from. */
  readonly anchor: string;
  /** Written with a sign (`fri+17h`): hours then count from the start of a day. */
  readonly signed?: true;
}

const NOW = /^(?:just |right )?now$/;
/** Without `in`: `2h30` may also be a clock time, and a quarter is of an hour or of a year. */
const TWO_MEANINGS = /^\d{1,2} ?h ?\d\d$|^a quarter$/;
/** `at 9h` is nine o'clock, `9h` is in nine hours. */
const LED_HOUR = /^(?:at|by|before|until|till) \d{1,2} ?h/;
/** `within 1-2 days` is within the longer. */
const UPPER = /^(\d+) ?(?:-|to|or) ?(\d+)(?= )/;

/**
 * `in 3 days`, `a week from friday`, `eom-2d`: a day, when no hours are in it; working days are counted on the calendar.
 * `findAnchor` reads what is counted from.
 */
export function dayOffsets(findAnchor: Finder): ReadPiece {
  return (words, reading, direction) => {
    const counted = readCountedWeekdays(words, reading);
    if (counted !== null) return theDay(counted);
    const offset = readOffset(words, direction);
    if (!offset || hasClockTime(offset.duration)) return null;
    const anchor = NOW.test(offset.anchor)
      ? { day: today(reading) }
      : findAnchor(offset.anchor, reading, direction);
    if (!anchor || !('day' in anchor)) return null;
    return theDay(shiftDay(reading.calendar, anchor.day, offset.duration, offset.sign));
  };
}

/** `in 2 hours`, `90 min`, `5 hours after 12:00`, `10 minutes ago`, `now`: an instant, by the clock. */
export function timeOffsets(findAnchor: Finder): Finder {
  return (words, reading, direction) => {
    const plain = withoutLead(words);
    if (NOW.test(plain)) return { at: reading.now };
    const offset = LED_HOUR.test(words) ? null : readOffset(plain, direction);
    if (!offset || (offset.duration.workingMinutes && offset.sign < 0)) return null;
    const anchor = NOW.test(offset.anchor)
      ? { at: reading.now }
      : findAnchor(offset.anchor, reading, direction);
    const from = anchor === null ? null : startOf(anchor, offset, reading);
    return from === null
      ? null
      : { at: addDuration(reading.calendar, from, negate(offset.duration, offset.sign)) };
  };
}

/** Where hours count from. A day has no hour to count from, unless it is written as a sum: `fri+17h` is 17:00. */
function startOf(
  anchor: Finding | Trouble,
  { anchor: words, duration, signed }: Offset,
  reading: Reading,
): Instant | null {
  if ('day' in anchor)
    return signed && hasClockTime(duration) ? startOfDay(reading.calendar, anchor.day) : null;
  return 'at' in anchor && (hasClockTime(duration) || !NOW.test(words)) ? anchor.at : null;
}

function readOffset(words: string, direction: Direction): Offset | null {
  const ahead = /^(?:in|within)(?: about| around| another| the next)? (.+?)(?: time)?$/.exec(words);
  if (ahead) return offsetFromNow(ahead[1]?.replace(words.startsWith('within') ? UPPER : /^$/, '$2'), 1);
  const later = /^(.+?) (?:from (?:now|today)|hence|later|after (?:now|today))$/.exec(words);
  if (later) return offsetFromNow(later[1], 1);
  const ago = /^(.+?) (?:ago|back|earlier)$/.exec(words);
  if (ago) return offsetFromNow(ago[1], -1);
  if (TWO_MEANINGS.test(words)) return null;
  return readSum(words) ?? readAnchored(words) ?? offsetFromNow(words, direction === 'ahead' ? 1 : -1);
}

/** `now + 2 hours`, `eom-2d`, `+3 days`. */
function readSum(words: string): Offset | null {
  const [, anchor, sign, length] = /^(|.*[a-z\d] ?)([+-]) ?(\d.*)$/.exec(words) ?? [];
  const duration = durationOf(length ?? '');
  return duration && { duration, sign: sign === '+' ? 1 : -1, anchor: anchor?.trim() || 'now', signed: true };
}

/** `a week from friday`, `2 days before the 15th`, `day after tomorrow`, `friday week`, `a week on friday`, `two weeks tomorrow`. */
function readAnchored(words: string): Offset | null {
  const between = /^(.+?) (from|after|before) (.+)$/.exec(words);
  if (between) {
    const [, length = '', side, anchor = ''] = between;
    const duration = length === 'day' || length === 'the day' ? { days: 1 } : durationOf(length);
    return duration && { duration, sign: side === 'before' ? -1 : 1, anchor };
  }
  const british = new RegExp(`^(${WEEKDAY}|today|tomorrow) week$`).exec(words);
  if (british) return { duration: { days: 7 }, sign: 1, anchor: british[1] ?? '' };
  const weeks = new RegExp(`^(.*(?:week|weeks|fortnight)) (?:on )?(${WEEKDAY}|today|tomorrow)$`).exec(words);
  const duration = weeks && durationOf(weeks[1] === 'week' ? '1 week' : (weeks[1] ?? ''));
  return duration && { duration, sign: 1, anchor: weeks?.[2] ?? '' };
}

function offsetFromNow(length: string | undefined, sign: 1 | -1): Offset | null {
  const duration = durationOf(length ?? '');
  return duration && { duration, sign, anchor: 'now' };
}

/** A number, or one in words, must be said: a bare "month" is no offset, and "a few days" no date. */
function durationOf(words: string): Duration | null {
  if (!/^(?:an? |\d|half|quarter|couple|fortnight$)/.test(words) || /\bfew\b/.test(words)) return null;
  const duration = parseDuration(words);
  return duration instanceof Refusal ? null : duration;
}

/** `3 fridays from now`. */
function readCountedWeekdays(words: string, reading: Reading): Day | null {
  const match = new RegExp(`^(?:in )?(\\d{1,2}) (${WEEKDAY})s?(?: from (?:now|today))$`).exec(words);
  const weekday = match && weekdayNamed(match[2] ?? '');
  if (weekday === null || Number(match?.[1]) < 1) return null;
  const ahead =
    [1, 2, 3, 4, 5, 6, 7].find((days) => (((today(reading) + days + 4) % 7) + 7) % 7 === weekday) ?? 7;
  return today(reading) + ahead + 7 * (Number(match?.[1]) - 1);
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
