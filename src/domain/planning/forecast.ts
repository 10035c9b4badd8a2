import type { Commitment } from '../streams/commitment.ts';
import type { Reckoning } from '../streams/events.ts';
import type { Day } from '../time/calendar.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { chanceOf, confidenceOf, finishOf } from './chance.ts';
import { planningContext, type Workload } from './context.ts';
import { type EffortLeft, effortLeftIn } from './effort-left.ts';
import { type Explanation, explain } from './explanation.ts';
import { chanceOfKeeping, type Feasibility, judge } from './feasibility.ts';
import { earliestThatHolds } from './holding.ts';
import { loadByDay } from './load.ts';
import { type Proposal, propose, reckon, type Undated } from './offer.ts';
import type { Planned, QueuedWork } from './queue.ts';
import { type Risk, riskOf } from './risk.ts';
import { targetFor } from './target.ts';
import type { Workable, WorkLeft } from './work-left.ts';
import { type Overload, overloadsIn, type WorkItem, workInOrder, worstOverload } from './work-order.ts';

/**
 * Everything that can be asked about the work ahead. Answers are computed only when asked for, and asking
 * changes nothing: the same input gives the same dates.
 */
export interface Forecast {
  /** Work with a date, in order of the dates. */
  readonly queue: readonly QueuedWork[];
  readonly focus: number;
  /** The number of finished tasks in the track record. */
  readonly learntFrom: number;
  readonly workLeft: (work: Workable) => WorkLeft;
  /** The hours left in several commitments together, given what was spent on them. */
  readonly effortLeft: (works: readonly Workable[]) => EffortLeft;
  /** Finds the date to offer for a commitment, which stood as `before` in the queue; null if it is new. */
  readonly propose: (commitment: Undated, before?: Planned | null) => Proposal;
  readonly explain: (commitment: Commitment) => Explanation;
  /** The consequences of a given date, compared with the commitment as it stood; null if it is new. */
  readonly judge: (commitment: Planned, date: Moment, before?: Planned | null) => Feasibility;
  /** The probability of keeping the agreed date, else the one they want; null if there is nothing to reckon. */
  readonly chanceOfKeeping: (commitment: Commitment) => number | null;
  /** The earliest date from a given one on that can be kept, while every other stays as it is. */
  readonly holdsFrom: (commitment: Planned, date: Moment) => Moment;
  /** What a date for a commitment is reckoned from. */
  readonly reckon: (commitment: Planned, date: Moment) => Reckoning;
  /** The target for a date; null if there is no work to plan. */
  readonly targetFor: (work: Workable, date: Moment) => Moment | null;
  /** The probability that a date in the queue is kept. `confidenceOf` is the probability that it has to have. */
  readonly chanceOf: (work: QueuedWork) => number;
  readonly confidenceOf: (work: QueuedWork) => number;
  /** Null for a date that holds or has passed, and for an offer. */
  readonly riskOf: (work: QueuedWork) => Risk | null;
  /** Hours of work on each day up to `last`. */
  readonly loadByDay: (last: Day) => ReadonlyMap<Day, number>;
  readonly workInOrder: () => WorkItem[];
  /** More work than fits; null if everything fits. */
  readonly overload: () => Overload | null;
  /** The dates by which hours are missing, in order; the worst of them is the overload. */
  readonly overloads: () => readonly Overload[];
  /** Working days, with fractions, until an instant. */
  readonly daysUntil: (at: Instant) => number;
  /** The instant by which queued work is finished with a given probability. */
  readonly finishedBy: (work: QueuedWork, probability: number) => Instant;
}

/** The forecast for a workload. */
export function forecast(workload: Workload): Forecast {
  const context = planningContext(workload);
  const { days } = context;
  return {
    get queue() {
      return context.queue;
    },
    focus: context.focus,
    get learntFrom() {
      return context.learntFrom;
    },
    workLeft: context.workLeft,
    effortLeft: (works) => effortLeftIn(context, works),
    propose: (commitment, before) => propose(context, commitment, before),
    explain: (commitment) => explain(context, commitment),
    judge: (commitment, date, before) => judge(context, commitment, date, before),
    chanceOfKeeping: (commitment) => chanceOfKeeping(context, commitment),
    holdsFrom: (commitment, date) => earliestThatHolds(context, commitment, date),
    reckon: (commitment, date) => reckon(context, commitment, date),
    targetFor: (work, date) => targetFor(context, work, date),
    chanceOf: (work) => chanceOf(context, work),
    confidenceOf: (work) => confidenceOf(context, work),
    riskOf: (work) => riskOf(context, work),
    loadByDay: (last) => loadByDay(context, last),
    workInOrder: () => workInOrder(context),
    overload: () => worstOverload(overloadsIn(context)),
    overloads: () => overloadsIn(context),
    daysUntil: days.until,
    finishedBy: (work, probability) => days.after(finishOf(context, work).quantile(probability)),
  };
}
