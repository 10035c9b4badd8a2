/** Shows each possible outcome with its weight beside the others (0 or more), from the largest value down. */
export type Outcomes = (show: (value: number, weight: number) => void) => void;

/** How likely each outcome is. The two questions are inverse: `quantile(p)` is the smallest value with `chance(value) >= p`. */
export interface Distribution {
  /** The value that is not exceeded with probability `p` (0 to 1). */
  readonly quantile: (p: number) => number;
  /** The probability (0 to 1) that the outcome is `value` or less. */
  readonly chance: (value: number) => number;
}

/**
 * The distribution of weighted outcomes as they were seen, with nothing in between. At least one weight must be positive.
 * The probability to exceed a value is raised to the power `tilt`: above 1, large outcomes are rarer than they were seen,
 * below 1 more frequent; 1 leaves them alone (the alternatives of E. L. Lehmann, "The power of rank tests", 1953).
 * Weights are added up from the top in both questions, so that their answers agree to the last bit.
 */
export function distribution(outcomes: Outcomes, tilt = 1): Distribution {
  const notAbove = (above: number, all: number) => 1 - (above / all) ** tilt;
  return {
    chance: (value) => {
      let above = 0;
      let all = 0;
      outcomes((each, weight) => {
        all += weight;
        if (each > value) above = all;
      });
      return notAbove(above, all);
    },
    quantile: (p) => {
      const seen: { readonly value: number; readonly above: number }[] = [];
      let all = 0;
      outcomes((value, weight) => {
        seen.push({ value, above: all });
        all += weight;
      });
      return seen.findLast(({ above }) => notAbove(above, all) >= p)?.value ?? Number.NaN;
    },
  };
}
