import type { WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { sayCount } from './amount.ts';

/** How much is in a database. */
export interface DatabaseContents {
  readonly operations: number;
  readonly commitments: number;
  readonly until: Instant | null;
}

/** How much is in a database: "12 operations until Thu 5 Mar 2026 10:00, 4 commitments". */
export function sayContents(
  { operations, commitments, until }: DatabaseContents,
  calendar: WorkCalendar,
): string {
  const last = until === null ? '' : ` until ${sayInstant(until, calendar)}`;
  return `${sayCount(operations, 'operation')}${last}, ${sayCount(commitments, 'commitment')}`;
}
