import {
  atLocalTime,
  localDay,
  type WorkCalendar,
  type WorkWeek,
  type ZoneOffset,
} from '../../domain/time/calendar.ts';
import { epoch, type Instant } from '../../domain/time/moment.ts';

/** A time on some days of each week. */
export interface Schedule {
  /** Minutes after midnight. */
  readonly minutes: number;
  /** Sunday = 0; in ascending order. */
  readonly weekdays: readonly number[];
}

/** How long before work begins the morning's message comes, in minutes. */
const AHEAD = 15;
const MINUTE_MS = 60_000;
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
function minutesAhead(from: ZoneOffset, to: ZoneOffset, at: Instant): number {
  return to(epoch(at)) - from(epoch(at));
}

/** The same schedule by a clock that is ahead by some minutes; its days may be others. */
function shiftSchedule({ minutes, weekdays }: Schedule, ahead: number): Schedule {
  const shifted = minutes + ahead;
  const days = Math.floor(shifted / DAY_MINUTES);
  return {
    minutes: shifted - days * DAY_MINUTES,
    weekdays: weekdays.map((day) => (day + days + DAYS_IN_WEEK) % DAYS_IN_WEEK).sort((a, b) => a - b),
  };
}

/** When a line of a crontab is called. */
export interface CronTimes {
  /** In ascending order, as the others are. */
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
}

/** How cron, which goes by the clock of another zone, comes to call something at a time in the zone of a person. */
export interface CronSchedule {
  /**
   * The same by the clock of cron: once if the two clocks always are as far apart as now, else for each distance. Those on
   * the same days are together, in ascending order.
   */
  readonly readings: readonly (readonly Schedule[])[];
  /** When lines have to be called: a line for each group of days. */
  readonly times: readonly CronTimes[];
  /** The person's time at which they do something, in minutes after midnight; null if they are called only then. */
  readonly onlyAt: number | null;
}

/**
 * A schedule by the clock of cron. Each year has weeks in which one zone has changed its clocks and the other has not; as
 * cron knows nothing of that, it is called at all times that may be meant within a year, and most of them are not.
 */
export function scheduleByCron(
  schedule: Schedule,
  calendar: WorkCalendar,
  cronOffset: ZoneOffset,
  now: Instant,
): CronSchedule {
  const today = localDay(calendar, now);
  const distances = Array.from({ length: DAYS_IN_YEAR }, (_, index) =>
    minutesAhead(
      calendar.offsetAt,
      cronOffset,
      atLocalTime(calendar, today + index, schedule.minutes * MINUTE_MS),
    ),
  );
  const different = [...new Set(distances)].sort((a, b) => a - b);
  const readings = byDays(different.map((distance) => shiftSchedule(schedule, distance)));
  return {
    readings,
    times: readings.map(timesOf),
    onlyAt: different.length > 1 ? schedule.minutes : null,
  };
}

/** Schedules in groups that are on the same days: those after midnight are on others than those before it. */
function byDays(schedules: readonly Schedule[]): readonly (readonly Schedule[])[] {
  const daysOf = ({ weekdays }: Schedule) => weekdays.join();
  const days = [...new Set(schedules.map(daysOf))];
  return days.map((each) => schedules.filter((schedule) => daysOf(schedule) === each));
}

/** All minutes and hours of schedules that are on the same days. */
function timesOf(schedules: readonly Schedule[]): CronTimes {
  const each = (of: (minutes: number) => number) =>
    [...new Set(schedules.map(({ minutes }) => of(minutes)))].sort((a, b) => a - b);
  return {
    minutes: each((minutes) => minutes % 60),
    hours: each((minutes) => Math.floor(minutes / 60)),
    weekdays: schedules[0]?.weekdays ?? [],
  };
}

/** The time of day: "08:45". */
export function sayClock(minutes: number): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
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
