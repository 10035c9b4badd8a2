import type { Day } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { DateContext, Direction } from './date-context.ts';
import type { Trouble } from './trouble.ts';

/** The meaning of a whole phrase: a day, an instant, or a window that ends at an instant. */
export type Finding = { readonly day: Day } | { readonly at: Instant; readonly from?: Instant };

/** Reads one kind of phrase in plain words, completely or not at all. */
export type Finder = (words: string, context: DateContext, direction: Direction) => Finding | Trouble | null;

/** Removes `by`, `on the` and the like, which do not say which day is meant. */
export function withoutLead(words: string): string {
  return words.replace(LEAD, '');
}

const LEAD = /^(?:(?:due|by|until|till|on|at|of|the)(?: |$))+/;
