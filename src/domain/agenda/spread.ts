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
import type { AttentionLine, CommitmentLine, LineOf } from './attention.ts';
import type { Entry } from './entries.ts';

/**
 * The new time of something that is late: the next word to a client, the next update on a commitment, or the morning until
 * which a commitment is out of sight. Its line says what is late: the one that its entry is read under, if that one is.
 */
export type Slot =
  | { readonly kind: 'word'; readonly line: LineOf<'quiet-client'>; readonly moment: Moment }
  | { readonly kind: 'update' | 'later'; readonly line: CommitmentLine; readonly moment: Moment };

/** The slots, and how many entries stay as they are because they are the share of today, or due too soon. */
export interface Spread {
  readonly slots: readonly Slot[];
  readonly staying: number;
}

/**
 * Spreads the entries with something late over a number of working days, today among them, in the order in which they come
 * and the same number each day. What falls on today stays as it is, but for the time of an update, and nothing is put off
 * beyond the morning before its due date.
 */
export function spreadOver(
  entries: readonly Entry[],
  workingDays: number,
  now: Instant,
  calendar: WorkCalendar,
): Spread {
  const late = entries.filter(({ lines }) => lines.some(isLate));
  const today = localDay(calendar, now);
  const isWorkLeft = isWorkingDay(calendar, today) && now < endOfWork(calendar, today);
  const dayAhead = (count: number) => shiftWorkingDays(calendar, today, isWorkLeft ? count : count + 1);
  const slots = late.flatMap((entry, index): Slot[] => {
    const day = dayAhead(Math.floor((index * workingDays) / late.length));
    const slot = slotOf(entry, day);
    return slot ? [slot] : [];
  });
  return { slots, staying: late.length - slots.length };

  function slotOf(entry: Entry, day: Day): Slot | null {
    const at = (instant: Instant): Moment => ({ at: instant, zone: calendar.zone, grain: 'day' });
    const own = entry.lines.filter(isLate);
    const line = own.includes(entry.line) ? entry.line : (own[0] ?? entry.line);
    const isUpdate = own.every(({ reason }) => reason === 'update');
    if (day === today && !isUpdate) return null;
    if (line.reason === 'quiet-client') return { line, kind: 'word', moment: at(endOfWork(calendar, day)) };
    if (line.commitment === null) return null;
    if (isUpdate) return { line, kind: 'update', moment: at(endOfWork(calendar, day)) };
    const { due } = line.commitment;
    const latest = due && due.at > now ? shiftWorkingDays(calendar, localDay(calendar, due.at), -1) : day;
    const moment = at(startOfDay(calendar, Math.min(day, latest)));
    return moment.at > now ? { line, kind: 'later', moment } : null;
  }
}

function isLate({ severity }: AttentionLine): boolean {
  return severity === 'overdue';
}
