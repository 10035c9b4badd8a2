import {
  addWorkingDays,
  endOfWork,
  inZone,
  localDay,
  shiftWorkingDays,
  type WorkCalendar,
} from './calendar.ts';
import type { Moment } from './moment.ts';

/** A date some working days later, in its own zone: a day stays a day, and a time keeps its time. */
export function shiftDate({ at, from, zone, grain }: Moment, count: number, calendar: WorkCalendar): Moment {
  const there = zone === calendar.zone ? calendar : inZone(calendar, zone);
  if (grain === 'day') {
    const day = shiftWorkingDays(there, localDay(there, at), count);
    return { at: endOfWork(there, day), zone, grain };
  }
  const later = addWorkingDays(there, at, count);
  return from === undefined
    ? { at: later, zone, grain }
    : { at: later, from: addWorkingDays(there, from, count), zone, grain };
}
