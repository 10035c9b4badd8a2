import type { Moment } from '../time/moment.ts';
import type { PlanningContext } from './context.ts';
import type { Distribution } from './distribution.ts';
import { type DatedWork, neededFor, type Position, type QueuedWork } from './queue.ts';

/** A date in the queue, with its chance before and after a change. */
export interface Displacement {
  readonly work: QueuedWork;
  readonly before: number;
  readonly after: number;
}

/** The probability that the date of queued work has to have. */
export function confidenceOf({ settingsOf }: PlanningContext, { commitment }: QueuedWork): number {
  return settingsOf(commitment.client).confidence;
}

/** Working days until work at a position in the queue is finished. */
export function finishOf(
  { trackRecord }: PlanningContext,
  work: Position & Pick<DatedWork, 'hours' | 'isLate'>,
): Distribution {
  const { place, hoursThrough } = neededFor(work);
  return trackRecord.elapsed(place, hoursThrough);
}

/** The probability that the date of queued work is kept. */
export function chanceOf(context: PlanningContext, work: QueuedWork): number {
  return finishOf(context, work).chance(context.days.until(work.date.at));
}

/** Whether the date of queued work is as likely to be kept as it has to be. */
export function isSure(context: PlanningContext, work: QueuedWork): boolean {
  return chanceOf(context, work) >= confidenceOf(context, work);
}

/** The day by which queued work is likely enough to be done, in its place. */
export function dayThatHolds(context: PlanningContext, work: QueuedWork): Moment {
  return context.days.dayAfter(finishOf(context, work).quantile(confidenceOf(context, work)));
}
