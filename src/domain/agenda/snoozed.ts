import type { Commitment } from '../streams/commitment.ts';
import type { Instant } from '../time/moment.ts';

/** Whether a snooze hides a commitment. A due date that passes during the snooze ends it. */
export function isSnoozed(commitment: Commitment, now: Instant): boolean {
  const { snooze, due } = commitment;
  if (!snooze || snooze.until.at <= now) return false;
  const dueHasPassed = due !== null && due.at < now && due.at >= snooze.at;
  return !dueHasPassed;
}
