import type { Day } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { DateContext, Direction } from './date-context.ts';
import type { Trouble } from './trouble.ts';

/** What a whole phrase points at: a day, an instant on it, or a window that ends then. */
export type Finding = { readonly day: Day } | { readonly at: Instant; readonly from?: Instant };

/** Reads one kind of phrase in plain words, all of it or nothing. */
export type Finder = (words: string, context: DateContext, direction: Direction) => Finding | Trouble | null;

/** `by`, `on the` and the like say nothing about which day is meant. */
export function withoutLead(words: string): string {
  return words.replace(LEAD, '');
}

const LEAD = /^(?:(?:due|by|before|until|till|on|at|of|the)(?: |$))+/;
