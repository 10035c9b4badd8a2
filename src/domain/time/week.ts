import { type Day, isWorkedWeekday, type WorkCalendar, weekdayOf } from './calendar.ts';

/** The part of a calendar that says which weekdays are worked; holidays and days away do not move a week. */
export type WeekOfWork = Pick<WorkCalendar, 'week'>;

const DAYS_IN_WEEK = 7;
/** Weekdays, Sunday = 0, in the order in which they are preferred as the beginning of a week. */
const FROM_MONDAY = [1, 2, 3, 4, 5, 6, 0];
/** Whoever works every day still calls Saturday and Sunday the weekend. */
const USUAL_WEEKEND = 2;

/**
 * The weekday (Sunday = 0) that begins the week: the working day that follows the longest run of days off. It
 * is Monday for whoever works from Monday to Friday, or every day, and Sunday for Sunday to Thursday.
 */
export function firstWeekday(calendar: WeekOfWork): number {
  const worked = FROM_MONDAY.filter((weekday) => isWorkedWeekday(calendar, weekday));
  return worked.reduce((first, weekday) =>
    daysOffBefore(calendar, weekday) > daysOffBefore(calendar, first) ? weekday : first,
  );
}

/** The first day of the week that contains a day. */
export function startOfWeek(calendar: WeekOfWork, day: Day): Day {
  return weekdayFrom(day - DAYS_IN_WEEK + 1, firstWeekday(calendar));
}

/** The first day on or after a day that falls on a weekday (Sunday = 0). */
export function weekdayFrom(day: Day, weekday: number): Day {
  return day + ((weekday - weekdayOf(day) + DAYS_IN_WEEK) % DAYS_IN_WEEK);
}

/** The weekdays with working hours (Sunday = 0), in the order of the week. */
export function workingWeekdays(calendar: WeekOfWork): readonly number[] {
  return weekdaysInOrder(calendar).filter((weekday) => isWorkedWeekday(calendar, weekday));
}

/** Whether work is from Monday to Friday, which is what other programs take working days for. */
export function isMondayToFriday(calendar: WeekOfWork): boolean {
  return workingWeekdays(calendar).join() === '1,2,3,4,5';
}

/** The weekdays of the weekend, in the order of the week: the days off that end it. */
export function weekendWeekdays(calendar: WeekOfWork): readonly number[] {
  return weekdaysInOrder(calendar).slice(-(daysOffBefore(calendar, firstWeekday(calendar)) || USUAL_WEEKEND));
}

/** All weekdays (Sunday = 0), in the order of the week. */
export function weekdaysInOrder(calendar: WeekOfWork): readonly number[] {
  const first = firstWeekday(calendar);
  return FROM_MONDAY.map((_, index) => (first + index) % DAYS_IN_WEEK);
}

/** How many days off come right before a weekday. */
function daysOffBefore(calendar: WeekOfWork, weekday: number): number {
  const daysBack = FROM_MONDAY.map((_, index) => index + 1);
  const worked = daysBack.find((back) =>
    isWorkedWeekday(calendar, (weekday - back + DAYS_IN_WEEK) % DAYS_IN_WEEK),
  );
  return (worked ?? DAYS_IN_WEEK) - 1;
}
