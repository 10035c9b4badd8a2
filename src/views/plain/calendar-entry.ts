import type { CalendarEntry } from '../../domain/agenda/calendar/entry.ts';
import { entryEdges } from '../json/calendar-entry.ts';
import type { ViewContext } from '../view-context.ts';
import { type Discretion, sayEntry } from '../words/calendar-entry.ts';

/** An entry as fields. */
export function plainCalendarEntry(
  entry: CalendarEntry,
  discretion: Discretion,
  view: ViewContext,
): string[] {
  return [
    entry.uid,
    entry.about.what,
    ...entryEdges(entry, view),
    entry.isCancelled ? 'cancelled' : 'confirmed',
    sayEntry(entry, discretion, view),
  ];
}
