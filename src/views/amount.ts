import type { HoursRange } from '../domain/events.ts';

/** Hours as people write them: "3h", "1.5h". */
export function sayHours(hours: number): string {
  return `${Math.round(hours * 100) / 100}h`;
}

/** Hours of a forecast, which are no more exact than this: "14h", "4.8h". */
export function sayRoundHours(hours: number): string {
  const rounded = Math.abs(hours) < 100 ? Math.round(10 * hours) / 10 : Math.round(hours);
  return `${rounded}h`;
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
