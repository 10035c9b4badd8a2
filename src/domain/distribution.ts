/** What may come out, by rising value, and what each weighs beside the others (0 or more). Two lists of equal length. */
export interface Outcomes {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/** How likely each outcome is. The two questions are inverse: `quantile(p)` is the smallest value with `chance(value) >= p`. */
export interface Distribution {
  /** The value that is not exceeded with probability `p` (0 to 1). */
  quantile(p: number): number;
  /** The probability (0 to 1) that the outcome is `value` or less. */
  chance(value: number): number;
}

/**
 * The distribution of weighted outcomes as they were seen, with nothing in between. At least one weight must be positive.
 * The probability to exceed a value is raised to the power `tilt`: above 1, large outcomes are rarer than they were seen,
 * below 1 more frequent; 1 leaves them alone (the alternatives of E. L. Lehmann, "The power of rank tests", 1953).
 */
export function distribution({ values, weights }: Outcomes, tilt = 1): Distribution {
  const count = values.length;
  // What the outcomes weigh from each of them upwards; added up from the top, so that small weights there are not lost.
  const upwards = new Float64Array(count + 1);
  for (let index = count - 1; index >= 0; index--) {
    upwards[index] = (upwards[index + 1] ?? 0) + (weights[index] ?? 0);
  }
  const valueAt = (index: number) => values[index] ?? Number.NaN;
  const chanceOfFirst = (some: number) => 1 - ((upwards[some] ?? 0) / (upwards[0] ?? 0)) ** tilt;
  return {
    quantile: (p) => valueAt(firstIndex(count, (index) => chanceOfFirst(index + 1) >= p)),
    chance: (value) => chanceOfFirst(firstIndex(count, (index) => valueAt(index) > value)),
  };
}

/** The first of `length` indices for which something holds that, once it holds, holds for all later ones; `length` if none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let from = 0;
  let to = length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
