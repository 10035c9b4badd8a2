import type { WeekOfWork } from '../../domain/time/week.ts';
import type { DateContext } from '../dates/date-context.ts';
import type { Clock as ClockTime, PartOfDay } from '../dates/piece.ts';
import type { Trouble } from '../dates/trouble.ts';
import type { Frequency, Rule } from './rule.ts';

/**
 * The meaning of part of a phrase. "First friday of every other month at 3pm" consists of days, a pace and a
 * clock time. A phrase is understood if all its words belong to pieces that fit together.
 */
export type Piece = Every | Pace | Days | Months | Clock | Part | { readonly kind: 'close' };

/** What the meaning of a cadence depends on: which days are worked, and how the speaker writes days and times. */
export interface CadenceContext extends Pick<DateContext, 'clock' | 'dateOrder'> {
  readonly calendar: WeekOfWork;
}

/** Reads one kind of piece in plain words, completely or not at all. */
export type ReadPiece = (words: string, context: CadenceContext) => Piece | Trouble | null;

/** "every", "every other", "every 2" before days that are named. */
interface Every {
  readonly kind: 'every';
  readonly interval: number;
}

/** How often, in a unit of time: "weekly", "every 3 months", "2/day". */
export interface Pace extends Pick<Rule, 'times' | 'workingDays'> {
  readonly kind: 'pace';
  readonly frequency: Frequency;
  readonly interval?: number;
  /** Quarters are months to iCalendar, but their first and last days differ from those of any three months. */
  readonly quarter?: true;
  /** "of each month": only says what the days are counted in. */
  readonly of?: true;
}

/** Days named by their place in a week or a month. */
export interface Days extends Pick<Rule, 'weekdays' | 'positions' | 'monthDays'> {
  readonly kind: 'days';
  /** "fridays", "weekends": means every one, even without the word. */
  readonly plural?: true;
  /** All working days, by that name. */
  readonly working?: true;
  /** A number that is a day only because a month is next to it ("aug 30"). */
  readonly bare?: true;
  /** "Second" as a word: after "every", it may count weeks or the weekdays of a month. */
  readonly second?: true;
  /** The start, middle or end of the period next to it. */
  readonly edge?: true;
}

interface Months {
  readonly kind: 'months';
  /** "of every june". */
  readonly every?: true;
  readonly months: readonly number[];
}

/** One or more clock times. */
interface Clock {
  readonly kind: 'clock';
  readonly times: readonly ClockTime[];
}

interface Part {
  readonly kind: 'part';
  readonly part: PartOfDay;
  readonly plural: boolean;
}
