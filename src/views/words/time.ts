import {
  localDay,
  type WorkCalendar,
  workingDaysBetween,
  workingMinutesBetween,
} from '../../domain/time/calendar.ts';
import { dayMeant, endsOnAnotherDay } from '../../domain/time/day-meant.ts';
import { epoch, type Instant, type Moment } from '../../domain/time/moment.ts';
import { sayDayMeant, sayMoment, sayTime } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { sayCount, sayRoundHours, sayWorkingDays } from './amount.ts';

const MINUTE_MS = 60_000;

/** The present moment, and the calendar that times are read by. */
interface Present {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
}

/** How far apart two instants are: "a moment", "20 min", "3 h", "1 day", "5 weeks". Days are calendar days. */
export function sayDistance(from: Instant, to: Instant, calendar: WorkCalendar): string {
  const days = Math.abs(localDay(calendar, to) - localDay(calendar, from));
  const minutes = Math.floor(Math.abs(epoch(to) - epoch(from)) / MINUTE_MS);
  if (days === 0 || minutes < 6 * 60) {
    if (minutes === 0) return 'a moment';
    return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
  }
  if (days < 21) return sayCount(days, 'day');
  if (days < 90) return `${Math.floor(days / 7)} weeks`;
  if (days < 730) return `${Math.floor(days / 30.4375)} months`;
  return `${Math.floor(days / 365.25)} years`;
}

/** When something is, seen from now: "in 3 h", "tomorrow", "2 days ago", "now". */
export function sayRelative(at: Instant, now: Instant, calendar: WorkCalendar): string {
  const days = localDay(calendar, at) - localDay(calendar, now);
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return sayFromNow(at, now, calendar);
}

/** Like `sayRelative`, for a date. The names of days are left out if its day is another one here. */
export function sayRelativeDate(date: Moment, { now, calendar }: Present): string {
  const say = endsOnAnotherDay(date, calendar) ? sayFromNow : sayRelative;
  return say(date.at, now, calendar);
}

function sayFromNow(at: Instant, now: Instant, calendar: WorkCalendar): string {
  if (Math.abs(epoch(at) - epoch(now)) < MINUTE_MS) return 'now';
  const distance = sayDistance(now, at, calendar);
  return at > now ? `in ${distance}` : `${distance} ago`;
}

/** A day, or a day with the time or window in it, short enough for a table: "Thu 5 Mar", "Thu 5 Mar 14:00-15:00". */
export function sayDate(moment: Moment, { now, calendar }: Present): string {
  const day = sayDayMeant(moment, calendar, now);
  return moment.grain === 'day' ? day : `${day} ${sayClock(moment, calendar)}`;
}

/** Like `sayDate`, but without the day if it is today: "15:00". */
export function sayShort(moment: Moment, present: Present): string {
  const { calendar } = present;
  return moment.grain === 'time' && isToday(moment, present)
    ? sayClock(moment, calendar)
    : sayDate(moment, present);
}

/** Whether a date is today, both as it was said and here. */
export function isToday(date: Moment, { now, calendar }: Present): boolean {
  return dayMeant(date, calendar) === localDay(calendar, now) && !endsOnAnotherDay(date, calendar);
}

function sayClock({ from, at }: Moment, calendar: WorkCalendar): string {
  return from === undefined ? sayTime(at, calendar) : `${sayTime(from, calendar)}-${sayTime(at, calendar)}`;
}

/** The working time between two moments: in days, or in hours within one day. */
export function sayWorkingTime(from: Moment, to: Moment, { calendar }: ViewContext): string {
  const days = workingDaysBetween(calendar, dayMeant(from, calendar), dayMeant(to, calendar));
  return days > 0
    ? sayWorkingDays(days)
    : sayRoundHours(workingMinutesBetween(calendar, from.at, to.at) / 60);
}

/** A date that stands beside another one; with its time if both are on the same day. */
export function sayBeside(other: Moment, date: Moment, view: ViewContext): string {
  const { calendar, now } = view;
  return dayMeant(other, calendar) === dayMeant(date, calendar)
    ? sayMoment(date, calendar, now)
    : sayDate(date, view);
}
