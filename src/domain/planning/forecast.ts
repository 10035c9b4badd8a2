import type { Commitment } from '../streams/commitment.ts';
import type { Day } from '../time/calendar.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { chanceOf, confidenceOf, finishOf } from './chance.ts';
import { planningContext, type Workload } from './context.ts';
import { type Explanation, explain } from './explanation.ts';
import { type Feasibility, judge } from './feasibility.ts';
import { loadByDay } from './load.ts';
import { type Proposal, propose } from './offer.ts';
import type { QueuedWork } from './queue.ts';
import { type Risk, riskOf } from './risk.ts';
import { targetFor } from './target.ts';
import type { Workable, WorkLeft } from './work-left.ts';
import { type WorkItem, workInOrder } from './work-order.ts';

/**
 * All that can be asked about the work ahead, and what the track record says about it. Nothing is computed before it is
 * asked for, and asking changes nothing: the same input gives the same dates.
 */
export interface Forecast {
  /** Work with a date, in the order of the dates. */
  readonly queue: readonly QueuedWork[];
  readonly focus: number;
  /** How many finished tasks the track record holds. */
  readonly learntFrom: number;
  readonly workLeft: (work: Workable) => WorkLeft;
  /** The date to offer. */
  readonly propose: (commitment: Commitment) => Proposal;
  readonly explain: (commitment: Commitment) => Explanation;
  /** What a named date would do. */
  readonly judge: (commitment: Commitment, date: Moment) => Feasibility;
  /** The earlier date to work towards; null for what is no work. */
  readonly targetFor: (work: Workable, date: Moment) => Moment | null;
  /** How likely a date in the queue is kept, and how likely it has to be. */
  readonly chanceOf: (work: QueuedWork) => number;
  readonly confidenceOf: (work: QueuedWork) => number;
  /** Null for a date that holds or has passed, and for an offer. */
  readonly riskOf: (work: QueuedWork) => Risk | null;
  /** Hours of work on each day up to one. */
  readonly loadByDay: (last: Day) => ReadonlyMap<Day, number>;
  readonly workInOrder: () => WorkItem[];
  /** Working days, with fractions, until an instant. */
  readonly daysUntil: (at: Instant) => number;
  /** By when work in the queue is finished with a probability. */
  readonly finishedBy: (work: QueuedWork, probability: number) => Instant;
}

/** Looks at the workload of a moment. */
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
    propose: (commitment) => propose(context, commitment),
    explain: (commitment) => explain(context, commitment),
    judge: (commitment, date) => judge(context, commitment, date),
    targetFor: (work, date) => targetFor(context, work, date),
    chanceOf: (work) => chanceOf(context, work),
    confidenceOf: (work) => confidenceOf(context, work),
    riskOf: (work) => riskOf(context, work),
    loadByDay: (last) => loadByDay(context, last),
    workInOrder: () => workInOrder(context),
    daysUntil: days.until,
    finishedBy: (work, probability) => days.after(finishOf(context, work).quantile(probability)),
  };
}
