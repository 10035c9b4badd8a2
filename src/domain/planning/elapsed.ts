import { lazy } from '../base/memo.ts';
import { type Distribution, distribution } from './distribution.ts';
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

/**
 * The distribution of working days until tasks are finished: the work itself, as if it filled whole days,
 * plus everything that comes in between. The latter grows with the square root of the number of tasks and of
 * their hours, and so in proportion to both together.
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
  return (count, hours) => {
    const least = hours / dayHours;
    const extent = Math.sqrt(count * hours);
    const assumed = (ratio: number) => (ratio * hours) / (dayHours * focus);
    const runs = runsOf(runLength(count, runsOf));
    const whole = lazy(() => {
      const work = { after: tasks.length, size: sizeOf(count, hours), least, extent };
      return distribution(outcomesOf(work, runs, PRIOR_RATIOS.map(assumed)));
    });
    const [first, last] = [runs[0], runs.at(-1)];
    const fastest = Math.min(
      assumed(LEAST_RATIO),
      first ? least + extent * first.figure : Number.POSITIVE_INFINITY,
    );
    const slowest = Math.max(assumed(MOST_RATIO), last ? least + extent * last.figure : 0);
    return {
      quantile: (p) => whole().quantile(p),
      // A shortcut: most dates in a long queue are far too early or late enough.
      chance: (days) => (days < fastest ? 0 : days >= slowest ? 1 : whole().chance(days)),
    };
  };
}
