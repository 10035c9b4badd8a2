import ICAL from 'ical.js';
import { refuse } from '../../domain/base/refusal.ts';
import { valueIn } from './ics-content.ts';
import { type LocalTime, localTimeOf, shiftedBy } from './ics-times.ts';

/** When something begins, which is what a series repeats, and by when what it stands for is due. */
export interface Spans {
  readonly start: LocalTime;
  readonly due: LocalTime;
}

/** A task is due when it says, or after its duration. One that only begins at a time has none. */
export function taskSpan(component: ICAL.Component): Spans | null {
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
export function appointmentSpan(component: ICAL.Component): Spans {
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
  const value = valueIn(component, 'duration');
  return value instanceof ICAL.Duration ? value.toSeconds() * 1000 : null;
}
