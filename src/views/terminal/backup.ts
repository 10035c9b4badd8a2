import type { WorkCalendar } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { toLocalIso } from '../words/time.ts';

/** How much is in a database. */
interface ShownContents {
  readonly operations: number;
  readonly commitments: number;
  readonly until: Instant | null;
}

/** How much is in a database: "12 operations until Thu 5 Mar 2026 10:00, 4 commitments". */
export function sayContents(
  { operations, commitments, until }: ShownContents,
  calendar: WorkCalendar,
): string {
  const last = until === null ? '' : ` until ${sayInstant(until, calendar)}`;
  return `${counted(operations, 'operation')}${last}, ${counted(commitments, 'commitment')}`;
}

/** The same for programs. */
export function contentsJson({ operations, commitments, until }: ShownContents, calendar: WorkCalendar) {
  return { operations, commitments, until: until && toLocalIso(until, calendar) };
}

/** The same for programs that read lines, behind the file in which it is. */
export function plainContents(file: string, { operations, commitments }: ShownContents): string[] {
  return [file, String(operations), String(commitments)];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
