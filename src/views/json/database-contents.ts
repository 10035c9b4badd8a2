import type { WorkCalendar } from '../../domain/time/calendar.ts';
import { toLocalIso } from '../local-iso.ts';
import type { DatabaseContents } from '../words/database-contents.ts';

/** How much is in a database, as programs see it. */
export function contentsJson({ operations, commitments, until }: DatabaseContents, calendar: WorkCalendar) {
  return { operations, commitments, until: until && toLocalIso(until, calendar) };
}
