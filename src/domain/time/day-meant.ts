import { type Day, inZone, localDay, type WorkCalendar } from './calendar.ts';
import type { Moment } from './moment.ts';

/**
 * The day of a date. One that was given as a day is that day wherever it is looked at: "Tuesday" in New York
 * stays Tuesday in Tokyo, though it ends there on Wednesday morning. Any other is on the day of its instant here.
 */
export function dayMeant({ at, zone, grain }: Moment, calendar: WorkCalendar): Day {
  // Other zones are looked up only if there are any, because that is slow.
  const there = grain === 'day' && zone !== calendar.zone ? inZone(calendar, zone) : calendar;
  return localDay(there, at);
}

/** Whether a date was given as a day that ends here on another day. */
export function endsOnAnotherDay(date: Moment, calendar: WorkCalendar): boolean {
  return date.grain === 'day' && dayMeant(date, calendar) !== localDay(calendar, date.at);
}
