import { LEAST_TO_TELL } from './share.ts';

/** How long something lasted, in any unit; or has lasted so far, if it is not over. */
export interface Lasting {
  readonly length: number;
  readonly isOver: boolean;
}

/** The length that a share of them does not exceed; or, if that cannot be said yet, one that it exceeds. */
export interface Quantile {
  readonly length: number;
  readonly isMore: boolean;
}

/** What can be said of many lengths. */
export interface LengthFigures {
  readonly of: number;
  /** How many of them are not over. */
  readonly open: number;
  /** What half of them and nine out of ten do not exceed; null for too few to tell. */
  readonly median: Quantile | null;
  readonly ninetieth: Quantile | null;
}

/** What is left of a product of fractions that comes to a round number. */
const ROUNDING = 1e-9;

/**
 * A quantile of lengths of which some are not over, by the estimate of E. L. Kaplan and P. Meier ("Nonparametric estimation from
 * incomplete observations", 1958): each length that is over lowers the share that lasts longer by its part of those that had
 * lasted as long by then. What is not over counts among them until now. To leave it out would make everything look shorter.
 * Null if there is nothing.
 */
export function quantileOf(all: readonly Lasting[], p: number): Quantile | null {
  const sorted = [...all].sort((a, b) => a.length - b.length || Number(b.isOver) - Number(a.isOver));
  const last = sorted.at(-1);
  if (last === undefined) return null;
  let lastsLonger = 1;
  for (let index = 0; index < sorted.length; ) {
    const { length } = sorted[index] as Lasting;
    const atRisk = sorted.length - index;
    let over = 0;
    for (; sorted[index]?.length === length; index++) if (sorted[index]?.isOver) over++;
    lastsLonger *= 1 - over / atRisk;
    if (lastsLonger <= 1 - p + ROUNDING) return { length, isMore: false };
  }
  return { length: last.length, isMore: true };
}

/** What can be said of lengths. */
export function lengthFigures(all: readonly Lasting[]): LengthFigures {
  const canTell = all.length >= LEAST_TO_TELL;
  return {
    of: all.length,
    open: all.filter(({ isOver }) => !isOver).length,
    median: canTell ? quantileOf(all, 0.5) : null,
    ninetieth: canTell ? quantileOf(all, 0.9) : null,
  };
}
