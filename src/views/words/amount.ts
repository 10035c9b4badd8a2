import type { HoursRange } from '../../domain/streams/events.ts';

/** A number with at most so many decimals. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

/** Hours as people write them: "3h", "1.5h". */
export function sayHours(hours: number): string {
  return `${rounded(hours, 2)}h`;
}

/** Hours of a forecast, which are no more exact than this: "14h", "4.8h". */
export function sayRoundHours(hours: number): string {
  return `${rounded(hours, Math.abs(hours) < 100 ? 1 : 0)}h`;
}

/** An estimate, with the range that was named: "20h (16h to 24h)". */
export function sayEstimate(hours: number, range: HoursRange | null | undefined): string {
  return range ? `${sayHours(hours)} (${sayHours(range[0])} to ${sayHours(range[1])})` : sayHours(hours);
}

/** A share or a probability: "84%". Nothing that is forecast is certain, or impossible. */
export function sayShare(share: number): string {
  if (share < 0.01) return '<1%';
  return share > 0.99 ? '>99%' : `${Math.round(100 * share)}%`;
}

/** "1 working day", "3 working days". */
export function sayWorkingDays(count: number): string {
  return `${count} working day${count === 1 ? '' : 's'}`;
}
