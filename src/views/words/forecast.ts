import type { QueuedWork } from '../../domain/planning/queue.ts';
import type { Overload } from '../../domain/planning/work-order.ts';
import { currentTarget } from '../../domain/streams/commitment.ts';
import type { ViewContext } from '../view-context.ts';
import { sayRoundHours } from './amount.ts';
import { sayDate } from './time.ts';

/** The target of queued work, or its date if it has no target. */
export function sayTarget({ commitment, date }: QueuedWork, view: ViewContext): string {
  return sayDate(currentTarget(commitment) ?? date, view);
}

/** With fewer finished tasks than this, a chance says more about people in general than about me. */
const FEW_TASKS = 5;

/** What a chance is to be taken for as long as there are few finished tasks; follows it. Empty if there are enough. */
export function sayIfFewTasks(learntFrom: number): string {
  return learntFrom < FEW_TASKS ? ' (few tasks yet)' : '';
}

/** What the chances are based on. */
export function sayRecord(learntFrom: number): string {
  return learntFrom === 0
    ? 'There is no record of finished work yet: the chances are those of estimates in general.'
    : `The chances are learnt from your last ${learntFrom === 1 ? 'finished task' : `${learntFrom} finished tasks`}${sayIfFewTasks(learntFrom)}.`;
}

/** More work than fits, in a sentence. */
export function sayOverload({ hours, until }: Overload, view: ViewContext): string {
  return `More is promised than fits: ${sayRoundHours(hours)} too much until ${sayDate(until, view)}.`;
}
