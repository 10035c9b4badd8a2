import type { ICalEventData } from 'ical-generator';
import type { CalendarEntry, Span } from '../../domain/agenda/calendar/entry.ts';
import { uidInCalendar } from '../../domain/agenda/calendar/own-uid.ts';
import { DAY_MS, type WorkCalendar } from '../../domain/time/calendar.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { commandOfEntry, type Discretion, sayEntry } from '../words/calendar-entry.ts';
import { foldLines } from './fold-lines.ts';

/** What made the calendar, by which a file of ours is known again. */
export const PRODUCT = '-//followup//followup//EN';

/** How long before a time an alarm rings. That of a whole day rings when the earliest work of the week begins. */
const ALARM_AHEAD_S = 2 * 3600;

/** How often whoever subscribes should look again. */
const REFRESH_S = 3600;

/**
 * Entries as an iCalendar file in pieces (RFC 5545, with CRLF): days are dates without a zone, and times are in UTC. The same entries give the
 * same bytes. Nobody is invited, and dates take up no time; only days away do.
 */
export async function writeCalendar(
  entries: readonly CalendarEntry[],
  { name, discretion }: { readonly name: string; readonly discretion: Discretion },
  view: ViewContext,
): Promise<Iterable<string>> {
  const library = await import('ical-generator');
  const calendar = library.default({
    // The library puts the hyphen before it.
    prodId: PRODUCT.slice(1),
    name: escaped(printable(name)),
    ttl: REFRESH_S,
  });
  const end = 'END:VCALENDAR';
  const head = calendar.toString().slice(0, -end.length);
  return (function* () {
    yield head;
    for (const entry of entries) {
      const event = calendar.createEvent(eventOf(entry, discretion, view, library));
      if (entry.about.what === 'due' && !entry.isCancelled) {
        event
          .createAlarm({
            type: library.ICalAlarmType.display,
            triggerAfter: alarmAfter(entry.span, view.calendar),
          })
          .relatesTo(library.ICalAlarmRelatesTo.start);
      }
      yield foldLines(event.toString());
    }
    yield `${end}\r\n`;
  })();
}

type Library = typeof import('ical-generator');

function eventOf(
  entry: CalendarEntry,
  discretion: Discretion,
  view: ViewContext,
  { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency }: Library,
): ICalEventData {
  const { uid, about, span, isCancelled, revision } = entry;
  const changedAt = new Date(revision.at ?? 0);
  const isAway = about.what === 'away';
  const command = commandOfEntry(about);
  return {
    id: uidInCalendar(uid),
    sequence: revision.count,
    stamp: changedAt,
    lastModified: changedAt,
    ...timesOf(span),
    summary: sayEntry(entry, discretion, view),
    description: command === null ? null : { plain: `To see it: ${command}` },
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: isAway ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    busystatus: isAway ? ICalEventBusyStatus.OOF : ICalEventBusyStatus.FREE,
  };
}

/** The start and the end of an event. The end of whole days is the day after the last. A point in time has none. */
function timesOf(span: Span): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  if ('first' in span) {
    return { allDay: true, start: new Date(span.first * DAY_MS), end: new Date((span.last + 1) * DAY_MS) };
  }
  const { from, to } = span;
  return { start: new Date(from), ...(to > from && { end: new Date(to) }) };
}

/** How many seconds after the start of an event its alarm rings; negative before it. */
function alarmAfter(span: Span, { week }: WorkCalendar): number {
  return 'from' in span ? -ALARM_AHEAD_S : 60 * Math.min(...week.flat().map(({ start }) => start));
}

/** Text as it stands in a value of the file (RFC 5545, 3.3.11); the library does that for events, and not for the calendar. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`);
}
