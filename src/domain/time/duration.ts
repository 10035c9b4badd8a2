import {
  addWorkingDays,
  addWorkingMinutes,
  atLocalTime,
  localTime,
  shiftMonths,
  type WorkCalendar,
  workingDayHours,
} from './calendar.ts';
import { epoch, type Instant, instant } from './moment.ts';

/**
 * A length of time as people say it. Clock time (`seconds`), calendar time (`days` and `months`: the same
 * clock time on another day) and working time (`workingDays`, `workingMinutes`) do not convert into each
 * other, so they are kept apart. They are added from the largest to the smallest.
 */
export interface Duration {
  readonly months?: number;
  readonly days?: number;
  readonly seconds?: number;
  readonly workingDays?: number;
  readonly workingMinutes?: number;
}

/** Adds a duration to an instant. 31 January and one month is 28 or 29 February. */
export function addDuration(calendar: WorkCalendar, at: Instant, duration: Duration): Instant {
  let result = at;
  if (duration.months || duration.days) {
    const { day, ms } = localTime(calendar, result);
    result = atLocalTime(calendar, shiftMonths(day, duration.months ?? 0) + (duration.days ?? 0), ms);
  }
  if (duration.workingDays) result = addWorkingDays(calendar, result, duration.workingDays);
  if (duration.workingMinutes) result = addWorkingMinutes(calendar, result, duration.workingMinutes);
  if (duration.seconds) result = instant(epoch(result) + duration.seconds * 1000);
  return result;
}

export function isSameDuration(one: Duration, other: Duration): boolean {
  const amounts = ({ months = 0, days = 0, seconds = 0, workingDays = 0, workingMinutes = 0 }: Duration) =>
    [months, days, seconds, workingDays, workingMinutes].join();
  return amounts(one) === amounts(other);
}

/** Hours of work in a duration. Days count as working days; months have no fixed length and count as nothing. */
export function hoursOfWork(duration: Duration, calendar: WorkCalendar): number {
  const { days = 0, workingDays = 0, workingMinutes = 0, seconds = 0 } = duration;
  return (days + workingDays) * workingDayHours(calendar) + workingMinutes / 60 + seconds / 3600;
}
