import { type Day, localDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';

/**
 * What the meaning of a date depends on: when it is said, the calendar, and how the speaker orders day and
 * month.
 */
export interface DateContext {
  readonly now: Instant;
  /** When it is typed, if it was said earlier. */
  readonly typedAt?: Instant;
  readonly calendar: WorkCalendar;
  /** Whether 5/6 is 6 May (`mdy`) or 5 June (`dmy`). */
  readonly dateOrder: 'mdy' | 'dmy';
}

/** Due dates lie ahead; the time at which something was said or asked lies back. */
export type Direction = 'ahead' | 'back';

/** The day on which the words are read. */
export function today(context: DateContext): Day {
  return localDay(context.calendar, context.now);
}

/** The Monday of a day's week; weeks run from Monday to Sunday. */
export function mondayOf(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}
