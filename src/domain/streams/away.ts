import { type Day, type DayOff, dateOf, dayOf } from '../time/calendar.ts';
import { type AwayEvent, ignoreUnknown } from './events.ts';

/** A period in which I do not work, from its first to its last day inclusive, as ISO dates without a zone. */
export interface Away {
  readonly uid: string;
  readonly first: string;
  readonly last: string;
  readonly note: string | null;
}

/** Applies one event to a period away; null once it is cancelled. Never throws. */
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

/** Whether two periods share a day. */
export function overlaps(a: Pick<Away, 'first' | 'last'>, b: Pick<Away, 'first' | 'last'>): boolean {
  return a.first <= b.last && a.last >= b.first;
}

/** Whether an ISO date lies within a period. */
export function covers({ first, last }: Pick<Away, 'first' | 'last'>, date: string): boolean {
  return first <= date && date <= last;
}

/** Every day of the given periods, as the calendar wants them. */
export function daysAway(stretches: readonly Away[]): Map<Day, DayOff> {
  const days = new Map<Day, DayOff>();
  for (const { first, last, note } of stretches) {
    for (let day = dayOfIso(first); day <= dayOfIso(last); day++) days.set(day, { kind: 'away', name: note });
  }
  return days;
}

/** The day number of an ISO date ("2026-03-05"). */
export function dayOfIso(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return dayOf(year, month, day);
}

/** The ISO date of a day number. */
export function isoOfDay(day: Day): string {
  const { year, month, date } = dateOf(day);
  return [String(year).padStart(4, '0'), ...[month, date].map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}
