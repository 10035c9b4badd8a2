import { WORST_RATIO } from './effort.ts';
import { PRIOR_RATIOS, PRIOR_WEIGHT } from './runs.ts';
import type { FinishedWork } from './work-history.ts';

/** A task that was something else entirely is not a habit; see `WORST_RATIO`. */
const WORST_RATIO_SQUARED = Math.log(WORST_RATIO) ** 2;

/** How much longer work takes, by the share of its estimate that was spent; see `overrunBy`. */
export type Overrun = (ratio: number, probability?: number) => number;

/**
 * How much longer work takes that has already taken so long: given the hours spent as a share of the estimate,
 * what is still to come with a given probability (its median, if left out), as a share of the hours spent.
 *
 * The ratios of actual to estimated hours are taken as log-logistic around the estimate, with the spread of the
 * record and of prior experience. On the effort records of several hundred people this median is right to within
 * a few hundredths, from the whole estimate up to five times as much; a normal distribution of the logarithms
 * promises an early end that does not come. The share never grows with the hours, so that a larger estimate
 * never leaves less to do. Before the estimate is used up, its end is still open: the share is that at its end.
 */
export function overrunBy(finished: readonly Pick<FinishedWork, 'estimateHours' | 'spentHours'>[]): Overrun {
  let variance = PRIOR_WEIGHT * PRIOR_RATIOS.reduce((sum, ratio) => sum + Math.log(ratio) ** 2, 0);
  let weight = PRIOR_WEIGHT * PRIOR_RATIOS.length;
  for (const { estimateHours, spentHours } of finished) {
    if (!estimateHours || spentHours <= 0) continue;
    variance += Math.min(WORST_RATIO_SQUARED, Math.log(spentHours / estimateHours) ** 2);
    weight += 1;
  }
  // The logarithm of a log-logistic variable is logistic, with the standard deviation pi / (shape * sqrt(3)).
  const shape = Math.PI / Math.sqrt((3 * variance) / weight);
  // The survival at x is 1 / (1 + x^shape); what is beyond x with a probability has so much less of it.
  return (ratio, probability = 0.5) => {
    const beyond = Math.max(1, ratio) ** -shape;
    return ((beyond + 1) / (1 - probability) - beyond) ** (1 / shape) - 1;
  };
}
