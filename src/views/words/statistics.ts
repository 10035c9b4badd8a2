import type { LengthFigures, Quantile } from '../../domain/statistics/lasting.ts';
import { type Share, wilsonInterval } from '../../domain/statistics/share.ts';
import type { PaceFigures } from '../../domain/statistics/statistics.ts';
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
  const bounds = wilsonInterval(share);
  if (bounds === null) return `${count} of ${of}, ${TOO_FEW}`;
  const [low, high] = [bounds.low, bounds.high].map((bound) => Math.round(100 * bound));
  return `${count} of ${of}, ${sayPercent(count / of)} (${low}-${high}%)`;
}

/** "3", "more than 12". */
export function sayQuantile({ length, isMore }: Quantile, decimals = 1): string {
  return `${isMore ? 'more than ' : ''}${rounded(length, decimals)}`;
}

/** "median 1, 90% within 4", "median 3, 90% within more than 12", "too few to tell". */
export function sayLengths({ median, ninetieth }: LengthFigures): string {
  if (median === null || ninetieth === null) return TOO_FEW;
  const most = ninetieth.isMore ? sayQuantile(ninetieth) : `within ${sayQuantile(ninetieth)}`;
  return `median ${sayQuantile(median)}, 90% ${most}`;
}

/** How often it was in time, and how long it took, in a unit: "in time 4 of 5 …; median 3, 90% within 8 working hours". */
export function sayPace({ inTime, lengths }: PaceFigures, unit: string): string {
  const open = lengths.open > 0 ? `, ${lengths.open} open` : '';
  return `in time ${sayShareWithBounds(inTime)}; ${sayLengths(lengths)} ${unit} (${lengths.of}${open})`;
}
