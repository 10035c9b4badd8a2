import type { PaceFigures } from '../../domain/statistics/figures.ts';
import type { LengthFigures, Quantile } from '../../domain/statistics/lasting.ts';
import { type Share, wilsonInterval } from '../../domain/statistics/share.ts';
import { rounded } from './amount.ts';

/** What stands where there are too few to say anything of them. */
const TOO_FEW = 'too few to tell';

/** A share in whole percent: "79%". Unlike a chance, it may be all or nothing. */
export function sayPercent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

/** A share with its bounds: "19 of 24, 79% (60-91%)"; "1 of 3, too few to tell"; "none yet". */
export function sayShareWithBounds(share: Share): string {
  const { count, of } = share;
  if (of === 0) return 'none yet';
  const bounds = sayBounds(share);
  return bounds === null
    ? `${count} of ${of}, ${TOO_FEW}`
    : `${count} of ${of}, ${sayPercent(count / of)} (${bounds})`;
}

/** The bounds of a share: "60-91%"; null for too few to tell. */
export function sayBounds(share: Share): string | null {
  const bounds = wilsonInterval(share);
  return bounds && `${Math.round(100 * bounds.low)}-${Math.round(100 * bounds.high)}%`;
}

/** Lengths in a unit: "median 1, 90th percentile 4 days", "median more than 5 days", "too few to tell". */
export function sayLengths({ median, ninetieth }: LengthFigures, unit: string): string {
  if (median === null || ninetieth === null) return TOO_FEW;
  const say = ({ length, isMore }: Quantile) => `${isMore ? 'more than ' : ''}${rounded(length, DECIMALS)}`;
  // That more than half of them lasted longer says all about nine out of ten.
  const all = median.isMore ? say(median) : `${say(median)}, 90th percentile ${say(ninetieth)}`;
  return `median ${all} ${unit}`;
}

const DECIMALS = 1;

/** How often it was in time, and how long it took: "in time 4 of 5, …; median 3, 90th percentile 8 hours (9); 1 open". */
export function sayPace({ inTime, lengths }: PaceFigures, unit: string): string {
  return [
    `in time ${sayShareWithBounds(inTime)}`,
    ...(lengths.median === null ? [] : [`${sayLengths(lengths, unit)} (${lengths.of})`]),
    ...(lengths.open > 0 ? [`${lengths.open} open`] : []),
  ].join('; ');
}

/** Shown where nothing was recorded that could be counted. */
export const NOTHING_COUNTED = `There is nothing to count yet. What you record from now on is:

  followup add TEXT --for CLIENT --agreed DATE
      dates, and whether you keep them
  followup heard CLIENT TEXT --needs-reply
      how soon you answer
  followup done ID --took 3h
      where your time goes

  followup stats --all
      what figures there will be`;
