import type { PlanningContext } from './context.ts';
import {
  type DatedWork,
  dateGiven,
  delayedBy,
  type Planned,
  passesLate,
  placeFor,
  type QueuedWork,
} from './queue.ts';

/** Where work stands among the others: behind the first `place` of them. */
export interface Standing extends Pick<DatedWork, 'hours' | 'isLate'> {
  readonly place: number;
}

/** What is not in the queue stands behind everything, and delays nothing. */
const NOWHERE: Standing = { place: Number.POSITIVE_INFINITY, hours: 0, isLate: false };

/** Where a commitment stands, by its own date, among the other work of the queue. */
export function standingOf(
  { now, workLeft }: PlanningContext,
  commitment: Planned | null,
  others: readonly QueuedWork[],
): Standing {
  const date = commitment && dateGiven(commitment, now);
  if (!date) return NOWHERE;
  const { hours } = workLeft(commitment);
  return { place: placeFor(others, date.at, commitment), hours, isLate: date.at < now };
}

/** Other work that a change of standing delays, before and after the change. */
export interface Delay {
  readonly before: QueuedWork;
  readonly after: QueuedWork;
}

/** How a change of standing delays one of the others; null if it does not. */
export function delayOf(other: QueuedWork, index: number, from: Standing, to: Standing): Delay | null {
  const [was, is] = [hoursBefore(other, index, from), hoursBefore(other, index, to)];
  return is > was ? { before: delayedBy(other, was), after: delayedBy(other, is) } : null;
}

/** The hours that one of the others has to wait for, because of where work stands. */
function hoursBefore(other: QueuedWork, index: number, standing: Standing): number {
  const waits = index >= standing.place && !(passesLate(other) && standing.isLate);
  return waits ? standing.hours : 0;
}
