import type { Clock as ClockTime, PartOfDay } from '../dates/piece.ts';
import type { Frequency, Rule } from './rule.ts';

/**
 * What a part of a phrase says. "First friday of every other month at 3pm" names days, a pace and a clock time; a
 * phrase is understood when all its words belong to pieces that fit together.
 */
export type Piece = Every | Pace | Days | Months | Clock | Part | { readonly kind: 'close' };

/** "every", "every other", "every 2" before days that have a name. */
interface Every {
  readonly kind: 'every';
  readonly interval: number;
}

/** How often, by a unit of time: "weekly", "every 3 months", "2/day". */
export interface Pace extends Pick<Rule, 'times' | 'workingDays'> {
  readonly kind: 'pace';
  readonly frequency: Frequency;
  readonly interval?: number;
  /** Quarters are months to iCalendar, but their first and last days are not those of any third month. */
  readonly quarter?: true;
  /** "of each month": it only says in what the days are counted. */
  readonly of?: true;
}

/** Days that are named by what they are in a week, or in a month. */
export interface Days extends Pick<Rule, 'weekdays' | 'positions' | 'monthDays'> {
  readonly kind: 'days';
  /** "fridays", "weekends": said of every one, without the word. */
  readonly plural?: true;
  /** A number that is a day only because a month stands beside it ("aug 30"). */
  readonly bare?: true;
  /** The start, the middle or the end of whatever period stands beside it. */
  readonly edge?: true;
}

interface Months {
  readonly kind: 'months';
  /** "of every june". */
  readonly every?: true;
  readonly months: readonly number[];
}

/** One clock time, or some. */
interface Clock {
  readonly kind: 'clock';
  readonly times: readonly ClockTime[];
}

interface Part {
  readonly kind: 'part';
  readonly part: PartOfDay;
  readonly plural: boolean;
}
