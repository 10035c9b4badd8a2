import type { PlanningContext } from './context.ts';
import type { Distribution } from './distribution.ts';
import type { QueuedWork } from './queue.ts';

/** A date in the queue, and how likely it is before and after a change. */
export interface Displacement {
  readonly work: QueuedWork;
  readonly before: number;
  readonly after: number;
}

/** A date with no better chance than this is lost. */
const LOST = 0.5;

/** How likely the date of work in the queue has to be. */
export function confidenceOf({ settingsOf }: PlanningContext, { commitment }: QueuedWork): number {
  return settingsOf(commitment.client).confidence;
}

/** Working days until work in the queue is finished. */
export function finishOf(
  { trackRecord }: PlanningContext,
  { place, hoursThrough }: QueuedWork,
): Distribution {
  return trackRecord.elapsed(place, hoursThrough);
}

/** The same if another task of `hours` came before it. */
export function finishBehind(
  { trackRecord }: PlanningContext,
  { place, hoursThrough }: QueuedWork,
  hours: number,
): Distribution {
  return trackRecord.elapsed(place + 1, hoursThrough + hours);
}

/** How likely the date of work in the queue is kept. */
export function chanceOf(context: PlanningContext, work: QueuedWork): number {
  return finishOf(context, work).chance(context.days.until(work.date.at));
}

/** The same if another task of `hours` came before it. */
export function chanceBehind(context: PlanningContext, work: QueuedWork, hours: number): number {
  return finishBehind(context, work, hours).chance(context.days.until(work.date.at));
}

/**
 * Whether another task of `hours` before a date in the queue lowers its chance below the confidence, or lower still. A date
 * that is more likely to be missed than kept has to be negotiated anew anyway, and holds up nothing.
 */
export function isEndangeredBy(context: PlanningContext, work: QueuedWork, hours: number): boolean {
  const after = chanceBehind(context, work, hours);
  if (after >= confidenceOf(context, work)) return false;
  const before = chanceOf(context, work);
  return before > LOST && after < before;
}
