import type { Distribution } from './distribution.ts';
import { EFFORT_TASKS, effortOf } from './effort.ts';
import { elapsedOf, type Pace } from './elapsed.ts';
import { MOST_TASKS } from './runs.ts';
import type { FinishedTask } from './work-history.ts';

/** What finished tasks say about the next ones. */
export interface TrackRecord {
  /** Hours that tasks with these estimates (in hours; at least one task) take in all. */
  effort(estimates: readonly number[]): Distribution;
  /**
   * Working days until the last of `count` tasks (1 or more) is finished that have `hours` of estimated work left in
   * all, counted from the finish of the task before them. Other work and waiting take part of these days.
   */
  elapsed(count: number, hours: number): Distribution;
}

/** How many of the last finished tasks the record is learnt from; older ones change nothing. */
export const RECENT_TASKS = EFFORT_TASKS;

/**
 * The track record of finished tasks, the oldest first: the outcomes of past runs of tasks, applied to the tasks that are
 * asked about. Recent runs, and those of tasks of a similar size, weigh more. Prior experience is mixed in, so that an
 * empty record gives an answer and a short one no wild one.
 */
export function trackRecordOf(tasks: readonly FinishedTask[], pace: Pace): TrackRecord {
  return {
    effort: effortOf(tasks.slice(-EFFORT_TASKS)),
    elapsed: elapsedOf(tasks.slice(-MOST_TASKS), pace),
  };
}
