/** Possible values, from the largest to the smallest, and the weight of each. */
export interface Outcomes {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

/**
 * A probability distribution. The two functions are inverse: `quantile(p)` is the smallest value with
 * `chance(value) >= p`.
 */
export interface Distribution {
  /** The value that is not exceeded with probability `p` (0 to 1). */
  readonly quantile: (p: number) => number;
  /** The probability (0 to 1) of an outcome of `value` or less. */
  readonly chance: (value: number) => number;
}

/**
 * The distribution of weighted outcomes as observed, without interpolation. At least one weight must be
 * positive. The probability of exceeding a value is raised to the power `tilt`: above 1, large outcomes
 * become rarer than observed, below 1 more frequent (the alternatives of E. L. Lehmann, "The power of rank
 * tests", 1953). Both functions add up the weights from the top, so that they agree to the last bit. They are plain
 * loops, because one screen may ask a thousand times.
 */
export function distribution({ values, weights }: Outcomes, tilt = 1): Distribution {
  const notAbove = (above: number, all: number) => 1 - (tilt === 1 ? above / all : (above / all) ** tilt);
  return {
    chance: (value) => {
      let above = 0;
      let all = 0;
      for (let index = 0; index < values.length; index++) {
        all += weights[index] as number;
        if ((values[index] as number) > value) above = all;
      }
      return notAbove(above, all);
    },
    quantile: (p) => {
      let all = 0;
      for (let index = 0; index < weights.length; index++) all += weights[index] as number;
      let smallest = Number.NaN;
      let above = 0;
      // The chance falls with the value, so the last value that is likely enough is the smallest.
      for (let index = 0; index < values.length; index++) {
        if (notAbove(above, all) >= p) smallest = values[index] as number;
        above += weights[index] as number;
      }
      return smallest;
    },
  };
}

/** The distribution that is nowhere ahead of any of these; there is at least one. */
export function latestOf(distributions: readonly Distribution[]): Distribution {
  return {
    chance: (value) => Math.min(...distributions.map(({ chance }) => chance(value))),
    quantile: (p) => Math.max(...distributions.map(({ quantile }) => quantile(p))),
  };
}

/** The distribution of a sum whose parts turn out well or badly together, as what one person does; nothing if there are none. */
export function sumOf(parts: readonly Distribution[]): Distribution {
  const [first, ...others] = parts;
  if (first === undefined) return distribution({ values: [0], weights: [1] });
  if (others.length === 0) return first;
  return byQuantile((p) => parts.reduce((sum, { quantile }) => sum + quantile(p), 0));
}

/** How often the range of a probability is halved to find it. */
const HALVINGS = 30;

/** The distribution with these quantiles, which never fall; it ends at `most`. */
export function byQuantile(quantile: (p: number) => number, most = 1): Distribution {
  return {
    quantile: (p) => quantile(Math.min(p, most)),
    chance: (value) => {
      let [low, high] = [0, 1];
      if (quantile(most) <= value) return 1;
      for (let step = 0; step < HALVINGS; step++) {
        const middle = (low + high) / 2;
        if (quantile(Math.min(middle, most)) <= value) low = middle;
        else high = middle;
      }
      return low;
    },
  };
}
