import { type Pieces, readByPieces } from '../cut-pieces.ts';
import { readClockTime } from './clock-time.ts';
import { readCloseOfWork } from './close-of-work.ts';
import { combinePieces } from './combine-pieces.ts';
import type { DateContext, Direction } from './date-context.ts';
import { readDayOfMonth, readTheDayOfMonth } from './day-of-month.ts';
import { type Finder, type Finding, withoutLead } from './finder.ts';
import { readIsoDay } from './iso-day.ts';
import { readMonthDate } from './month-date.ts';
import { readNamedDay } from './named-day.ts';
import { readNthOfPeriod } from './nth-of-period.ts';
import { readNumericDate } from './numeric-date.ts';
import { dayOffsets } from './offset.ts';
import { readPartOfDay, spellOutPart } from './part-of-day.ts';
import { readBoundaryShort, readPeriodAlone, readPeriodBoundary, readWeekend } from './period-boundary.ts';
import type { Piece, ReadDay, ReadPiece } from './piece.ts';
import { Trouble } from './trouble.ts';
import { readWeek, readWeekday } from './weekday.ts';
import { readWindow } from './window.ts';

/** Pieces that include their own short words: "at 5" is a clock time, "the 5" is a day, "5" is neither. */
const READ_AS_TYPED: readonly ReadPiece[] = [
  readTheDayOfMonth,
  readClockTime,
  readWindow,
  readPartOfDay,
  readCloseOfWork,
];

/** Tried in order; the first that understands the words decides. */
const READ_DAYS: readonly ReadPiece[] = [
  readIsoDay,
  readNumericDate,
  readMonthDate,
  readDayOfMonth,
  readNamedDay,
  readWeekday,
  readWeek,
  readWeekend,
  readBoundaryShort,
  readPeriodBoundary,
  readPeriodAlone,
  readNthOfPeriod,
];

/** `end of friday`, `end of tomorrow`: a day without a clock time ends with its working hours anyway. */
const READ_DAY_THAT_ENDS: readonly ReadDay[] = [readMonthDate, readNamedDay, readWeekday];

/** The longest phrases have this many: "8 in the evening on friday of next week". */
const MOST_PIECES = 4;

/**
 * Reads what "3 days after" is counted from. That cannot be a sum itself: a single step is one that the
 * speaker can check.
 */
export const findAnchor: Finder = finderOf(READ_DAYS);

/** Reads a phrase as a day and a clock time in any order, with anything that may go with them. */
export const findByPieces: Finder = finderOf([...READ_DAYS, dayOffsets(findAnchor)]);

function finderOf(readDays: readonly ReadPiece[], combine: Combine = combinePieces): Finder {
  return (typed, context, direction) =>
    readByPieces<Piece, Finding>(
      spellOutPart(typed),
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
  const piece =
    firstOf(READ_AS_TYPED, words, context, direction) ?? firstOf(readDays, plain, context, direction);
  if (piece) return piece;
  const day = /^end of (?:the )?(.+)$/.exec(plain)?.[1];
  const ending = day === undefined ? null : firstOf(READ_DAY_THAT_ENDS, day, context, direction);
  return ending && !(ending instanceof Trouble) ? { ...ending, ends: true } : ending;
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
