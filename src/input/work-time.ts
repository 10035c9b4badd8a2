import { Refusal, refuse } from '../domain/base/refusal.ts';
import type { Shift, WorkWeek } from '../domain/time/calendar.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Working weekdays (Sunday = 0) from "mon-fri", "mon,tue,thu", "sun-thu" or "mon-thu, sat". */
export function parseWorkDays(text: string): ReadonlySet<number> | Refusal {
  const days = new Set<number>();
  for (const part of text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const [first = -1, last = first] = part.split('-').map(findDay);
    if (first < 0 || last < 0) return refuseWorkDays(text);
    for (let day = first; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === last) break;
    }
  }
  return days.size > 0 ? days : refuseWorkDays(text);
}

/** Configured working hours: those of particular weekdays, and the usual ones. */
export interface WorkHours {
  readonly usual: readonly Shift[];
  readonly named: ReadonlyMap<number, readonly Shift[]>;
}

const SHIFT = /^(\d{1,2})(?::(\d\d))?[-\u2013](\d{1,2})(?::(\d\d))?$/;

/**
 * Working hours from "09:00-17:00"; with a break from "9-12:30, 13:30-17"; with particular weekdays from
 * "9-17, fri 9-14". A weekday comes before its hours and applies to all that follow, up to the next weekday.
 */
export function parseWorkHours(text: string): WorkHours | Refusal {
  const usual: Shift[] = [];
  const named = new Map<number, Shift[]>();
  let days: ReadonlySet<number> | null = null;
  let wantsHours = true;
  for (const word of text
    .toLowerCase()
    .replace(/\s*[-\u2013]\s*/g, '-')
    .split(/[\s,]+/)
    .filter(Boolean)) {
    const shift = readShift(word);
    if (shift) {
      wantsHours = false;
      if (days === null) usual.push(shift);
      for (const day of days ?? []) named.set(day, [...(named.get(day) ?? []), shift]);
    } else {
      const weekdays = parseWorkDays(word);
      if (weekdays instanceof Refusal) return refuseWorkHours(text);
      days = new Set([...(wantsHours && days ? days : []), ...weekdays]);
      wantsHours = true;
    }
  }
  const inOrder = [usual, ...named.values()].every((shifts) =>
    shifts.every(({ start }, index) => start >= (shifts[index - 1]?.end ?? 0)),
  );
  return wantsHours || !inOrder ? refuseWorkHours(text) : { usual, named };
}

/**
 * The working hours of each weekday. Refused if there are none at all, because then no work would ever be
 * done.
 */
export function weekOf(workDays: ReadonlySet<number>, { usual, named }: WorkHours): WorkWeek | Refusal {
  const week = DAYS.map((_, day) => (workDays.has(day) ? (named.get(day) ?? usual) : []));
  return week.some((shifts) => shifts.length > 0)
    ? week
    : refuse(
        'no-working-hours',
        'work.days and work.hours name different days: that leaves no working hours.',
        'For example: followup config work.hours 09:00-17:00',
      );
}

function readShift(word: string): Shift | null {
  const match = SHIFT.exec(word);
  if (!match) return null;
  const [startHour = 0, startMinute = 0, endHour = 0, endMinute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const start = startHour * 60 + startMinute;
  const end = endHour * 60 + endMinute;
  const valid = startMinute < 60 && endMinute < 60 && start < end && end < 24 * 60;
  return valid ? { start, end } : null;
}

/** The weekday of a full name or its first three letters; -1 for anything else. */
function findDay(name: string): number {
  return DAYS.findIndex((day) => day === name || day.slice(0, 3) === name);
}

function refuseWorkDays(text: string): Refusal {
  return refuse('work-days-not-understood', `"${text}" names no working days.`, 'For example: mon-fri');
}

function refuseWorkHours(text: string): Refusal {
  return refuse(
    'work-hours-not-understood',
    `"${text}" does not say when a working day begins and ends.`,
    'For example: 09:00-17:00, or with a break and a short Friday "9-12:30, 13:30-17, fri 9-14".',
  );
}
