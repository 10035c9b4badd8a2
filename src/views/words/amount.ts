import type { HoursRange } from '../../domain/streams/events.ts';

/** A number rounded to a number of decimals. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

/** "1 commitment", "3 commitments". */
export function sayCount(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Hours as people write them: "3h", "1.5h". */
export function sayHours(hours: number): string {
  return `${rounded(hours, 2)}h`;
}

/** Hours of a forecast, rounded because forecasts are not more exact: "14h", "4.8h". */
export function sayRoundHours(hours: number): string {
  return `${rounded(hours, Math.abs(hours) < 100 ? 1 : 0)}h`;
}

/** An estimate, with its range if there is one: "20h (16h to 24h)". */
export function sayEstimate(hours: number, range: HoursRange | null | undefined): string {
  return range ? `${sayHours(hours)} (${sayHours(range[0])} to ${sayHours(range[1])})` : sayHours(hours);
}

/** A share or a probability: "84%". No forecast is ever certain or impossible. */
export function sayShare(share: number): string {
  if (share < 0.01) return '<1%';
  return share > 0.99 ? '>99%' : `${Math.round(100 * share)}%`;
}

/** "1 working day", "3 working days". */
export function sayWorkingDays(count: number): string {
  return sayCount(count, 'working day');
}
