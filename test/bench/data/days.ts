import type { Moment } from '../../../src/domain/time/moment.ts';
import { NOW, ZONE } from './datasets.ts';
import type { Random } from './random.ts';

export const DAY = 86_400_000;

const TODAY = Math.floor(NOW / DAY);

/** The day N days before or after today; a day on a weekend becomes the next Monday. */
export function workday(fromToday: number): number {
  const day = TODAY + Math.round(fromToday);
  // The first of January 1970 was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return weekday < 5 ? day : day + 7 - weekday;
}

/** The number of days from today to a day. */
export function fromToday(day: number): number {
  return day - TODAY;
}

/** A time in the working hours of a day, never in the future. */
export function timeOf(day: number, random: Random): number {
  return Math.min(
    day * DAY + 14 * 3_600_000 + random.whole(0, 6 * 3_600_000),
    NOW - random.whole(1, 600) * 1_000,
  );
}

/** The end of a working day as a date. */
export function dateOn(day: number): Moment {
  const month = new Date(day * DAY).getUTCMonth();
  const hour = month > 2 && month < 10 ? 21 : 22;
  return { at: new Date(day * DAY + hour * 3_600_000).toISOString(), zone: ZONE, grain: 'day' };
}
