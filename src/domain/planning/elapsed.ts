import { lazy } from '../base/memo.ts';
import { type Distribution, distribution, latestOf } from './distribution.ts';
import { outcomesOf, PRIOR_RATIOS, runLength, runsBy, sizeOf } from './runs.ts';
import type { FinishedTask } from './work-history.ts';

/** How working time is used. */
export interface Pace {
  /** Hours in a working day, above 0. Work cannot go faster than if it filled whole days. */
  readonly dayHours: number;
  /** The share of working time that goes to commitments, above 0; assumed as long as there is no record. */
  readonly focus: number;
}

const [LEAST_RATIO, MOST_RATIO] = [Math.min(...PRIOR_RATIOS), Math.max(...PRIOR_RATIOS)];

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
  const assumed = (ratio: number, hours: number) => (ratio * hours) / (dayHours * focus);
  const byRuns = (length: number, size: number, count: number, hours: number) => {
    const work = {
      after: tasks.length,
      size,
      least: hours / dayHours,
      extent: Math.sqrt(count * hours),
    };
    return distribution(
      outcomesOf(
        work,
        runsOf(length),
        PRIOR_RATIOS.map((ratio) => assumed(ratio, hours)),
      ),
    );
  };
  /** By runs of one length: for each class of sizes, the most work of that class that is no more than this. */
  const byClass = (length: number, most: number, hours: number) =>
    SIZE_CLASSES.filter(({ from }) => from * length <= hours).map(({ from, to, size }) => {
      const count = Math.min(most, hours / from);
      return byRuns(length, size, count, Math.min(hours, count * to));
    });
  return (count, hours) => {
    const longest = runLength(count, runsOf);
    const lengths = Array.from({ length: longest }, (_, index) => index + 1);
    const whole = lazy(() =>
      latestOf(lengths.flatMap((length) => byClass(length, length === longest ? count : length, hours))),
    );
    const runs = lengths.map(runsOf);
    const least = hours / dayHours;
    const extent = Math.sqrt(count * hours);
    const fastest = Math.min(
      assumed(LEAST_RATIO, hours),
      ...runs.map(([first]) => (first ? least + extent * first.figure : Number.POSITIVE_INFINITY)),
    );
    const slowest = Math.max(
      assumed(MOST_RATIO, hours),
      ...runs.map((all) => least + extent * (all.at(-1)?.figure ?? 0)),
    );
    return {
      quantile: (p) => whole().quantile(p),
      // A shortcut: most dates in a long queue are far too early or late enough.
      chance: (days) => (days < fastest ? 0 : days >= slowest ? 1 : whole().chance(days)),
    };
  };
}
