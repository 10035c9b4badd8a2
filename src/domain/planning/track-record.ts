import type { Distribution } from './distribution.ts';
import { EFFORT_TASKS, effortOf } from './effort.ts';
import { elapsedOf, type Pace } from './elapsed.ts';
import { MOST_TASKS } from './runs.ts';
import type { FinishedTask } from './work-history.ts';

/** What finished tasks say about the next ones. */
export interface TrackRecord {
  /** The total hours that tasks with these estimates (in hours; at least one task) will take. */
  effort(estimates: readonly number[]): Distribution;
  /**
   * Working days until the last of `count` tasks (1 or more) is finished, counted from the finish of the task
   * before them. `hours` is the estimated work left in all of them. Other work and waiting take up part of
   * these days.
   */
  elapsed(count: number, hours: number): Distribution;
}

/** The number of most recent tasks that the record is learnt from; older ones change nothing. */
export const RECENT_TASKS = EFFORT_TASKS;

/**
 * Learns the track record from finished tasks, oldest first, by applying the outcomes of past runs to new
 * tasks. Recent runs and runs of similar size weigh more. Prior experience is mixed in, so that an empty
 * record gives an answer and a short one no wild answer.
 */
export function trackRecordOf(tasks: readonly FinishedTask[], pace: Pace): TrackRecord {
  return {
    effort: effortOf(tasks.slice(-EFFORT_TASKS)),
    elapsed: elapsedOf(tasks.slice(-MOST_TASKS), pace),
  };
}
