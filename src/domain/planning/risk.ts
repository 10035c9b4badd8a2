import type { Moment } from '../time/moment.ts';
import { chanceOf, isSure } from './chance.ts';
import type { PlanningContext } from './context.ts';
import { earliestThatHolds } from './holding.ts';
import type { QueuedWork } from './queue.ts';

/** A date in danger: the probability that it is kept, and what would save it. */
export interface Risk {
  readonly chance: number;
  /** The earliest day that holds, for this commitment alone; every other date stays as it is. */
  readonly holds: Moment;
}

/** The risk to a date in the queue; null for a date that holds or has passed, and for an offer. */
export function riskOf(context: PlanningContext, work: QueuedWork): Risk | null {
  if (work.commitment.due === null || work.isLate || isSure(context, work)) return null;
  if (isOnlyItsUnknownSize(context, work)) return null;
  // Many dates may be in danger, and few of them are shown with what would save them.
  let known: Moment | null = null;
  return {
    chance: chanceOf(context, work),
    get holds() {
      known ??= earliestThatHolds(context, work.commitment, work.date);
      return known;
    },
  };
}

/**
 * Whether the danger comes only from not knowing the size of the work itself. That does not count as a danger
 * to its date; the work before it does.
 */
function isOnlyItsUnknownSize(context: PlanningContext, work: QueuedWork): boolean {
  if (work.assumedFrom !== 'setting') return false;
  const before = { place: work.place, hoursThrough: work.hoursThrough - work.hours };
  return before.hoursThrough === 0 || isSure(context, { ...work, ...before, inTime: before });
}
