import { type Commitment, isOpen } from '../streams/commitment.ts';
import type { Moment } from '../time/moment.ts';
import { chanceOf, dayThatHolds, isSure } from './chance.ts';
import type { PlanningContext } from './context.ts';
import { datedWork, isSmall, type Planned, queuedAmong, queueWithout } from './queue.ts';
import { type Delay, delayOf, standingOf } from './standing.ts';

/** A date in the queue that a change makes less likely than it has to be, or later still. */
export interface Slip {
  readonly commitment: Planned;
  /** Its own date; or if that was in danger already, the day that would hold without the change. */
  readonly date: Moment;
  /** The day that holds with the change. */
  readonly holds: Moment;
}

/** The consequences of a given date. */
export interface Feasibility {
  /** The probability that it can be kept. */
  readonly chance: number;
  readonly slips: readonly Slip[];
  /** Whether it is as likely to be kept as it has to be. */
  readonly isSure: boolean;
  /** Whether it can be kept without pushing another date below its confidence. */
  readonly fits: boolean;
}

/**
 * Judges a date given for a commitment, by the order of work that results. What it does to others is the
 * difference between before and after: `before` is the commitment as it stood, null if it is new.
 */
export function judge(
  context: PlanningContext,
  commitment: Planned,
  date: Moment,
  before: Planned | null = commitment,
): Feasibility {
  const left = context.workLeft(commitment);
  if (left.hours === 0) return { chance: 1, slips: [], isSure: true, fits: true };
  const others = queueWithout(context.queue, commitment);
  const work = queuedAmong(others, datedWork(commitment, date, left, context.now));
  const from = standingOf(context, before, others);
  const to = { ...work, place: work.place - 1 };
  const slips = others.flatMap((other, index) => {
    const delay = delayOf(other, index, from, to);
    return delay && !isSure(context, delay.after) ? [slipOf(context, delay)] : [];
  });
  const sure = isSure(context, work);
  return {
    chance: chanceOf(context, work),
    slips,
    isSure: sure,
    fits: sure && (isSmall(left) || slips.length === 0),
  };
}

/** The days are computed only if they are asked for, because few of many slips are shown. */
function slipOf(context: PlanningContext, { before, after }: Delay): Slip {
  return {
    commitment: before.commitment,
    get date() {
      return isSure(context, before) ? before.date : dayThatHolds(context, before);
    },
    get holds() {
      return dayThatHolds(context, after);
    },
  };
}

/**
 * The probability of keeping the agreed date of a commitment, else the date they would like; null if there is no
 * such date, or no work to plan.
 */
export function chanceOfKeeping(context: PlanningContext, commitment: Commitment): number | null {
  const { due, wantedBy } = commitment;
  const date = due ?? wantedBy;
  if (date === null || !isOpen(commitment)) return null;
  const queued = context.queued.get(commitment.uid);
  if (queued && due) return chanceOf(context, queued);
  const left = context.workLeft(commitment);
  if (left.hours === 0) return null;
  const others = queueWithout(context.queue, commitment);
  return chanceOf(context, queuedAmong(others, datedWork(commitment, date, left, context.now)));
}
