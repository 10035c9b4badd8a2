import { type Day, localDay, type WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';

/**
 * What the meaning of a date depends on: when it is said, the calendar, and how the speaker writes days and
 * times.
 */
export interface DateContext {
  readonly now: Instant;
  /** When it is typed, if it was said earlier. */
  readonly typedAt?: Instant;
  readonly calendar: WorkCalendar;
  /** Whether 5/6 is 6 May (`mdy`) or 5 June (`dmy`). */
  readonly dateOrder: 'mdy' | 'dmy';
  readonly clock: ClockStyle;
}

/** Whether a clock time without `am` or `pm` counts to twelve, so that 7:30 is 19:30 (`12h`), or to 24 (`24h`). */
export type ClockStyle = '12h' | '24h';

/** Due dates lie ahead; the time at which something was said or asked lies back. */
export type Direction = 'ahead' | 'back';

/** The day on which the words are read. */
export function today(context: DateContext): Day {
  return localDay(context.calendar, context.now);
}
