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
 * The new time for something late: the next word to a client, the next update on a commitment, or the morning
 * until which a commitment is hidden. `line` says what is late: the head of the entry, or if that is not
 * late, the first line that is.
 */
export type Slot =
  | { readonly kind: 'word'; readonly line: LineOf<'quiet-client'>; readonly moment: Moment }
  | { readonly kind: 'update' | 'later'; readonly line: CommitmentLine; readonly moment: Moment };

/** The slots, and the number of entries left alone because they are today's share or due too soon. */
export interface Spread {
  readonly slots: readonly Slot[];
  readonly staying: number;
}

/**
 * Spreads the late entries evenly over a number of working days including today, keeping their order. Today's
 * share stays as it is, except that an update gets a new time. Nothing is put off beyond the morning of the
 * working day before its due date.
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
    const lateLines = entry.lines.filter(isLate);
    const line = lateLines.includes(entry.line) ? entry.line : (lateLines[0] ?? entry.line);
    const isUpdate = lateLines.every(({ reason }) => reason === 'update');
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
