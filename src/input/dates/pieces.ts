import { type Pieces, readByPieces } from '../cut-pieces.ts';
import { readTerms } from '../durations.ts';
import type { Reader } from '../reader.ts';
import { readClockTime } from './clock-time.ts';
import { combineBefore } from './combine-before.ts';
import { combinePieces } from './combine-pieces.ts';
import type { DateContext, Direction } from './date-context.ts';
import { readDayOfMonth } from './day-of-month.ts';
import { DAY_READERS, READERS_AS_TYPED } from './day-readers.ts';
import { type Finder, type Finding, withoutLead } from './finder.ts';
import { findIsoDateTime } from './iso-date-time.ts';
import { readIsoDay } from './iso-day.ts';
import { readMonthDate, tieYear } from './month-date.ts';
import { readNamedDay } from './named-day.ts';
import { readNumericDate } from './numeric-date.ts';
import { dayOffsets } from './offset.ts';
import { spellOutPart } from './part-of-day.ts';
import type { Piece, ReadDay, ReadPiece } from './piece.ts';
import { preferReading, Trouble } from './trouble.ts';
import { weeksOf } from './week-of.ts';
import { readWeekday } from './weekday.ts';
import { readWeekdayInWeeks, weekdaysBeside } from './weekday-beside.ts';

/** `end of friday`, `end of tomorrow`: a day without a clock time ends with its working hours anyway. */
const READ_DAY_THAT_ENDS: readonly ReadDay[] = [readMonthDate, readNamedDay, readWeekday];
/** `for friday`: for a length of time or a period, it would mean how long. */
const READ_DAY_AFTER_FOR: readonly ReadPiece[] = [
  ...READ_DAY_THAT_ENDS,
  readDayOfMonth,
  readIsoDay,
  readNumericDate,
];

/** The longest phrases have this many: "8 in the evening on friday of next week". */
const MOST_PIECES = 4;

/**
 * Reads what "3 days after" is counted from. That cannot be a sum itself: a single step is one that the
 * speaker can check.
 */
export const findAnchor: Finder = finderOf(readsOf(DAY_READERS));

/** Days that are counted from others. */
export const COUNTED_DAY_READERS: readonly Reader<ReadPiece>[] = [
  {
    name: 'weekday in weeks',
    forms: ['friday in two weeks', 'friday in a fortnight'],
    read: readWeekdayInWeeks,
  },
  {
    name: 'weekday beside a day',
    forms: ['the monday after easter', 'friday before 3 june'],
    read: weekdaysBeside(findAnchor),
  },
  {
    name: 'week of a day',
    forms: ['w/c 9 march', 'week of 9 march', 'week ending 13 march'],
    read: weeksOf(findAnchor),
  },
  {
    name: 'days from a day',
    forms: ['in 3 working days', '2 weeks from friday', 'day after tomorrow', 'friday week', 'eom-2d'],
    read: dayOffsets(findAnchor),
  },
];
const READ_AS_TYPED = readsOf(READERS_AS_TYPED);
const READ_ANY_DAY = readsOf([...DAY_READERS, ...COUNTED_DAY_READERS]);

/** Reads a phrase as a day and a clock time in any order, with anything that may go with them. */
export const findByPieces: Finder = finderOf(READ_ANY_DAY);

const BEFORE = /^(?:(?:due|by) )*before (.+)$/;
const findWithBefore: Finder = finderOf(READ_ANY_DAY, combineBefore);

/** Reads `before friday`, `before next week`, `before friday 5pm`; a length of time has nothing before it. */
export const findBefore: Finder = (words, context, direction) => {
  const named = BEFORE.exec(words)?.[1];
  return named === undefined || readTerms(named)
    ? null
    : (findIsoDateTime(named, context, direction) ??
        // Like "before", "by" makes a clock time of a bare number.
        findWithBefore(`by ${named}`, context, direction));
};

const DASHED = /^(.*?(\S+?)) ?- ?([^-]+)$/;

/**
 * Reads `3 feb 2027 - 8:15am`: a dash may stand between a day and its clock time. After a number that can be an
 * hour it would make a window: `march 5 - 7pm`.
 */
export const findDashed: Finder = (words, context, direction) => {
  const [, named = '', last = '', time = ''] = DASHED.exec(tieYear(words)) ?? [];
  const clock = readClockTime(time, context);
  if (!clock || clock instanceof Trouble || clock.bare || readClockTime(last, context)) return null;
  const day = findByPieces(named, context, direction);
  return day && 'day' in day ? findByPieces(`${named} ${time}`, context, direction) : null;
};

function finderOf(readDays: readonly ReadPiece[], combine: Combine = combinePieces): Finder {
  return (typed, context, direction) =>
    readByPieces<Piece, Finding>(
      spellOutPart(tieYear(typed)),
      MOST_PIECES,
      (words) => readOnePiece(readDays, words, context, direction),
      (pieces) => combine(pieces, context, direction),
    );
}

type Combine = (
  pieces: Pieces<Piece>,
  context: DateContext,
  direction: Direction,
) => Finding | Trouble | null;

function readOnePiece(
  readDays: readonly ReadPiece[],
  words: string,
  context: DateContext,
  direction: Direction,
): Piece | Trouble | null {
  const plain = withoutLead(words);
  const typed = firstOf(READ_AS_TYPED, words, context, direction);
  if (typed && !(typed instanceof Trouble)) return typed;
  const piece = preferReading([typed, firstOf(readDays, plain, context, direction)]);
  if (piece) return piece;
  const meant = /^for (?:the )?(.+)$/.exec(words)?.[1];
  if (meant !== undefined) return firstOf(READ_DAY_AFTER_FOR, meant, context, direction);
  const day = /^end of (?:the )?(.+)$/.exec(plain)?.[1];
  const ending = day === undefined ? null : firstOf(READ_DAY_THAT_ENDS, day, context, direction);
  return ending && !(ending instanceof Trouble) ? { ...ending, ends: true } : ending;
}

function readsOf(readers: readonly Reader<ReadPiece>[]): readonly ReadPiece[] {
  return readers.map(({ read }) => read);
}

function firstOf<P extends Piece>(
  readers: readonly ReadPiece<P>[],
  words: string,
  context: DateContext,
  direction: Direction,
): P | Trouble | null {
  for (const read of readers) {
    const piece = read(words, context, direction);
    if (piece) return piece;
  }
  return null;
}
