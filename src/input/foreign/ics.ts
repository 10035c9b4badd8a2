import ICAL from 'ical.js';
import { isOwnUid } from '../../domain/agenda/calendar/own-uid.ts';
import { groupBy } from '../../domain/base/group-by.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import type { Participants } from '../../domain/mail/other-side.ts';
import { localDay } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { DateContext } from '../dates.ts';
import { htmlAsText } from '../mail/html-as-text.ts';
import { cutCalendars } from './ics-blocks.ts';
import { lineOf, numberOf, textOf, valueIn } from './ics-content.ts';
import { type Entry, keyOfEntry, keyOfTime, readEntries, UNUSED } from './ics-entries.ts';
import { nextTimeOf } from './ics-next-time.ts';
import { participantsOf } from './ics-participants.ts';
import { appointmentSpan, type Spans, taskSpan } from './ics-spans.ts';
import { between, type LocalTime, localTimeOf, localTimesOf, shiftedBy } from './ics-times.ts';
import { type ForeignFile, type ForeignItem, readEach } from './item.ts';

/** An entry of a calendar as an item. */
export interface CalendarItem {
  readonly item: ForeignItem;
  readonly participants: Participants;
  /** Whether it is an appointment that was before now. */
  readonly isPast: boolean;
  /** What it has that nothing here keeps, in words. */
  readonly unused: readonly string[];
}

/** What was read from a calendar. */
export interface CalendarFile extends Omit<ForeignFile, 'items'> {
  readonly entries: readonly CalendarItem[];
  readonly leftOut: CalendarLeftOut;
}

/** How many entries were left out, by reason. */
export interface CalendarLeftOut {
  /** Written by us. */
  readonly own: number;
  /** Meetings that come again and again. */
  readonly meetings: number;
  /** Answers to invitations, which are no entries. */
  readonly answers: number;
}

/** Reads the tasks and appointments of an iCalendar file (RFC 5545). Refused, with the line, if it is none or broken. */
export async function readIcs(text: string, context: DateContext): Promise<CalendarFile | Refusal> {
  const calendars = cutCalendars(text);
  if (calendars instanceof Refusal) return calendars;
  const { entries, rejects, answers } = readEntries(calendars, context);
  if (entries instanceof Refusal) return entries;
  const foreign = entries.filter(({ uid }) => !isOwnUid(uid));
  const seriesOf = groupBy(foreign, ({ uid }) => uid);
  const meetings = new Set(
    foreign.flatMap(({ isTask, comesAgain, uid }) => (comesAgain && !isTask ? [uid] : [])),
  );
  const isMeeting = ({ uid }: Entry) => meetings.has(uid);
  const wanted = foreign.filter((entry) => !isMeeting(entry));
  const read = new Map<string, Omit<CalendarItem, 'item'>>();
  const placeOf = ({ line, component }: Entry) => ({ line, title: lineOf(component, 'summary') });
  const { items, ...file } = await readEach(wanted, placeOf, async (entry) => {
    const found = readItem(entry, seriesOf.get(entry.uid) ?? [], context);
    if (found) read.set(found.item.source, found);
    return found?.item ?? null;
  });
  return {
    ...file,
    rejects: [...rejects, ...file.rejects],
    // Their texts were checked on the way, so the items are those that came back.
    entries: items.flatMap((item) => {
      const found = read.get(item.source);
      return found ? { ...found, item } : [];
    }),
    leftOut: {
      own: entries.length - foreign.length,
      meetings: meetings.size,
      answers,
    },
  };
}

/** An item, and whether it is an appointment that was before now; null for a series of which nothing is left. Throws a Refusal. */
function readItem(entry: Entry, series: readonly Entry[], context: DateContext): CalendarItem | null {
  const { component, clocks, isTask, line } = entry;
  const end = endOf(entry);
  const span = isTask ? taskSpan(component) : appointmentSpan(component);
  const shift = entry.comesAgain && !end && span ? shiftToNext(entry, span, series, context) : 0;
  if (shift === null) return null;
  const due = span && clocks.momentOf(shiftedBy(span.due, shift));
  const source =
    entry.comesAgain && span ? keyOfTime(entry.uid, shiftedBy(span.start, shift), clocks) : keyOfEntry(entry);
  const entered = enteredAt(entry);
  const signs = [due?.at, end?.at].filter((at) => at !== undefined);
  return {
    item: {
      line,
      source: `ics:${source}`,
      title: lineOf(component, 'summary'),
      due: due ?? undefined,
      // An entry that was made after it was due does not say when it was promised.
      enteredAt: entered !== undefined && signs.every((at) => entered < at) ? entered : undefined,
      notes: [{ text: descriptionOf(component) }],
      end,
    },
    participants: participantsOf(component),
    isPast: !isTask && due !== null && due.at <= context.now,
    unused: [...UNUSED].flatMap(([name, words]) => (component.hasProperty(name) ? [words] : [])),
  };
}

/** How much later the next time of a series is than the first; null if all its times stand elsewhere in the file. */
function shiftToNext(
  { component, clocks }: Entry,
  { start, due }: Spans,
  series: readonly Entry[],
  { now, calendar }: DateContext,
): number | null {
  const single = series.flatMap(({ occurrence }) => occurrence ?? []);
  const keyOf = (time: LocalTime) => keyOfTime('', time, clocks);
  const exceptions = [...single, ...component.getAllProperties('exdate').flatMap(localTimesOf)];
  const out = new Set(exceptions.map(keyOf));
  // In another zone it may be the day before or after.
  const outDays = new Set(exceptions.flatMap(({ day }) => [day - 1, day, day + 1]));
  const isOut = (time: LocalTime) =>
    outDays.has(time.day) && (out.has(keyOf(time)) || out.has(keyOf({ ...time, ms: null })));
  // Its clock may be ahead of ours or behind.
  const from = localDay(calendar, now) - 2 - (due.day - start.day);
  const isAhead = (time: LocalTime) =>
    time.day >= from && clocks.momentOf(shiftedBy(due, between(start, time))).at > now;
  const rule = valueIn(component, 'rrule');
  const next = nextTimeOf(
    {
      first: start,
      rule: rule instanceof ICAL.Recur ? rule : null,
      additions: component.getAllProperties('rdate').flatMap(localTimesOf),
      isOut,
    },
    { from, isAhead },
    clocks,
  );
  // A rule without any time leaves the one that is written.
  if (next === null && out.size === 0) return 0;
  return next && between(start, next);
}

/** How an entry ended, if it did. */
function endOf({ component, isTask, method, clocks }: Entry): ForeignItem['end'] {
  const status = lineOf(component, 'status').toUpperCase();
  if (status === 'CANCELLED' || method === 'CANCEL') return { how: 'deleted' };
  if (!isTask) return undefined;
  const completed = localTimeOf(component, 'completed');
  const isDone =
    completed !== null || status === 'COMPLETED' || (numberOf(component, 'percent-complete') ?? 0) >= 100;
  return isDone ? { how: 'done', at: completed ? clocks.instantOf(completed) : undefined } : undefined;
}

/** The years before iCalendar (RFC 2445, 1998) stand for times of entry that nobody knows. */
const FIRST_YEAR = '1998';

/**
 * When an entry was made. Where it does not say so, an invitation was by the time at which it was sent; other files only say when
 * they were written (DTSTAMP, RFC 5545, 3.8.7.2).
 */
function enteredAt({ component, method, clocks }: Entry): Instant | undefined {
  const names = ['created', ...(method === '' || method === 'PUBLISH' ? [] : ['dtstamp'])];
  return names
    .flatMap((name) => localTimeOf(component, name) ?? [])
    .map((time) => clocks.instantOf(time))
    .find((at) => at >= FIRST_YEAR);
}

const HTML = /<(?:br|p|div|span|a|b|ul|ol|li|html|table)\b[^<>]*>/i;

/** Some programs write HTML there. */
function descriptionOf(component: ICAL.Component): string {
  const text = textOf(component, 'description').trim();
  return HTML.test(text) ? htmlAsText(text).trim() : text;
}
