import { memoize } from '../base/memo.ts';
import type { Outcomes } from './distribution.ts';
import type { FinishedTask } from './work-history.ts';

/*
 * The constants of the track record (here, in effort.ts and in elapsed.ts) were chosen on the effort records
 * of several hundred people, by how often a bound held and how much too wide it was (pinball loss). They hold
 * for each half of those people.
 */

/** Several tasks in a row, as one observation. */
export interface Run {
  /** The index of its last task. */
  readonly end: number;
  /** The size of its tasks; see `sizeOf`. */
  readonly size: number;
  /** The observed figure, independent of the number and the size of the tasks. */
  readonly figure: number;
}

/** The runs of a given length, by rising figure. */
export type RunsOf = (length: number) => readonly Run[];

/**
 * Actual hours divided by estimated hours for people in general; used until there is enough of one's own
 * experience.
 */
export const PRIOR_RATIOS = [0.4, 0.6, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];

/** The weight of each prior ratio. A task of one's own that has just finished and has the same size weighs 1. */
export const PRIOR_WEIGHT = 0.5;

/** After this many further tasks, a task weighs half as much. */
const HALF_LIFE = 30;

/** A task this many times larger or smaller weighs half as much. */
const HALF_ALIKE = 4;

/** How many tasks back a forecast looks; an older task would weigh less than a tenth. */
export const MOST_TASKS = 100;

/** The weight of a task by the number of tasks finished after it. */
const RECENCY = Array.from({ length: MOST_TASKS }, (_, age) => 0.5 ** (age / HALF_LIFE));

/**
 * Queues are compared with runs of at most this many tasks. Sums of more tasks vary less around their mean,
 * but the mean itself drifts: measured on queues of 3 to 40 tasks, runs of three have the same spread as the
 * whole queue.
 */
const LONGEST_RUN = 3;

/** With fewer runs than this, shorter runs are used; a record with gaps has more of those. */
const FEW_RUNS = 5;

/** The length of the runs to compare a queue of `count` tasks with. */
export function runLength(count: number, runsOf: RunsOf): number {
  let length = Math.min(LONGEST_RUN, count);
  while (length > 1 && runsOf(length).length < FEW_RUNS) length--;
  return length;
}

/** The average size of tasks: the logarithm of their hours to the base `HALF_ALIKE`. */
export function sizeOf(count: number, hours: number): number {
  return Math.log(hours / count) / Math.log(HALF_ALIKE);
}

/**
 * The runs in which `measure` is known for every task. `figure` computes the figure of a run from its
 * estimated hours and the measured total.
 */
export function runsBy(
  tasks: readonly FinishedTask[],
  measure: 'actualHours' | 'elapsedDays',
  figure: (hours: number, measured: number, length: number) => number,
): RunsOf {
  return memoize((length) => {
    const runs: Run[] = [];
    for (let end = length - 1; end < tasks.length; end++) {
      const row = tasks.slice(end - length + 1, end + 1);
      if (row.some((task) => task[measure] === null)) continue;
      const hours = row.reduce((sum, task) => sum + task.estimateHours, 0);
      const measured = row.reduce((sum, task) => sum + (task[measure] ?? 0), 0);
      runs.push({ end, size: sizeOf(length, hours), figure: figure(hours, measured, length) });
    }
    return runs.sort((a, b) => a.figure - b.figure);
  });
}

/**
 * What a run counts for new work of a size, begun when `after` tasks are finished: less the older it is, and the less
 * alike; nothing if it is too old, or came later.
 */
export function weightOf(run: Run, after: number, size: number): number {
  const age = after - 1 - run.end;
  if (age < 0 || age >= MOST_TASKS) return 0;
  const unlike = size - run.size;
  return (RECENCY[age] as number) / (1 + unlike * unlike);
}

/** New work that past runs are applied to. */
interface NewWork {
  /** The number of tasks finished before it. */
  readonly after: number;
  readonly size: number;
  /** The outcome for this work is `least` plus `extent` times the figure of a run. */
  readonly least: number;
  readonly extent: number;
}

/** The possible outcomes of new work: those of past runs and the assumed ones, both given in rising order. */
export function outcomesOf(
  { after, size, least, extent }: NewWork,
  runs: readonly Run[],
  assumed: readonly number[],
): Outcomes {
  const values: number[] = [];
  const weights: number[] = [];
  let next = assumed.length - 1;
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index] as Run;
    const weight = weightOf(run, after, size);
    if (weight === 0) continue;
    const value = least + extent * run.figure;
    for (; next >= 0 && (assumed[next] as number) > value; next--) {
      values.push(assumed[next] as number);
      weights.push(PRIOR_WEIGHT);
    }
    values.push(value);
    weights.push(weight);
  }
  for (; next >= 0; next--) {
    values.push(assumed[next] as number);
    weights.push(PRIOR_WEIGHT);
  }
  return { values, weights };
}
