import ICAL from 'ical.js';
import { lazy, memoize } from '../../domain/base/memo.ts';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { shorten } from '../../domain/base/text.ts';
import {
  atLocalTime,
  DAY_MS,
  type Day,
  dateOf,
  dayOf,
  endOfWork,
  inZone,
  type WorkCalendar,
} from '../../domain/time/calendar.ts';
import { type Instant, instant, isoOffset, type Moment } from '../../domain/time/moment.ts';
import { engineZone } from '../dates/zone.ts';
import type { Block } from './ics-blocks.ts';
import { readContent, textOf, valueIn } from './ics-content.ts';
import { zoneOfWindows } from './windows-zones.ts';

/** A day, or a day and a clock time, as a calendar writes it. */
export interface LocalTime {
  readonly day: Day;
  /** Milliseconds after midnight; null if only a day is meant. */
  readonly ms: number | null;
  /** The zone of the clock time: a TZID, UTC, or null for wherever one is. */
  readonly zone: string | null;
}

const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z?))?$/;

/** The value or values of a property as they were written. Throws a Refusal for what is no date. */
export function localTimesOf(property: ICAL.Property): LocalTime[] {
  const tzid = property.getFirstParameter('tzid') as string | undefined;
  const [, , , ...values] = property.toJSON() as unknown as [string, object, string, ...unknown[]];
  return values.map((value) => readLocalTime(String(value), tzid, property.name));
}

/** The first value of a property; null if there is none. Throws a Refusal for what is no date. */
export function localTimeOf(component: ICAL.Component, name: string): LocalTime | null {
  const property = component.getFirstProperty(name);
  return property === null ? null : (localTimesOf(property)[0] ?? null);
}

function readLocalTime(written: string, tzid: string | undefined, name: string): LocalTime {
  const [, ...parts] = DATE_TIME.exec(written) ?? [];
  const [year = 0, month = 0, date = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(0, 6).map(Number);
  const day = dayOf(year, month, date);
  const read = dateOf(day);
  // A second that is put in between (23:59:60) is the one before it.
  const ms = ((hours * 60 + minutes) * 60 + Math.min(seconds, 59)) * 1000;
  const isDate = parts.length > 0 && year > 0 && read.month === month && read.date === date;
  if (!isDate || hours > 23 || minutes > 59 || seconds > 60) {
    throw refuse('date-not-understood', `Its ${name.toUpperCase()} is not a date.`, 'Correct it.');
  }
  if (parts[3] === undefined) return { day, ms: null, zone: null };
  return { day, ms, zone: parts[6] === 'Z' ? 'UTC' : (tzid ?? null) };
}

/** A time so many milliseconds later on the same clock. */
export function shiftedBy({ day, ms, zone }: LocalTime, later: number): LocalTime {
  const local = day * DAY_MS + (ms ?? 0) + later;
  const shifted = Math.floor(local / DAY_MS);
  return { day: shifted, ms: ms === null ? null : local - shifted * DAY_MS, zone };
}

/** How long after one time another one is on the clock, in milliseconds. */
export function between(one: LocalTime, other: LocalTime): number {
  return (other.day - one.day) * DAY_MS + (other.ms ?? 0) - (one.ms ?? 0);
}

/** A time as the library has it, in no zone. */
export function libraryTime({ day, ms }: Pick<LocalTime, 'day' | 'ms'>): ICAL.Time {
  const { year, month, date } = dateOf(day);
  if (ms === null) return ICAL.Time.fromData({ year, month, day: date, isDate: true });
  const seconds = Math.floor(ms / 1000);
  return ICAL.Time.fromData({
    year,
    month,
    day: date,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    isDate: false,
  });
}

/** An instant, and the zone or the offset from UTC in which it was meant. */
interface ZonedInstant {
  readonly at: Instant;
  readonly zone: string;
}

/** What a zone makes of a clock time. */
type Clock = (day: Day, ms: number) => ZonedInstant;

/**
 * Reads the clock times of a calendar. A zone is found by its name, which programs agree on, before the description that came with it;
 * those are often wrong in one direction or the other. Times in no zone are those of the user.
 */
export class CalendarClocks {
  private readonly clockOf: (tzid: string) => Clock | null;

  constructor(
    private readonly calendar: WorkCalendar,
    timezones: readonly Block[],
  ) {
    const described = lazy(() => describe(timezones));
    this.clockOf = memoize((tzid: string) => {
      const { location, clock } = described().get(tzid) ?? {};
      const zone = zoneNamed(tzid) ?? (location ? zoneNamed(location) : null);
      return zone === null ? (clock ?? null) : this.clockIn(zone);
    });
  }

  /** The instant of a time; a day begins at midnight. Throws a Refusal for a zone that nobody knows. */
  instantOf(time: LocalTime): Instant {
    return this.zoned(time).at;
  }

  /** When something is due at a time, or on a day. Throws a Refusal for a zone that nobody knows. */
  momentOf(time: LocalTime): Moment {
    const { calendar } = this;
    if (time.ms === null) return { at: endOfWork(calendar, time.day), zone: calendar.zone, grain: 'day' };
    return { ...this.zoned(time), grain: 'time' };
  }

  private zoned({ day, ms, zone: tzid }: LocalTime): ZonedInstant {
    const { zone } = this.calendar;
    if (tzid === null) return { at: atLocalTime(this.calendar, day, ms ?? 0), zone };
    // In UTC times are only written down; they are meant where the user is.
    if (tzid === 'UTC') return { at: instant(day * DAY_MS + (ms ?? 0)), zone };
    const clock = this.clockOf(tzid);
    if (clock) return clock(day, ms ?? 0);
    throw refuse(
      'zone-unknown',
      `It is in the zone "${shorten(tzid)}", which is not known, and the file does not describe it.`,
      'Write the name of a zone such as Europe/Berlin there, or record it by hand.',
    );
  }

  private clockIn(zone: string): Clock {
    const there = inZone(this.calendar, zone);
    return (day, ms) => ({ at: atLocalTime(there, day, ms), zone });
  }
}

/** A zone that a file describes, and the place that it names. */
interface Described {
  readonly location: string;
  readonly clock: Clock | undefined;
}

const ZONE_PROPERTIES: ReadonlySet<string> = new Set(['tzid', 'x-lic-location']);
const RULE_ESSENTIALS = ['dtstart', 'tzoffsetfrom', 'tzoffsetto'];
const RULE_PROPERTIES: ReadonlySet<string> = new Set([...RULE_ESSENTIALS, 'rrule', 'rdate']);

/** The zones of a file by TZID. One that cannot be read is left out. */
function describe(timezones: readonly Block[]): ReadonlyMap<string, Described> {
  const described = new Map<string, Described>();
  for (const block of timezones) {
    try {
      const head = readContent(block, ZONE_PROPERTIES);
      const tzid = textOf(head, 'tzid');
      described.set(tzid, {
        location: textOf(head, 'x-lic-location'),
        clock: clockByRules(block.parts, tzid),
      });
    } catch (error) {
      // Whatever needs this zone says that it is not known.
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return described;
}

/** The clock of a zone by its rules; undefined if they are none that zones have, which could go on for ever. */
function clockByRules(parts: readonly Block[], tzid: string): Clock | undefined {
  const component = new ICAL.Component(['vtimezone', [], []]);
  for (const part of parts) component.addSubcomponent(readContent(part, RULE_PROPERTIES));
  const rules = component.getAllSubcomponents();
  const isUsual = rules.every((rule) => {
    const recurrence = valueIn(rule, 'rrule');
    const isYearly =
      recurrence === null || (recurrence instanceof ICAL.Recur && recurrence.freq === 'YEARLY');
    return isYearly && RULE_ESSENTIALS.every((name) => rule.hasProperty(name));
  });
  if (rules.length === 0 || !isUsual) return undefined;
  const timezone = new ICAL.Timezone({ component, tzid });
  try {
    // It reads its rules when it is first asked.
    timezone.utcOffset(libraryTime({ day: 0, ms: 0 }));
  } catch {
    return undefined;
  }
  return (day, ms) => {
    const offset = timezone.utcOffset(libraryTime({ day, ms }));
    return { at: instant(day * DAY_MS + ms - offset * 1000), zone: isoOffset(offset / 60) };
  };
}

/** The IANA zone that a TZID means: by its name, by the end of a longer one ("/example.org/2026/Europe/Berlin"), or as Windows has it. */
function zoneNamed(tzid: string): string | null {
  const name = tzid.trim().replace(/^"(.*)"$/, '$1');
  const segments = name.split('/').filter((segment) => segment !== '');
  const ends = name.startsWith('/') ? [3, 2].map((count) => segments.slice(-count).join('/')) : [];
  const windows = zoneOfWindows(name);
  return [name, ...ends, ...(windows ? [windows] : [])].map(ianaZone).find((zone) => zone !== null) ?? null;
}

/**
 * A zone of the IANA data; null if there is none of that name. The engine spells it, except that it gives some places their former
 * names (Asia/Calcutta).
 */
function ianaZone(name: string): string | null {
  const zone = engineZone(name);
  const isPlace = zone !== null && name.includes('/') && zone.split('/', 1)[0] === name.split('/', 1)[0];
  return isPlace ? name : zone;
}
