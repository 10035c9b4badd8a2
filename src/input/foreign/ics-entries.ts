import type ICAL from 'ical.js';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { shorten } from '../../domain/base/text.ts';
import type { DateContext } from '../dates.ts';
import type { Block } from './ics-blocks.ts';
import { lineOf, numberOf, readContent, valueIn } from './ics-content.ts';
import { CalendarClocks, type LocalTime, localTimeOf } from './ics-times.ts';
import { ContentIds, type Reject } from './item.ts';

const ENTRIES: ReadonlySet<string> = new Set(['VEVENT', 'VTODO']);
const HEAD: ReadonlySet<string> = new Set(['method', 'version']);

/** What is not kept of an entry, and how it is called. */
export const UNUSED: ReadonlyMap<string, string> = new Map([
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

/** An entry of a calendar, before it is known what it becomes. */
export interface Entry {
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

/** All entries in their order, each as it was changed last, and what could not be read. */
export function readEntries(
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
export function keyOfEntry({ uid, occurrence, clocks }: Entry): string {
  return occurrence === null ? uid : keyOfTime(uid, occurrence, clocks);
}

/** The identifier of one time of a series. A time in no zone is the same wherever the user is. */
export function keyOfTime(uid: string, time: LocalTime, clocks: CalendarClocks): string {
  const { day, ms, zone } = time;
  if (ms === null) return `${uid}:day ${day}`;
  return `${uid}:${zone === null ? `day ${day} ${ms}` : clocks.instantOf(time)}`;
}

/** Whether an entry was changed after another with the same identifier (RFC 5546, 2.1.5). */
function isLaterChange(entry: Entry, known: Entry): boolean {
  const sequence = (each: Entry) => numberOf(each.component, 'sequence') ?? 0;
  const stamp = (each: Entry) => String(valueIn(each.component, 'dtstamp') ?? '');
  return sequence(entry) === sequence(known)
    ? stamp(entry) >= stamp(known)
    : sequence(entry) > sequence(known);
}
