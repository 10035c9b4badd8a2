import type { Duration } from '../time/duration.ts';

/** For how many days after a delivery its client is asked whether it works. */
export const DAYS_OF_AFTERCARE = 60;

/** Whether something that long after a delivery may lie outside of these days. */
export function reachesPastAftercare(after: Duration): boolean {
  const { months = 0, days = 0, seconds = 0, workingDays = 0, workingMinutes = 0 } = after;
  // There are at least five working days in a week with nothing off, and some eight hours in each.
  const atLeast = 30 * months + days + seconds / 86_400 + (7 / 5) * (workingDays + workingMinutes / 480);
  return atLeast >= DAYS_OF_AFTERCARE;
}
