import { type Day, type DayOff, dateOf, dayOf } from '../time/calendar.ts';
import { type AwayEvent, ignoreUnknown } from './events.ts';

/** Days on which I do not work, the first and the last among them, as ISO dates; they have no zone. */
export interface Away {
  readonly uid: string;
  readonly first: string;
  readonly last: string;
  readonly note: string | null;
}

/** The next state of days away after one fact; null once they are cancelled. Never throws. */
export function evolveAway(state: Away | null, event: AwayEvent, uid: string): Away | null {
  switch (event.type) {
    case 'AwayPlanned':
      return { uid, first: event.first, last: event.last, note: event.note ?? null };
    case 'AwayCancelled':
      return null;
    default:
      return ignoreUnknown(event, state);
  }
}

/** Whether two stretches of days have a day in common. */
export function overlaps(a: Pick<Away, 'first' | 'last'>, b: Pick<Away, 'first' | 'last'>): boolean {
  return a.first <= b.last && a.last >= b.first;
}

/** Whether an ISO date lies in a stretch of days. */
export function covers({ first, last }: Pick<Away, 'first' | 'last'>, date: string): boolean {
  return first <= date && date <= last;
}

/** Each day of several stretches of days away, for the calendar. */
export function daysAway(stretches: readonly Away[]): Map<Day, DayOff> {
  const days = new Map<Day, DayOff>();
  for (const { first, last, note } of stretches) {
    for (let day = dayOfIso(first); day <= dayOfIso(last); day++) days.set(day, { kind: 'away', name: note });
  }
  return days;
}

/** The day of an ISO date: "2026-03-05". */
export function dayOfIso(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayOf(year, month, day);
}

/** The ISO date of a day. */
export function isoOfDay(day: Day): string {
  const { year, month, date } = dateOf(day);
  return [String(year).padStart(4, '0'), ...[month, date].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}
