import ICAL from 'ical.js';
import { isOwnUid } from '../../domain/agenda/calendar/own-uid.ts';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { shorten } from '../../domain/base/text.ts';
import type { Attendee, Participants } from '../../domain/mail/other-side.ts';
import { localDay } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { DateContext } from '../dates.ts';
import { htmlAsText } from '../mail/html-as-text.ts';
import { type Block, cutCalendars } from './ics-blocks.ts';
import { lineOf, numberOf, readContent, textOf, valueOf } from './ics-content.ts';
import { nextTimeOf } from './ics-next-time.ts';
import {
  between,
  CalendarClocks,
  type LocalTime,
  localTimeOf,
  localTimesOf,
  shiftedBy,
} from './ics-times.ts';
import { ContentIds, type ForeignFile, type ForeignItem, type Reject, readEach } from './item.ts';

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

const ENTRIES: ReadonlySet<string> = new Set(['VEVENT', 'VTODO']);
const HEAD: ReadonlySet<string> = new Set(['method', 'version']);

/** What is not kept of an entry, and how it is called. */
const UNUSED: ReadonlyMap<string, string> = new Map([
  ['categories', 'categories'],
  ['priority', 'priority'],
  ['location', 'place'],
  ['attach', 'attachments'],
]);

const PROPERTIES: ReadonlySet<string> = new Set([
  ...'uid recurrence-id sequence dtstamp created summary description status'.split(' '),
  ...'dtstart dtend due duration completed percent-complete organizer attendee'.split(' '),
  ...'rrule rdate exdate'.split(' '),
  ...UNUSED.keys(),
]);

/** Methods by which somebody answers to an invitation (RFC 5546, 1.4). */
const ANSWERS: ReadonlySet<string> = new Set(['REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER']);

/** The years before iCalendar (RFC 2445, 1998) stand for times of entry that nobody knows. */
const FIRST_YEAR = '1998';

/** An entry of a calendar, before it is known what it becomes. */
interface Entry {
  readonly line: number;
  readonly isTask: boolean;
  readonly uid: string;
  readonly component: ICAL.Component;
  readonly clocks: CalendarClocks;
  readonly method: string;
  /** Which single time of a series it is about; null if it is no series, or all of it. */
  readonly occurrence: LocalTime | null;
  readonly comesAgain: boolean;
}

/** Reads the tasks and appointments of an iCalendar file (RFC 5545). Refused, with the line, if it is none or broken. */
export async function readIcs(text: string, context: DateContext): Promise<CalendarFile | Refusal> {
  const calendars = cutCalendars(text);
  if (calendars instanceof Refusal) return calendars;
  const { entries, rejects, answers } = readEntries(calendars, context);
  if (entries instanceof Refusal) return entries;
  const foreign = entries.filter(({ uid }) => !isOwnUid(uid));
  const seriesOf = groupByUid(foreign);
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

/** All entries in their order, each as it was changed last, and what could not be read. */
function readEntries(
  calendars: readonly Block[],
  { calendar: workCalendar }: DateContext,
): { entries: readonly Entry[] | Refusal; rejects: readonly Reject[]; answers: number } {
  const ids = new ContentIds();
  const latest = new Map<string, Entry>();
  const rejects: Reject[] = [];
  let answers = 0;
  let found = 0;
  for (const calendar of calendars) {
    const head = readContent(calendar, HEAD);
    if (lineOf(head, 'version') === '1.0') return { entries: refuseOldForm(), rejects, answers };
    const method = lineOf(head, 'method').toUpperCase();
    const clocks = new CalendarClocks(
      workCalendar,
      calendar.parts.filter(({ name }) => name === 'VTIMEZONE'),
    );
    for (const block of calendar.parts.filter(({ name }) => ENTRIES.has(name))) {
      found++;
      if (ANSWERS.has(method)) {
        answers++;
        continue;
      }
      try {
        const entry = readEntry(block, clocks, method, ids);
        const key = keyOfEntry(entry);
        const known = latest.get(key);
        if (!known || isLaterChange(entry, known)) latest.set(key, entry);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        rejects.push({ line: block.line, title: rawTitle(block), refusal: error });
      }
    }
  }
  return { entries: found === 0 ? refuseEmpty() : [...latest.values()], rejects, answers };
}

/** The title of an entry that cannot be read, as it stands in the file. */
function rawTitle({ lines }: Block): string {
  const [, title = ''] = lines.map(({ text }) => /^SUMMARY[^:]*:(.*)$/i.exec(text)).find(Boolean) ?? [];
  return shorten(title.trim());
}

function refuseOldForm(): Refusal {
  return refuse(
    'format-unknown',
    'This is a calendar in the old form, vCalendar 1.0.',
    'Nothing was imported. Save it as iCalendar (.ics).',
  );
}

function refuseEmpty(): Refusal {
  return refuse('nothing-in-it', 'The calendar has no tasks and no appointments.', 'Nothing was imported.');
}

function readEntry(block: Block, clocks: CalendarClocks, method: string, ids: ContentIds): Entry {
  const component = readContent(block, PROPERTIES);
  const content = () => block.lines.map(({ text }) => text).join('\n');
  return {
    line: block.line,
    isTask: block.name === 'VTODO',
    uid: lineOf(component, 'uid') || ids.next(content()),
    component,
    clocks,
    method,
    occurrence: localTimeOf(component, 'recurrence-id'),
    comesAgain: component.hasProperty('rrule') || component.hasProperty('rdate'),
  };
}

/** The identifier of an entry, by which it is known again: that of its series with the time in it. */
function keyOfEntry({ uid, occurrence, clocks }: Entry): string {
  return occurrence === null ? uid : keyOfTime(uid, occurrence, clocks);
}

function keyOfTime(uid: string, time: LocalTime, clocks: CalendarClocks): string {
  return `${uid}:${time.ms === null ? `day ${time.day}` : clocks.instantOf(time)}`;
}

/** Whether an entry was changed after another with the same identifier (RFC 5546, 2.1.5). */
function isLaterChange(entry: Entry, known: Entry): boolean {
  const sequence = (each: Entry) => numberOf(each.component, 'sequence') ?? 0;
  const stamp = (each: Entry) => String(valueOf(each.component, 'dtstamp') ?? '');
  return sequence(entry) === sequence(known)
    ? stamp(entry) >= stamp(known)
    : sequence(entry) > sequence(known);
}

function groupByUid(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.uid);
    if (group) group.push(entry);
    else groups.set(entry.uid, [entry]);
  }
  return groups;
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

/** When something begins, which is what a series repeats, and by when what it stands for is due. */
interface Spans {
  readonly start: LocalTime;
  readonly due: LocalTime;
}

/** A task is due when it says, or after its duration. One that only begins at a time has none. */
function taskSpan(component: ICAL.Component): Spans | null {
  const start = localTimeOf(component, 'dtstart');
  const due = localTimeOf(component, 'due');
  if (due) return { start: start ?? due, due: asDay(due) };
  const length = durationOf(component);
  return start && length !== null ? { start, due: lastOf(start, shiftedBy(start, length)) } : null;
}

/**
 * What was promised for an appointment is due when it begins. One of whole days leaves until the end of the last of them; its own end
 * is the day after (RFC 5545, 3.6.1).
 */
function appointmentSpan(component: ICAL.Component): Spans {
  const start = localTimeOf(component, 'dtstart');
  if (!start) throw refuse('date-missing', 'It has no date.', 'Give it one.');
  const length = durationOf(component);
  const end = localTimeOf(component, 'dtend') ?? (length === null ? null : shiftedBy(start, length));
  const isWholeDays =
    start.ms === null || (end !== null && start.ms === 0 && end.ms === 0 && end.day > start.day);
  if (!isWholeDays) return { start, due: start };
  const first = { ...start, ms: null, zone: null };
  return { start, due: end === null ? first : lastOf(first, { ...end, ms: null, zone: null }) };
}

/** The last day of whole days up to a day that is not among them; a time is that time. */
function lastOf(first: LocalTime, end: LocalTime): LocalTime {
  return end.ms === null ? { ...end, day: Math.max(first.day, end.day - 1) } : end;
}

/** Midnight is how programs that know no days write one. */
function asDay(due: LocalTime): LocalTime {
  return due.ms === 0 && due.zone !== 'UTC' ? { day: due.day, ms: null, zone: null } : due;
}

/** A duration in milliseconds; null if there is none. Throws a Refusal. */
function durationOf(component: ICAL.Component): number | null {
  const value = valueOf(component, 'duration');
  return value instanceof ICAL.Duration ? value.toSeconds() * 1000 : null;
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
  const rule = valueOf(component, 'rrule');
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

function participantsOf(component: ICAL.Component): Participants {
  const organizer = component.getFirstProperty('organizer');
  return {
    organizer: organizer && mailboxOf(organizer),
    attendees: component.getAllProperties('attendee').flatMap((property): Attendee | [] => {
      const mailbox = mailboxOf(property);
      const type = parameter(property, 'cutype').toUpperCase();
      if (mailbox === null || type === 'ROOM' || type === 'RESOURCE') return [];
      return { ...mailbox, hasDeclined: parameter(property, 'partstat').toUpperCase() === 'DECLINED' };
    }),
  };
}

/** Somebody with a name or an address; null if there is neither. */
function mailboxOf(property: ICAL.Property): Attendee | null {
  const value = String(property.getFirstValue() ?? '').trim();
  const [address = ''] = [value.replace(/^mailto:/i, ''), parameter(property, 'email')].filter(isAddress);
  const name = parameter(property, 'cn')
    .replace(/^['"]+|['"]+$/g, '')
    .trim();
  if (name === '' && address === '') return null;
  return { name: isAddress(name) ? '' : name, address: address.toLowerCase(), hasDeclined: false };
}

function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}

function parameter(property: ICAL.Property, name: string): string {
  return String(property.getFirstParameter(name) ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
