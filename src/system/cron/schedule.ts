import { DAY_MS, type WorkWeek, type ZoneOffset } from '../../domain/time/calendar.ts';
import { epoch, type Instant, instant } from '../../domain/time/moment.ts';

/** A time on some days of each week. */
export interface Schedule {
  /** Minutes after midnight. */
  readonly minutes: number;
  /** Sunday = 0; in ascending order. */
  readonly weekdays: readonly number[];
}

/** How long before work begins the morning's message comes, in minutes. */
const AHEAD = 15;
const DAY_MINUTES = 24 * 60;
const DAYS_IN_WEEK = 7;
const DAYS_IN_YEAR = 366;

/** When the mornings' message comes: a little before the earliest beginning of work, on all days that are worked. */
export function morningOf(week: WorkWeek): Schedule {
  const starts = week.flatMap((shifts) => shifts.map(({ start }) => start));
  return {
    minutes: Math.max(0, Math.min(...starts) - AHEAD),
    weekdays: week.flatMap((shifts, weekday) => (shifts.length > 0 ? [weekday] : [])),
  };
}

/** How far the clocks of two zones are apart at an instant, in minutes: positive where the second is ahead. */
export function minutesAhead(from: ZoneOffset, to: ZoneOffset, at: Instant): number {
  return to(epoch(at)) - from(epoch(at));
}

/** The same schedule by a clock that is ahead by some minutes; its days may be others. */
export function shiftSchedule({ minutes, weekdays }: Schedule, ahead: number): Schedule {
  const shifted = minutes + ahead;
  const days = Math.floor(shifted / DAY_MINUTES);
  return {
    minutes: shifted - days * DAY_MINUTES,
    weekdays: weekdays.map((day) => (day + days + DAYS_IN_WEEK) % DAYS_IN_WEEK).sort((a, b) => a - b),
  };
}

/** The first day within a year, to the day, after which the clocks of two zones are not as far apart as now; else null. */
export function whenDistanceChanges(from: ZoneOffset, to: ZoneOffset, now: Instant): Instant | null {
  const distance = minutesAhead(from, to, now);
  const days = Array.from({ length: DAYS_IN_YEAR }, (_, day) => instant(epoch(now) + (day + 1) * DAY_MS));
  return days.find((at) => minutesAhead(from, to, at) !== distance) ?? null;
}

/** Days of the week in runs of neighbours, the week beginning on `first`: Monday to Friday is `[[1, 5]]`. */
export function runsOfDays(
  weekdays: readonly number[],
  first: number,
): readonly (readonly [number, number])[] {
  const position = (day: number) => (day - first + DAYS_IN_WEEK) % DAYS_IN_WEEK;
  const runs: [number, number][] = [];
  for (const day of weekdays.toSorted((a, b) => position(a) - position(b))) {
    const run = runs.at(-1);
    if (run && position(day) === position(run[1]) + 1) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
