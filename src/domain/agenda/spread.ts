import {
  type Day,
  endOfWork,
  isWorkingDay,
  localDay,
  shiftWorkingDays,
  startOfDay,
  type WorkCalendar,
} from '../time/calendar.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { type AttentionLine, subjectOf } from './attention.ts';

/**
 * What late things are given instead of now: the time of the next update on a commitment, that of the next word to a
 * client, or a morning until which a commitment is out of sight.
 */
export interface Slot {
  /** What is late about it: the line under which it is read, where that is it. */
  readonly line: AttentionLine;
  readonly kind: 'update' | 'word' | 'later';
  readonly moment: Moment;
}

/** The slots, and how many entries stay as they are because they are the share of today, or due too soon. */
export interface Spread {
  readonly slots: readonly Slot[];
  readonly staying: number;
}

/**
 * Spreads what is late over so many working days, today among them. The entries are the lines under which things are read,
 * the worst first; each day gets as many of them as the others. What falls on today stays as it is, but for the time of an
 * update, and nothing is put off beyond the morning before its due date.
 */
export function spreadOver(
  entries: readonly AttentionLine[],
  lines: readonly AttentionLine[],
  workingDays: number,
  now: Instant,
  calendar: WorkCalendar,
): Spread {
  const late = lines.filter(({ severity }) => severity === 'overdue');
  const lateEntries = entries.filter((entry) => late.some((line) => subjectOf(line) === subjectOf(entry)));
  const today = localDay(calendar, now);
  const isWorkLeft = isWorkingDay(calendar, today) && now < endOfWork(calendar, today);
  const dayAhead = (count: number) =>
    isWorkLeft ? shiftWorkingDays(calendar, today, count) : shiftWorkingDays(calendar, today, count + 1);
  const slots = lateEntries.flatMap((entry, index): Slot[] => {
    const day = dayAhead(Math.floor((index * workingDays) / lateEntries.length));
    const slot = slotOf(entry, day);
    return slot ? [slot] : [];
  });
  return { slots, staying: lateEntries.length - slots.length };

  function slotOf(entry: AttentionLine, day: Day): Slot | null {
    const at = (instant: Instant): Moment => ({ at: instant, zone: calendar.zone, grain: 'day' });
    const own = late.filter((each) => subjectOf(each) === subjectOf(entry));
    const line = own.includes(entry) ? entry : (own[0] ?? entry);
    if (line.commitment !== null && own.every(({ reason }) => reason === 'update')) {
      return { line, kind: 'update', moment: at(endOfWork(calendar, day)) };
    }
    if (day === today) return null;
    if (line.commitment === null) return { line, kind: 'word', moment: at(endOfWork(calendar, day)) };
    const { due } = line.commitment;
    const latest = due && due.at > now ? shiftWorkingDays(calendar, localDay(calendar, due.at), -1) : day;
    const moment = at(startOfDay(calendar, Math.min(day, latest)));
    return moment.at > now ? { line, kind: 'later', moment } : null;
  }
}
