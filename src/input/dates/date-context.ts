import { type Day, localDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';

/** What a date means depends on: when it is said, in which calendar, and in which order whoever says it writes dates. */
export interface DateContext {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
  /** Whether 5/6 is 6 May or 5 June. */
  readonly dateOrder: 'mdy' | 'dmy';
}

/** Due dates lie ahead; when something was said or asked lies back. */
export type Direction = 'ahead' | 'back';

/** The day on which words are read. */
export function today(context: DateContext): Day {
  return localDay(context.calendar, context.now);
}

/** Monday of the week in which a day lies; weeks run from Monday to Sunday. */
export function mondayOf(day: Day): Day {
  return day - ((((day + 3) % 7) + 7) % 7);
}
