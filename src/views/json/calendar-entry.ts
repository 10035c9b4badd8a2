import type { CalendarEntry } from '../../domain/agenda/calendar/entry.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { type Discretion, sayEntry } from '../words/calendar-entry.ts';

/** An entry of a calendar as programs see it. As in the calendar itself, whole days end where the next one begins. */
export function calendarEntryJson(entry: CalendarEntry, discretion: Discretion, view: ViewContext): object {
  const { uid, about, isCancelled, revision } = entry;
  const [start, end] = entryEdges(entry, view);
  return {
    uid,
    what: about.what,
    id: about.what === 'away' ? null : about.number,
    title: sayEntry(entry, discretion, view),
    wholeDays: 'first' in entry.span,
    start,
    end,
    cancelled: isCancelled,
    sequence: revision.count,
    changedAt: revision.at === null ? null : toLocalIso(revision.at, view.calendar),
  };
}

/** The start and the end: ISO dates of whole days, instants of all else. */
export function entryEdges({ span }: CalendarEntry, { calendar }: ViewContext): [start: string, end: string] {
  return 'first' in span
    ? [isoOfDay(span.first), isoOfDay(span.last + 1)]
    : [toLocalIso(span.from, calendar), toLocalIso(span.to, calendar)];
}
