import type { AttentionLine } from './attention.ts';
import {
  endOfWork,
  isWorkingDay,
  localDay,
  shiftWorkingDays,
  startOfDay,
  type WorkCalendar,
} from './calendar.ts';
import type { Instant, Moment } from './moment.ts';

/**
 * What late things are given instead of now: the time of the next update on a commitment, that of the next word to a
 * client, or a morning until which a commitment is out of sight.
 */
export interface Slot {
  /** The line that is worst about it. */
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
 * Spreads what is late over so many working days, today among them: the lines that are worst come first, and each day
 * gets as many as the others. Nothing is put off beyond the morning before its due date.
 */
export function spreadOver(
  lines: readonly AttentionLine[],
  workingDays: number,
  now: Instant,
  calendar: WorkCalendar,
): Spread {
  const entries = entriesOf(lines.filter(({ severity }) => severity === 'overdue'));
  const today = localDay(calendar, now);
  const isWorkLeft = isWorkingDay(calendar, today) && now < endOfWork(calendar, today);
  const dayAhead = (count: number) =>
    isWorkLeft ? shiftWorkingDays(calendar, today, count) : shiftWorkingDays(calendar, today, count + 1);
  const slots = entries.flatMap((entry, index): Slot[] => {
    const day = dayAhead(Math.floor((index * workingDays) / entries.length));
    const slot = slotOf(entry, day);
    return slot.moment.at > now ? [slot] : [];
  });
  return { slots, staying: entries.length - slots.length };

  function slotOf([line, ...others]: Entry, day: number): Slot {
    const at = (instant: Instant): Moment => ({ at: instant, zone: calendar.zone, grain: 'day' });
    if (line.commitment === null) return { line, kind: 'word', moment: at(endOfWork(calendar, day)) };
    if ([line, ...others].every(({ reason }) => reason === 'update')) {
      return { line, kind: 'update', moment: at(endOfWork(calendar, day)) };
    }
    const worst = [line, ...others].find(({ reason }) => reason !== 'update') ?? line;
    const { due } = line.commitment;
    const latest = due && due.at > now ? shiftWorkingDays(calendar, localDay(calendar, due.at), -1) : day;
    return { line: worst, kind: 'later', moment: at(startOfDay(calendar, Math.min(day, latest))) };
  }
}

type Entry = readonly [AttentionLine, ...AttentionLine[]];

/** The lines of each commitment together, and those about a client each for itself. */
function entriesOf(lines: readonly AttentionLine[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const line of lines) {
    const key = line.commitment ? line.commitment.uid : `client ${line.counterpart}`;
    const before = entries.get(key);
    entries.set(key, before ? [...before, line] : [line]);
  }
  return [...entries.values()];
}
