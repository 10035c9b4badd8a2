import { type Day, localDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';

/** The circumstances in which words are read. */
export interface DateContext {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  readonly dateOrder: 'mdy' | 'dmy';
}

/** Due dates lie ahead; when something was said or asked lies back. */
export type Direction = 'ahead' | 'back';

/** What a whole phrase points at: a day, an instant on it, or a window that ends then. */
export type Finding = { readonly day: Day } | { readonly at: Instant; readonly from?: Instant };

/**
 * Why words that were understood are no moment all the same: no calendar or clock has it, or they mean two.
 */
export class Trouble {
  constructor(
    readonly code: 'date-impossible' | 'date-not-understood',
    /** What is wrong, as it follows the phrase in a sentence. */
    readonly why: string,
    readonly hint: string,
  ) {}
}

/** The trouble with a day that does not exist. */
export function noSuchDate(why = 'names a date that does not exist'): Trouble {
  return new Trouble('date-impossible', why, 'Say it as year-month-day, such as "2026-03-05".');
}

/** The trouble with a clock time that does not exist. */
export function noSuchTime(): Trouble {
  return new Trouble(
    'date-impossible',
    'names a time that no clock shows',
    'Say it such as "5pm" or "17:30".',
  );
}

/** The trouble with a window of no length. */
export function noSuchWindow(): Trouble {
  return new Trouble(
    'date-impossible',
    'names a window that ends before it begins',
    'Say it such as "friday 14:00-15:00".',
  );
}

/** Reads one kind of phrase in plain words, all of it or nothing. */
export type Finder = (words: string, reading: DateContext, direction: Direction) => Finding | Trouble | null;

/** The day on which words are read. */
export function today(reading: DateContext): Day {
  return localDay(reading.calendar, reading.now);
}

/** Monday of the week in which a day lies; weeks run from Monday to Sunday. */
export function mondayOf(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** `by`, `on the` and the like say nothing about which day is meant. */
export function withoutLead(words: string): string {
  return words.replace(LEAD, '');
}

const LEAD = /^(?:(?:due|by|before|until|till|on|at|of|the)(?: |$))+/;
