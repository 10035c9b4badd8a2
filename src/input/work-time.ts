import { type Refusal, refuse } from '../domain/refusal.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Working weekdays, Sunday = 0, from "mon-fri", "mon,tue,thu", "sun-thu" or "mon-thu, sat". */
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

/** Start and end of the working hours in minutes after midnight, from "09:00-17:00", "9-17" or "8:30 - 16:00". */
export function parseWorkHours(text: string): { readonly start: number; readonly end: number } | Refusal {
  const hours = /^\s*(\d{1,2})(?::(\d\d))?\s*[-\u2013]\s*(\d{1,2})(?::(\d\d))?\s*$/.exec(text);
  if (!hours) return refuseWorkHours(text);
  const [startHour = 0, startMinute = 0, endHour = 0, endMinute = 0] = hours
    .slice(1)
    .map((part) => Number(part ?? 0));
  const start = startHour * 60 + startMinute;
  const end = endHour * 60 + endMinute;
  const valid = startMinute < 60 && endMinute < 60 && start < end && end < 24 * 60;
  return valid ? { start, end } : refuseWorkHours(text);
}

/** The weekday of a name or its first three letters; -1 for anything else. */
function findDay(name: string): number {
  return DAYS.findIndex((day) => day === name || day.slice(0, 3) === name);
}

function refuseWorkDays(text: string): Refusal {
  return refuse('work-days-not-understood', `"${text}" names no working days.`, 'For example: mon-fri');
}

function refuseWorkHours(text: string): Refusal {
  return refuse(
    'work-hours-not-understood',
    `"${text}" is not a span of working hours within one day.`,
    'For example: 09:00-17:00',
  );
}
