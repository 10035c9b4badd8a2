import { memoize } from '../base/memo.ts';
import type { Outcomes } from './distribution.ts';
import type { FinishedTask } from './work-history.ts';

/*
 * The constants of the track record (here, in effort.ts and in elapsed.ts) were chosen on the effort records of several
 * hundred people, by how often a bound held and how much too wide it was (pinball loss); they hold for each half of them.
 */

/** Some tasks in a row as one observation. */
export interface Run {
  /** The index of its last task. */
  readonly end: number;
  /** How large its tasks are; see `sizeOf`. */
  readonly size: number;
  /** What was observed, independent of the number of tasks and of their size. */
  readonly figure: number;
}

/** The runs of a length, by rising figure. */
export type RunsOf = (length: number) => readonly Run[];

/** Actual hours divided by estimated hours, as people in general have them: the experience of someone who has none yet. */
export const PRIOR_RATIOS = [0.4, 0.6, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];

/** Weight of each of those, where 1 is a task of one's own that was just finished and is of the same size. */
const PRIOR_WEIGHT = 0.5;

/** After this many more tasks, one weighs half as much. */
const HALF_LIFE = 30;

/** A task this many times larger or smaller weighs half as much. */
const HALF_ALIKE = 4;

/** How many tasks back a forecast looks; an older one would weigh less than a tenth. */
export const MOST_TASKS = 100;

/** Weight of a task by the number of tasks finished after it. */
const RECENCY = Array.from({ length: MOST_TASKS }, (_, age) => 0.5 ** (age / HALF_LIFE));

/**
 * Queues are compared with runs of at most this many tasks. Sums of more tasks vary less around their mean, but the mean
 * itself drifts: measured on queues of 3 to 40 tasks, the spread of runs of three is that of them all.
 */
const LONGEST_RUN = 3;

/** With fewer runs than this, shorter ones are used; a record with gaps has more of them. */
const FEW_RUNS = 5;

/** The length of the runs that a queue of `count` tasks is compared with. */
export function runLength(count: number, runsOf: RunsOf): number {
  let length = Math.min(LONGEST_RUN, count);
  while (length > 1 && runsOf(length).length < FEW_RUNS) length--;
  return length;
}

/** How large tasks are on average: the logarithm of their hours, to the base of `HALF_ALIKE`. */
export function sizeOf(count: number, hours: number): number {
  return Math.log(hours / count) / Math.log(HALF_ALIKE);
}

/** The runs of tasks in a row for which `measure` is known, with the figure of each from its hours as estimated and as measured. */
export function runsBy(
  tasks: readonly FinishedTask[],
  measure: 'actualHours' | 'elapsedDays',
  figure: (hours: number, measured: number, length: number) => number,
): RunsOf {
  return memoize((length) => {
    const found: Run[] = [];
    for (let end = length - 1; end < tasks.length; end++) {
      const row = tasks.slice(end - length + 1, end + 1);
      if (row.some((task) => task[measure] === null)) continue;
      const hours = row.reduce((sum, task) => sum + task.estimateHours, 0);
      const measured = row.reduce((sum, task) => sum + (task[measure] ?? 0), 0);
      found.push({ end, size: sizeOf(length, hours), figure: figure(hours, measured, length) });
    }
    return found.sort((a, b) => a.figure - b.figure);
  });
}

/** New work that past runs are applied to. */
interface NewWork {
  /** How many tasks were finished when it is asked about. */
  readonly after: number;
  readonly size: number;
  /** The outcome for this work is `least` plus `extent` times the figure of a run. */
  readonly least: number;
  readonly extent: number;
}

/** The possible outcomes of new work: those of past runs, and the assumed ones. Both must come by rising value. */
export function outcomesOf(
  { after, size, least, extent }: NewWork,
  runs: readonly Run[],
  assumed: readonly number[],
): Outcomes {
  return (show) => {
    let left = assumed.length;
    const showAssumed = (limit: number) => {
      for (let value = assumed[left - 1]; value !== undefined && value > limit; value = assumed[--left - 1]) {
        show(value, PRIOR_WEIGHT);
      }
    };
    for (let index = runs.length - 1; index >= 0; index--) {
      const run = runs[index];
      const age = run ? after - 1 - run.end : MOST_TASKS;
      if (!run || age < 0 || age >= MOST_TASKS) continue;
      const value = least + extent * run.figure;
      const unlike = size - run.size;
      showAssumed(value);
      show(value, (RECENCY[age] ?? 0) / (1 + unlike * unlike));
    }
    showAssumed(Number.NEGATIVE_INFINITY);
  };
}
