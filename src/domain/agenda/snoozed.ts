import { type Commitment, isOpen } from '../streams/commitment.ts';
import type { Instant, Moment } from '../time/moment.ts';

/**
 * Whether a snooze hides a commitment. A date of it that passes during the snooze ends it: the due date while it is open, unless
 * another is given.
 */
export function isSnoozed(
  commitment: Commitment,
  now: Instant,
  due: Moment | null = isOpen(commitment) ? commitment.due : null,
): boolean {
  const { snooze } = commitment;
  if (!snooze || snooze.until.at <= now) return false;
  const dueHasPassed = due !== null && due.at < now && due.at >= snooze.at;
  return !dueHasPassed;
}
