import type { QueuedWork } from '../../domain/planning/queue.ts';
import { currentTarget } from '../../domain/streams/commitment.ts';
import type { ViewContext } from '../view-context.ts';
import { sayDate } from './time.ts';

/** The target of queued work, or its date if it has no target. */
export function sayTarget({ commitment, date }: QueuedWork, view: ViewContext): string {
  return sayDate(currentTarget(commitment) ?? date, view);
}

/** What the chances are based on. */
export function sayRecord(learntFrom: number): string {
  return learntFrom === 0
    ? 'There is no record of finished work yet: the chances are those of estimates in general.'
    : `The chances are learnt from your last ${learntFrom === 1 ? 'finished task' : `${learntFrom} finished tasks`}.`;
}
