import { type Away, endOfAway, startOfAway } from '../../streams/away.ts';
import type { WorkCalendar } from '../../time/calendar.ts';
import { dayOfIso } from '../../time/iso-day.ts';
import type { CalendarEntry, Revision } from './entry.ts';

/** A period away as an entry: whole days, or from a clock time to another by the clock of the calendar. */
export function entryOfAway(
  away: Away,
  isCancelled: boolean,
  revision: Revision,
  calendar: WorkCalendar,
): CalendarEntry {
  const { uid, first, last, beginsAt, endsAt, note } = away;
  const isWhole = beginsAt === undefined && endsAt === undefined;
  return {
    uid,
    about: { what: 'away', note },
    span: isWhole
      ? { first: dayOfIso(first), last: dayOfIso(last) }
      : { from: startOfAway(away, calendar), to: endOfAway(away, calendar) },
    isCancelled,
    revision,
  };
}
