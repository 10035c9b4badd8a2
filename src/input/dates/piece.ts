import type { Day } from '../../domain/time/calendar.ts';
import type { DateContext, Direction } from './date-context.ts';
import type { Trouble } from './trouble.ts';

/**
 * The meaning of part of a phrase. "Friday of next week at 5pm" consists of a weekday, a week and a clock
 * time. A phrase is understood if all its words belong to pieces that fit together.
 */
export type Piece = Days | Weekday | Week | Clock | PartOfDay | CloseOfWork;

/** The possible days, nearest first in the direction of reading. */
export interface Days extends MayEnd {
  readonly kind: 'days';
  readonly days: readonly Day[];
  /**
   * `date`: a calendar date. `date-of-month`: one without its month; it may stand next to a weekday.
   * `period`: the first day of a longer period, which cannot have a clock time. `day`: any other.
   */
  readonly names: 'date' | 'date-of-month' | 'day' | 'period';
}

interface MayEnd {
  /** The end of a day or period, which is an instant: before it is still on its last day. */
  readonly ends?: true;
}

/** A weekday, Sunday = 0. */
export interface Weekday extends MayEnd {
  readonly kind: 'weekday';
  readonly weekday: number;
  readonly which: 'bare' | 'this' | 'next' | 'after-next' | 'last';
}

interface Week {
  readonly kind: 'week';
  readonly first: Day;
}

/**
 * A clock time in milliseconds after midnight: a definite one, or all that a bare "5" can mean, likeliest
 * first.
 */
export interface Clock {
  readonly kind: 'clock';
  readonly times: readonly number[];
  /** A number that is a clock time only because a part of the day is next to it ("11 at night"). */
  readonly bare?: true;
  /** For a window, its start, in milliseconds after the same midnight. */
  readonly since?: number;
  /** "By 2030" can be a year, unless a day is next to it. */
  readonly mayBeYear?: true;
  /** Midnight belongs to two days. */
  readonly midnight?: true;
}

/**
 * A part of the day, in milliseconds after midnight; its due time is `by`. A clock time next to it lies
 * before `until`, which for a night is past midnight, so that 12 belongs to it.
 */
export interface PartOfDay {
  readonly kind: 'part';
  readonly from: number;
  readonly by: number;
  readonly until: number;
  /** The last instant of the part on its own day. */
  readonly end: number;
  /** When to be done before it; null if that is the day before. */
  readonly before: number | null;
}

interface CloseOfWork {
  readonly kind: 'close';
}

/** Reads one kind of piece in plain words, completely or not at all. */
export type ReadPiece<P extends Piece = Piece> = (
  words: string,
  context: DateContext,
  direction: Direction,
) => P | Trouble | null;

/** Reads a day or weekday. */
export type ReadDay = ReadPiece<Days | Weekday>;

/** A single day. */
export function theDay(day: Day, names: Days['names'] = 'day'): Days {
  return { kind: 'days', days: [day], names };
}
