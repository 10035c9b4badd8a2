import { firstIndex } from '../base/first-index.ts';
import { memoize } from '../base/memo.ts';
import { type Distribution, latestOf } from './distribution.ts';
import { PRIOR_RATIOS, PRIOR_WEIGHT, type Run, runLength, runsBy, sizeOf, weightOf } from './runs.ts';
import type { FinishedTask } from './work-history.ts';

/** How working time is used. */
export interface Pace {
  /** Hours in a working day, above 0. Work cannot go faster than if it filled whole days. */
  readonly dayHours: number;
  /** The share of working time that goes to commitments, above 0; assumed as long as there is no record. */
  readonly focus: number;
}

/** Tasks of about the same size, in hours each; `size` stands for all of them. */
interface SizeClass {
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

const CLASS_BOUNDS = [0.5, 1, 2, 4, 8, 16, 32, 64];

const SIZE_CLASSES: readonly SizeClass[] = [0, ...CLASS_BOUNDS].map((from, index) => {
  const to = CLASS_BOUNDS[index] ?? Number.POSITIVE_INFINITY;
  return { from, to, size: sizeOf(1, Math.SQRT2 * (from || to / 2)) };
});

/**
 * The distribution of working days until tasks are finished: the work itself, as if it filled whole days,
 * plus everything that comes in between. The latter grows with the square root of the number of tasks and of
 * their hours, and so in proportion to both together.
 *
 * More work never takes less time. Past runs of another length or of another size may suggest that it does, so
 * the answer is the latest of what the record says about as many tasks and hours, or fewer.
 */
export function elapsedOf(
  tasks: readonly FinishedTask[],
  { dayHours, focus }: Pace,
): (count: number, hours: number) => Distribution {
  const runsOf = runsBy(
    tasks,
    'elapsedDays',
    (hours, days, length) => Math.max(0, days - hours / dayHours) / Math.sqrt(length * hours),
  );
  const evidenceFrom = memoize((length: number) =>
    memoize((size: number) => evidenceOf(runsOf(length), tasks.length, size)),
  );
  /** By runs of one length: for each class of sizes, the most work of that class that is no more than this. */
  const byClass = (length: number, most: number, hours: number) =>
    SIZE_CLASSES.filter(({ from }) => from * length <= hours).map(({ from, to, size }) => {
      const count = Math.min(most, hours / from);
      const fewer = Math.min(hours, count * to);
      return timeFor(count, fewer, evidenceFrom(length)(size), { dayHours, focus });
    });
  return (count, hours) => {
    const longest = runLength(count, runsOf);
    const lengths = Array.from({ length: longest }, (_, index) => index + 1);
    return latestOf(lengths.flatMap((length) => byClass(length, length === longest ? count : length, hours)));
  };
}

/** What past runs say about tasks of one size: their figures, rising, and the weight of each and all above it. */
interface Evidence {
  readonly figures: readonly number[];
  readonly weightFrom: readonly number[];
}

function evidenceOf(runs: readonly Run[], after: number, size: number): Evidence {
  const figures: number[] = [];
  const weights: number[] = [];
  for (const run of runs) {
    const weight = weightOf(run, after, size);
    if (weight === 0) continue;
    figures.push(run.figure);
    weights.push(weight);
  }
  const weightFrom = Array<number>(weights.length + 1).fill(0);
  for (let index = weights.length - 1; index >= 0; index--) {
    weightFrom[index] = (weightFrom[index + 1] ?? 0) + (weights[index] ?? 0);
  }
  return { figures, weightFrom };
}

/**
 * The time for tasks by past runs, with prior experience mixed in. Everything is found by binary search, because a
 * screen may ask about thousands of dates.
 */
function timeFor(
  count: number,
  hours: number,
  { figures, weightFrom }: Evidence,
  { dayHours, focus }: Pace,
): Distribution {
  const least = hours / dayHours;
  const extent = Math.sqrt(count * hours);
  const byRun = (index: number) => least + extent * (figures[index] as number);
  const assumed = (index: number) => ((PRIOR_RATIOS[index] as number) * hours) / (dayHours * focus);
  const all = (weightFrom[0] ?? 0) + PRIOR_WEIGHT * PRIOR_RATIOS.length;
  const chance = (days: number) => {
    const runs = firstIndex(figures.length, (index) => byRun(index) > days);
    const ratios = firstIndex(PRIOR_RATIOS.length, (index) => assumed(index) > days);
    const above = (weightFrom[runs] ?? 0) + PRIOR_WEIGHT * (PRIOR_RATIOS.length - ratios);
    return 1 - above / all;
  };
  return {
    chance,
    quantile: (p) => {
      const run = firstIndex(figures.length, (index) => chance(byRun(index)) >= p);
      const ratio = firstIndex(PRIOR_RATIOS.length, (index) => chance(assumed(index)) >= p);
      return Math.min(
        run < figures.length ? byRun(run) : Number.POSITIVE_INFINITY,
        ratio < PRIOR_RATIOS.length ? assumed(ratio) : Number.POSITIVE_INFINITY,
      );
    },
  };
}
