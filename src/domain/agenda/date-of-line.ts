import { endOfWork, localDay, type WorkCalendar } from '../time/calendar.ts';
import type { Moment } from '../time/moment.ts';
import type { AttentionLine } from './attention.ts';

/** The date that a line is about, if somebody gave it; null if it was reckoned. */
export function givenDate({ commitment, due: at }: AttentionLine): Moment | null {
  if (commitment === null) return null;
  const { due, wantedBy, nextPromised } = commitment;
  return [due, wantedBy, nextPromised].find((date) => date?.at === at) ?? null;
}

/** The date that a line is about. One that was reckoned is a day if it is the end of one, else a time. */
export function dateOfLine(line: AttentionLine, calendar: WorkCalendar): Moment {
  const { due: at } = line;
  const isEndOfDay = at === endOfWork(calendar, localDay(calendar, at));
  return givenDate(line) ?? { at, zone: calendar.zone, grain: isEndOfDay ? 'day' : 'time' };
}
