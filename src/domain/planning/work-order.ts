import { currentTarget } from '../streams/commitment.ts';
import { endOfWork, isWorkingDay, localDay, shiftWorkingDays } from '../time/calendar.ts';
import type { Moment } from '../time/moment.ts';
import type { PlanningContext } from './context.ts';
import { neededFor, type QueuedWork } from './queue.ts';

/** A piece of work in the queue, as something to do. */
export interface WorkItem {
  readonly work: QueuedWork;
  /** What to work towards: the target, or the date itself if the target has passed or is missing. */
  readonly target: Moment;
  /** Hours still free before the target once this and all earlier work is done; negative if there are too few. */
  readonly hoursFree: number;
}

/** The queue as what to do, in its order. */
export function workInOrder(context: PlanningContext): WorkItem[] {
  return context.queue.map((work) => {
    const target = targetAhead(context, work);
    return { work, target, hoursFree: hoursFreeAt(context, work, target) };
  });
}

/** More work than fits before a date that was given: how many hours too much, until when. */
export interface Overload {
  readonly hours: number;
  readonly until: Moment;
}

/** The dates by which hours are missing, in order; none if all dates leave enough hours. */
export function overloadsIn(context: PlanningContext): Overload[] {
  return context.queue.flatMap((work) => {
    const hours = work.isLate ? 0 : -hoursFreeAt(context, work, work.date);
    return hours > 0 ? [{ hours, until: work.date }] : [];
  });
}

/** The worst of some overloads, the first of several; null if there is none. */
export function worstOverload(overloads: readonly Overload[]): Overload | null {
  return overloads.reduce<Overload | null>(
    (worst, each) => (worst === null || each.hours > worst.hours ? each : worst),
    null,
  );
}

function hoursFreeAt({ days, focus }: PlanningContext, work: QueuedWork, { at }: Moment): number {
  return days.hoursUntil(at) * focus - neededFor(work).hoursThrough;
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
