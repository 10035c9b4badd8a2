import { currentTarget } from '../streams/commitment.ts';
import { endOfWork, isWorkingDay, localDay, shiftWorkingDays } from '../time/calendar.ts';
import { compareInstants, type Moment } from '../time/moment.ts';
import type { PlanningContext } from './context.ts';
import type { Planned, QueuedWork } from './queue.ts';
import type { WorkLeft } from './work-left.ts';

/** A piece of agreed work. */
export interface WorkItem {
  readonly commitment: Planned;
  /** What to work towards: the target, or the date itself if the target has passed or is missing. */
  readonly target: Moment;
  readonly left: WorkLeft;
  /** Hours still free before the target once this and all earlier work is done; negative if there are too few. */
  readonly hoursFree: number;
}

/**
 * Agreed work in the order in which to do it, by target. Offers hold their place, so their hours are not
 * free.
 */
export function workInOrder(context: PlanningContext): WorkItem[] {
  const { days, focus, queue } = context;
  const items = queue.map((work) => ({ work, target: targetAhead(context, work) }));
  items.sort((a, b) => compareInstants(a.target.at, b.target.at));
  const inOrder: WorkItem[] = [];
  let hoursThrough = 0;
  for (const { work, target } of items) {
    const { commitment, hours, assumedFrom } = work;
    hoursThrough += hours;
    if (commitment.state !== 'agreed') continue;
    const left = assumedFrom === undefined ? { hours } : { hours, assumedFrom };
    const hoursFree = days.hoursUntil(target.at) * focus - hoursThrough;
    inOrder.push({ commitment, target, left, hoursFree });
  }
  return inOrder;
}

/** The target if it is ahead, else the date. A target on a day off means the working day before. */
function targetAhead({ now, calendar, days }: PlanningContext, { commitment, date }: QueuedWork): Moment {
  const target = currentTarget(commitment);
  if (target === null || target.at <= now) return date;
  const day = localDay(calendar, target.at);
  return isWorkingDay(calendar, day)
    ? target
    : days.wholeDay(endOfWork(calendar, shiftWorkingDays(calendar, day, -1)));
}
