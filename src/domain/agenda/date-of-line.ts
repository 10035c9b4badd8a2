import { endOfWork, localDay, type WorkCalendar } from '../time/calendar.ts';
import type { Instant, Moment } from '../time/moment.ts';
import type { AttentionLine } from './attention.ts';

/** The date that a line is about, if somebody gave it; null if it was reckoned. */
export function givenDate(line: AttentionLine): Moment | null {
  const { commitment, due: at } = line;
  if (commitment === null) return null;
  if (line.reason === 'review-window') return line.review.until;
  if (line.reason === 'aftercare') return null;
  const { due, wantedBy, nextPromised } = commitment;
  return [due, dateOfTalk(line), wantedBy, nextPromised].find((date) => date?.at === at) ?? null;
}

/** When it was promised to speak again about a complaint; null if it was not. */
export function dateOfTalk(line: AttentionLine): Moment | null {
  return line.reason === 'complaint' ? (line.talk?.due ?? null) : null;
}

/** The date that a line is about: the one that was given, else as it was reckoned. */
export function dateOfLine(line: AttentionLine, calendar: WorkCalendar): Moment {
  return givenDate(line) ?? reckonedDate(line.due, calendar);
}

/** An instant that was reckoned, as a date: the end of a working day is that day. */
export function reckonedDate(at: Instant, calendar: WorkCalendar): Moment {
  const isEndOfDay = at === endOfWork(calendar, localDay(calendar, at));
  return { at, zone: calendar.zone, grain: isEndOfDay ? 'day' : 'time' };
}
