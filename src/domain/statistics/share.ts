/** How many of some things something is true of. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** The bounds between which the true share lies 19 times out of 20. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** With fewer than this many, nothing is said but how many there are: one more could turn it over. */
export const LEAST_TO_TELL = 5;

/** The quantile of the normal distribution that 95 % of it lies within. */
const Z = 1.959964;

/**
 * The 95 % score interval of a share (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * 1927), which stays within 0 and 1 and is honest for few; null for too few to tell.
 */
export function wilsonInterval({ count, of }: Share): Interval | null {
  if (of < LEAST_TO_TELL) return null;
  const share = count / of;
  const spread = Z ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The share of those among some things of which something is true. */
export function shareOf<T>(all: readonly T[], isSo: (each: T) => boolean): Share {
  return { count: all.filter(isSo).length, of: all.length };
}
