import type { PlanningContext } from './context.ts';
import type { Distribution } from './distribution.ts';
import type { QueuedWork } from './queue.ts';

/** A date in the queue, with its chance before and after a change. */
export interface Displacement {
  readonly work: QueuedWork;
  readonly before: number;
  readonly after: number;
}

/** A date with no better chance than this is lost. */
const LOST = 0.5;

/** The probability that the date of queued work has to have. */
export function confidenceOf({ settingsOf }: PlanningContext, { commitment }: QueuedWork): number {
  return settingsOf(commitment.client).confidence;
}

/** Working days until queued work is finished. */
export function finishOf(
  { trackRecord }: PlanningContext,
  { place, hoursThrough }: QueuedWork,
): Distribution {
  return trackRecord.elapsed(place, hoursThrough);
}

/** Working days until queued work is finished if another task of `hours` comes before it. */
export function finishBehind(
  { trackRecord }: PlanningContext,
  { place, hoursThrough }: QueuedWork,
  hours: number,
): Distribution {
  return trackRecord.elapsed(place + 1, hoursThrough + hours);
}

/** The probability that the date of queued work is kept. */
export function chanceOf(context: PlanningContext, work: QueuedWork): number {
  return finishOf(context, work).chance(context.days.until(work.date.at));
}

/** The probability that its date is kept if another task of `hours` comes before it. */
export function chanceBehind(context: PlanningContext, work: QueuedWork, hours: number): number {
  return finishBehind(context, work, hours).chance(context.days.until(work.date.at));
}

/**
 * Whether another task of `hours` in front pushes the chance of a date below the confidence, or further below
 * it. A date more likely to be missed than kept does not count: it has to be negotiated again anyway, so it
 * should not hold anything up.
 */
export function isEndangeredBy(context: PlanningContext, work: QueuedWork, hours: number): boolean {
  const after = chanceBehind(context, work, hours);
  if (after >= confidenceOf(context, work)) return false;
  const before = chanceOf(context, work);
  return before > LOST && after < before;
}
