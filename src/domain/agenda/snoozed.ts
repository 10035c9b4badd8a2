import type { Commitment } from '../streams/commitment.ts';
import type { Instant } from '../time/moment.ts';

/** Whether a snooze hides a commitment. A due date that passes during the snooze ends it, and so does the delivery. */
export function isSnoozed(commitment: Commitment, now: Instant): boolean {
  const { snooze, due, closedAt } = commitment;
  if (!snooze || snooze.until.at <= now) return false;
  const dueHasPassed = due !== null && due.at < now && due.at >= snooze.at;
  const isOver = closedAt !== null && closedAt > snooze.at;
  return !dueHasPassed && !isOver;
}
