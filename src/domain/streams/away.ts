import { atLocalTime, type Day, type Shift, type WorkCalendar } from '../time/calendar.ts';
import { dayOfIso } from '../time/iso-day.ts';
import type { Instant } from '../time/moment.ts';
import { type AwayEvent, ignoreUnknown } from './events.ts';

/**
 * A period in which I do not work, from its first to its last day inclusive, as ISO dates without a zone. It may
 * begin on the first day at a clock time (`beginsAt`), and end at one on the last (`endsAt`): "14:00".
 */
export interface Away {
  readonly uid: string;
  readonly first: string;
  readonly last: string;
  readonly beginsAt: string | undefined;
  readonly endsAt: string | undefined;
  readonly note: string | null;
}

/** When a period away is, apart from what it is. */
export interface AwaySpan {
  readonly first: string;
  readonly last: string;
  readonly beginsAt?: string | undefined;
  readonly endsAt?: string | undefined;
}

/** Applies one event to a period away; null once it is cancelled. Never throws. */
export function evolveAway(state: Away | null, event: AwayEvent, uid: string): Away | null {
  switch (event.type) {
    case 'AwayPlanned': {
      const { first, last, beginsAt, endsAt, note = null } = event;
      return { uid, first, last, beginsAt, endsAt, note };
    }
    case 'AwayCancelled':
      return null;
    default:
      return ignoreUnknown(event, state);
  }
}

/** Where a period begins, as local time that compares as a string. */
function beginningOf({ first, beginsAt }: AwaySpan): string {
  return `${first} ${beginsAt ?? '00:00'}`;
}

function endOf({ last, endsAt }: AwaySpan): string {
  return `${last} ${endsAt ?? '24:00'}`;
}

/** Whether a period ends before it begins, or has no length. */
export function isBackwards(span: AwaySpan): boolean {
  return endOf(span) <= beginningOf(span);
}

/** Whether two periods share some time. */
export function overlaps(a: AwaySpan, b: AwaySpan): boolean {
  return beginningOf(a) < endOf(b) && endOf(a) > beginningOf(b);
}

/** Whether a day (an ISO date), or a clock time on it, lies within a period. */
export function covers(span: AwaySpan, date: string, time?: string): boolean {
  if (time === undefined) return span.first <= date && date <= span.last;
  const moment = `${date} ${time}`;
  return beginningOf(span) <= moment && moment < endOf(span);
}

const WHOLE_DAY: Shift = { start: 0, end: 24 * 60 };

/** The most days of one period: longer than any holiday or leave. A longer one means that a year is wrong. */
export const MOST_DAYS_AWAY = 3 * 366;

/**
 * The days of a period, each with the part of it that lies within the period, in minutes after midnight. Of a period
 * that is too long, which only a damaged file has, only the first days count.
 */
export function daysAway({ first, last, beginsAt, endsAt }: AwaySpan): Map<Day, Shift> {
  const days = new Map<Day, Shift>();
  const begin = dayOfIso(first);
  const end = Math.min(dayOfIso(last), begin + MOST_DAYS_AWAY);
  for (let day = begin; day <= end; day++) days.set(day, WHOLE_DAY);
  if (beginsAt !== undefined) days.set(dayOfIso(first), { start: minutesOf(beginsAt), end: WHOLE_DAY.end });
  if (endsAt !== undefined) {
    const start = days.get(dayOfIso(last))?.start ?? WHOLE_DAY.start;
    days.set(dayOfIso(last), { start, end: minutesOf(endsAt) });
  }
  return days;
}

/** The calendar with periods away, in which nothing is worked. A day that is off already stays off for the same reason. */
export function withAway(calendar: WorkCalendar, periods: readonly Away[]): WorkCalendar {
  const daysOff = new Map(calendar.daysOff);
  const hoursOff = new Map(calendar.hoursOff);
  for (const period of periods) {
    for (const [day, part] of daysAway(period)) {
      const isWhole = part.start === WHOLE_DAY.start && part.end === WHOLE_DAY.end;
      if (!isWhole) hoursOff.set(day, [...(hoursOff.get(day) ?? []), { ...part, name: period.note }]);
      else if (!daysOff.has(day)) daysOff.set(day, { kind: 'away', name: period.note });
    }
  }
  return { ...calendar, daysOff, hoursOff };
}

/** When a period away begins, by the clock of a calendar. */
export function startOfAway({ first, beginsAt = '00:00' }: AwaySpan, calendar: WorkCalendar): Instant {
  return atLocalTime(calendar, dayOfIso(first), minutesOf(beginsAt) * MINUTE_MS);
}

/** When a period away ends, by the clock of a calendar. */
export function endOfAway({ last, endsAt = '24:00' }: AwaySpan, calendar: WorkCalendar): Instant {
  return atLocalTime(calendar, dayOfIso(last), minutesOf(endsAt) * MINUTE_MS);
}

const MINUTE_MS = 60_000;

/** Minutes after midnight of a clock time ("14:00"). */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
}
