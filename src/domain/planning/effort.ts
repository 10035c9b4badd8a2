import { memoize } from '../base/memo.ts';
import { type Distribution, distribution } from './distribution.ts';
import { MOST_TASKS, outcomesOf, PRIOR_RATIOS, runLength, runsBy, sizeOf } from './runs.ts';
import type { FinishedTask } from './work-history.ts';

/**
 * Hours are capped at this multiple of the estimate: one task that was something else entirely is not a
 * habit.
 */
export const WORST_RATIO = 8;

/** How many past forecasts are compared with what happened. They are mixed with as many that were right. */
const COMPARED = 100;

/** When forecasts are compared with outcomes, no outcome counts as rarer than this. */
const RAREST = 0.02;

/** The number of most recent tasks that `effortOf` looks at. */
export const EFFORT_TASKS = MOST_TASKS + COMPARED;

/**
 * Hours of work: the estimates times the ratio of actual to estimated hours in past runs. Past forecasts are
 * compared with what happened, and the new one is tilted so that its bounds hold as often as they claim.
 */
export function effortOf(tasks: readonly FinishedTask[]): (estimates: readonly number[]) => Distribution {
  const measured = tasks.flatMap((task) =>
    task.actualHours === null
      ? []
      : [{ ...task, actualHours: Math.min(task.actualHours, WORST_RATIO * task.estimateHours) }],
  );
  const runsOf = runsBy(measured, 'actualHours', (hours, actual) => actual / hours);
  const outcomes = (after: number, length: number, size: number, hours: number) =>
    outcomesOf(
      { after, size, least: 0, extent: hours },
      runsOf(length),
      PRIOR_RATIOS.map((ratio) => ratio * hours),
    );
  const tiltOf = memoize((length: number) => {
    const past = runsOf(length).filter(({ end }) => end >= measured.length - COMPARED);
    const chances = past.map(({ end, size, figure }) =>
      distribution(outcomes(end - length + 1, length, size, 1)).chance(figure),
    );
    return tilt(chances, length);
  });
  return (estimates) => {
    const length = runLength(estimates.length, runsOf);
    const hours = estimates.reduce((sum, estimate) => sum + estimate, 0);
    const size = sizeOf(estimates.length, hours);
    return distribution(outcomes(measured.length, length, size, hours), tiltOf(length));
  };
}

/**
 * The tilt that would have made past forecasts hold as often as they claimed. `chances` are the probabilities
 * that they gave to what then happened. If they were right, `-log(1 - chance)` is exponential with mean 1,
 * and one divided by the observed mean is the maximum likelihood estimate of the tilt; `COMPARED` forecasts
 * that were right are mixed in. Runs of several tasks overlap, so each counts for 1 / `length`.
 */
function tilt(chances: readonly number[], length: number): number {
  const surprises = chances.reduce((sum, chance) => sum - Math.log(Math.max(RAREST, 1 - chance)), 0);
  return (COMPARED + chances.length / length) / (COMPARED + surprises / length);
}
