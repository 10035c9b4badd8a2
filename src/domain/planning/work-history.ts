import type { Commitment } from '../streams/commitment.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { type WorkCalendar, workingDayHours, workingMinutesBetween } from '../time/calendar.ts';
import { earliest, type Instant, latest } from '../time/moment.ts';

/** The work of a finished request or promise. */
export interface FinishedWork {
  readonly client: string | null;
  readonly estimateHours: number | null;
  readonly spentHours: number;
  readonly createdAt: Instant;
  readonly closedAt: Instant;
}

/** A finished task as the track record sees it. */
export interface FinishedTask {
  /** Hours of work as estimated before it began; above 0. */
  readonly estimateHours: number;
  /** Hours that it took; null if nobody recorded them. */
  readonly actualHours: number | null;
  /**
   * Working days, with fractions, from the finish of the previous task to its own, not counting time with
   * nothing to do; null for the first task, or if unknown.
   */
  readonly elapsedDays: number | null;
}

/**
 * Turns finished work (oldest first) into tasks. Time with nothing to do is left out, because an empty desk
 * says nothing about pace; `openSince` is when the oldest work still open was asked for. Work without an
 * estimate is as large as the hours spent on it. Work with neither is not a task, and its time counts towards
 * the next one.
 */
export function finishedTasks(
  finished: readonly FinishedWork[],
  openSince: Instant | null,
  calendar: WorkCalendar,
): FinishedTask[] {
  const minutesPerDay = 60 * workingDayHours(calendar);
  const sized = finished.filter(({ estimateHours, spentHours }) => estimateHours || spentHours);
  const busySince = firstAsked(sized, openSince);
  return sized.map(({ estimateHours, spentHours, closedAt }, index) => {
    const before = sized[index - 1]?.closedAt;
    const from = latest(before ?? closedAt, busySince[index] ?? closedAt);
    return {
      estimateHours: estimateHours || spentHours,
      actualHours: estimateHours && spentHours ? spentHours : null,
      elapsedDays:
        before === undefined ? null : workingMinutesBetween(calendar, from, closedAt) / minutesPerDay,
    };
  });
}

/** When the oldest open work was asked for; null if none of it is work. */
export function openWorkSince(open: readonly Pick<Commitment, 'kind' | 'createdAt'>[]): Instant | null {
  let since: Instant | null = null;
  for (const { kind, createdAt } of open) {
    if (KIND_TRAITS[kind].isWork !== 'never' && (since === null || createdAt < since)) since = createdAt;
  }
  return since;
}

/** For each finished work, when the oldest work then unfinished was asked for. */
function firstAsked(finished: readonly FinishedWork[], openSince: Instant | null): Instant[] {
  let first = openSince;
  const asked = finished.toReversed().map(({ createdAt }) => {
    first = first === null ? createdAt : earliest(first, createdAt);
    return first;
  });
  return asked.reverse();
}
