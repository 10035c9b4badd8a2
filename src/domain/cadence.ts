import {
  addWorkingMinutes,
  type Day,
  endOfWork,
  isWorkingDay,
  localDay,
  shiftMonths,
  shiftWorkingDays,
  type WorkCalendar,
  weekdayOf,
  workingDayHours,
} from './calendar.ts';
import type { Instant } from './moment.ts';

/**
 * How often updates are owed: an iCalendar recurrence rule (RFC 5545, 3.3.10) with two extensions,
 * `X-UNIT=BUSINESSDAY` for working days and `X-TIMES=2` for twice in each period, beside the words for it.
 */
export interface Cadence {
  readonly rrule: string;
  readonly text: string;
}

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

type RuleParts = Readonly<Record<string, string>>;

/** Few rules are in use, and each of them for many commitments. */
const knownRules = new Map<string, RuleParts>();

/** The parts of a recurrence rule by name. */
function ruleParts(rrule: string): RuleParts {
  const known = knownRules.get(rrule);
  if (known) return known;
  const parts: RuleParts = Object.fromEntries(rrule.split(';').map((part) => part.split('=', 2)));
  knownRules.set(rrule, parts);
  return parts;
}

/**
 * When the next update is due after a word that was given at `last`: at the end of the working hours of the Nth working
 * day for a cadence in days, on the named weekdays or the same weekday for one in weeks, on the same date for one in
 * months (a day off is moved back to the working day before it, so that nobody waits longer than was said);
 * for several times a day, and for hours, in working time to the minute.
 */
export function nextAfter(cadence: Cadence, last: Instant, calendar: WorkCalendar): Instant {
  const parts = ruleParts(cadence.rrule);
  const interval = Number(parts.INTERVAL ?? 1);
  const times = Number(parts['X-TIMES'] ?? 1);
  const day = localDay(calendar, last);
  const workday = 60 * workingDayHours(calendar);
  switch (parts.FREQ) {
    case 'MINUTELY':
      return addWorkingMinutes(calendar, last, interval);
    case 'HOURLY':
      return addWorkingMinutes(calendar, last, 60 * interval);
    case 'WEEKLY': {
      const named = parts.BYDAY ? nextWeekday(day, parts.BYDAY) : day + 7;
      return endOfWork(calendar, onWorkingDay(calendar, day, named + 7 * (interval - 1)));
    }
    case 'MONTHLY':
      return endOfWork(calendar, onWorkingDay(calendar, day, shiftMonths(day, interval)));
    case 'YEARLY':
      return endOfWork(calendar, onWorkingDay(calendar, day, shiftMonths(day, 12 * interval)));
    default:
      return times > 1
        ? addWorkingMinutes(calendar, last, Math.floor((workday * interval) / times))
        : endOfWork(calendar, shiftWorkingDays(calendar, day, interval));
  }
}

function nextWeekday(day: Day, byDay: string): Day {
  const wanted = byDay.split(',').map((name) => WEEKDAYS.indexOf(name));
  const ahead = [1, 2, 3, 4, 5, 6, 7].find((days) => wanted.includes(weekdayOf(day + days)));
  return day + (ahead ?? 7);
}

function onWorkingDay(calendar: WorkCalendar, after: Day, day: Day): Day {
  if (isWorkingDay(calendar, day)) return day;
  const before = shiftWorkingDays(calendar, day, -1);
  return before > after ? before : shiftWorkingDays(calendar, day, 1);
}
