import type { Commitment } from '../streams/commitment.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { type WorkCalendar, workingDayHours, workingMinutesBetween } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';
import type { FinishedTask } from './track-record.ts';

/** A finished request or promise, as far as its work is concerned. */
export interface FinishedWork {
  readonly client: string | null;
  readonly estimateHours: number | null;
  readonly spentHours: number;
  readonly createdAt: Instant;
  readonly closedAt: Instant;
}

/**
 * Finished work (the oldest first) as the record learns from it: the working days from one finish to the next, without
 * the time in which there was nothing to do, because an empty desk says nothing about pace. Work without an estimate has
 * a size only if its hours were written down; work with neither belongs to what else there is to do.
 */
export function busyDays(
  finished: readonly FinishedWork[],
  open: readonly Commitment[],
  calendar: WorkCalendar,
): FinishedTask[] {
  const minutesPerDay = 60 * workingDayHours(calendar);
  const sized = finished.filter(({ estimateHours, spentHours }) => estimateHours || spentHours);
  const busyFrom = firstAskedFrom(sized, open);
  return sized.map(({ estimateHours, spentHours, closedAt }, index) => {
    const before = sized[index - 1]?.closedAt;
    const asked = busyFrom[index] ?? closedAt;
    const from = before === undefined || before < asked ? asked : before;
    return {
      estimateHours: estimateHours || spentHours,
      actualHours: estimateHours && spentHours ? spentHours : null,
      elapsedDays:
        before === undefined ? null : workingMinutesBetween(calendar, from, closedAt) / minutesPerDay,
    };
  });
}

/** For each finished work when the first of all that was not finished before it was asked for. */
function firstAskedFrom(finished: readonly FinishedWork[], open: readonly Commitment[]): Instant[] {
  let first: Instant | null = null;
  for (const { kind, createdAt } of open) {
    const isWork = KIND_TRAITS[kind].isWork !== 'never';
    if (isWork && (first === null || createdAt < first)) first = createdAt;
  }
  return finished
    .toReversed()
    .map(({ createdAt }) => {
      if (first === null || createdAt < first) first = createdAt;
      return first;
    })
    .reverse();
}
