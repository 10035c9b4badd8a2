import type { Estimate, HoursRange } from '../../domain/streams/events.ts';
import { printable } from '../printable.ts';

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

/** An estimate as it was typed, with its hours beside it: "2d (16h)", "2-3d (16h to 24h)", "3h". Safe to print. */
export function sayEstimate({ hours, range, text }: Estimate): string {
  return text === undefined
    ? sayHoursOfWork({ hours, range })
    : `${printable(text)} (${sayRange({ hours, range })})`;
}

/** Hours of work, with their range if there is one: "20h (16h to 24h)". */
export function sayHoursOfWork({ hours, range }: Hours): string {
  return range ? `${sayHours(hours)} (${sayRange({ hours, range })})` : sayHours(hours);
}

interface Hours {
  readonly hours: number;
  readonly range?: HoursRange | undefined;
}

function sayRange({ hours, range }: Hours): string {
  return range ? `${sayHours(range[0])} to ${sayHours(range[1])}` : sayHours(hours);
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

const UNITS = ['bytes', 'KB', 'MB', 'GB'];

/** The size of a file: "60 KB", "1.2 MB". */
export function sayBytes(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const amount = bytes / 1000 ** step;
  return `${rounded(amount, amount < 10 && step > 0 ? 1 : 0)} ${UNITS[step]}`;
}
