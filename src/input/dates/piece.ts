import type { Day } from '../../domain/time/calendar.ts';
import type { DateContext, Direction } from './date-context.ts';
import type { Trouble } from './trouble.ts';

/**
 * What a part of a phrase says. "Friday of next week at 5pm" is a weekday, a week and a clock time; a phrase
 * is understood when all its words belong to pieces that fit together.
 */
export type Piece = Days | Weekday | Week | Clock | PartOfDay | CloseOfWork;

/** Days that are meant, or may be: the nearest first, in the direction of reading. */
export interface Days {
  readonly kind: 'days';
  readonly days: readonly Day[];
  /**
   * `date`: a calendar date, and `date-of-month` one without its month, beside which a weekday may stand;
   * `period`: the first day of something longer, beside which a clock time makes no sense; `day`: any other.
   */
  readonly names: 'date' | 'date-of-month' | 'day' | 'period';
}

/** A weekday, Sunday = 0. */
export interface Weekday {
  readonly kind: 'weekday';
  readonly weekday: number;
  readonly which: 'bare' | 'this' | 'next' | 'last';
}

interface Week {
  readonly kind: 'week';
  readonly monday: Day;
}

/**
 * A clock time, in milliseconds after midnight: one that is certain, or all that a bare "5" can mean, the
 * likeliest first.
 */
export interface Clock {
  readonly kind: 'clock';
  readonly times: readonly number[];
  /** A number that is a clock time only because a part of a day stands beside it ("11 at night"). */
  readonly bare?: true;
  /** The start of a window that ends then, in milliseconds after the same midnight. */
  readonly since?: number;
  /** Midnight belongs to two days. */
  readonly midnight?: true;
}

/**
 * A part of a day, in milliseconds after midnight; as a due time it means `by`. A clock time beside it lies
 * before `until`, which for a night is past midnight, so that 12 belongs to it.
 */
export interface PartOfDay {
  readonly kind: 'part';
  readonly from: number;
  readonly by: number;
  readonly until: number;
  /** The last instant of it on its day. */
  readonly end: number;
}

interface CloseOfWork {
  readonly kind: 'close';
}

/** Reads one kind of piece in plain words, all of them or nothing. */
export type ReadPiece = (words: string, context: DateContext, direction: Direction) => Piece | Trouble | null;

/** The one day that words name. */
export function theDay(day: Day, names: Days['names'] = 'day'): Days {
  return { kind: 'days', days: [day], names };
}
