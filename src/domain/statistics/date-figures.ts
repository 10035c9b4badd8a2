import { localDay, workingDaysBetween } from '../time/calendar.ts';
import { dayMeant } from '../time/day-meant.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { type Lasting, type LengthFigures, lengthFigures } from './lasting.ts';
import { isDueIn, type Period } from './period.ts';
import type { DateEnd, PromisedDate } from './promised-dates.ts';
import { type Share, shareOf } from './share.ts';

/** What became of the dates of one side. Dates of what was dropped do not count. */
export interface DateFigures {
  /**
   * Of all that came due, those that were kept. A date that had passed when it was moved came due and was not kept; one that
   * was moved before never came due.
   */
  readonly kept: Share;
  /** Of all that began with a date that came due, or are finished, those that were finished by that first date. */
  readonly keptAsFirst: Share;
  readonly movedBefore: number;
  readonly movedAfter: number;
  /** By how many working days those that were not kept were late: until it came, whatever was settled in between. */
  readonly late: LengthFigures;
  /** How many were dropped, and how many of those after their date. */
  readonly dropped: number;
  readonly droppedLate: number;
}

const NOT_KEPT: ReadonlySet<DateEnd> = new Set(['late', 'missed', 'passed', 'never']);
/** The ends of dates that came due. */
export const CAME_DUE: ReadonlySet<DateEnd> = new Set(['kept', ...NOT_KEPT]);

/** What became of the dates of commitments, each with all of its own in order, of those that lie in a period. */
export function dateFigures(commitments: readonly (readonly PromisedDate[])[], period: Period): DateFigures {
  const { now } = period;
  const isWithin = ({ due }: PromisedDate) => isDueIn(period, due);
  const counted = commitments.filter((dates) => dates.at(-1)?.end !== 'dropped');
  const dates = counted.flatMap((all) => all.filter(isWithin));
  const dropped = commitments.flatMap((all) =>
    all.filter((date) => date.end === 'dropped' && isWithin(date)),
  );
  const ending = (end: DateEnd) => dates.filter((date) => date.end === end).length;
  const lateBy = counted.flatMap((all) => {
    const cameAt = finishedAt(all);
    return all
      .filter((date) => NOT_KEPT.has(date.end) && isWithin(date))
      .map(({ due }) => lateness(due, cameAt, period));
  });
  return {
    kept: { count: ending('kept'), of: dates.filter(({ end }) => CAME_DUE.has(end)).length },
    keptAsFirst: shareOf(
      counted.flatMap((all) => firstKept(all.filter(isWithin), all, now)),
      (isKept) => isKept,
    ),
    movedBefore: ending('moved'),
    movedAfter: ending('missed'),
    late: lengthFigures(lateBy),
    dropped: dropped.length,
    droppedLate: dropped.filter(({ due, endedAt }) => endedAt !== null && endedAt > due.at).length,
  };
}

/** Whether a first date was kept, whatever was settled later; nothing as long as that is not known. */
function firstKept(
  [first]: readonly PromisedDate[],
  all: readonly PromisedDate[],
  now: Instant,
): readonly boolean[] {
  if (!first?.isFirst) return [];
  const cameAt = finishedAt(all);
  if (cameAt === null) return first.due.at < now ? [false] : [];
  return [all.length === 1 ? first.end === 'kept' : cameAt <= first.due.at];
}

/** When what the dates were for was finished; null if it was not. */
function finishedAt(dates: readonly PromisedDate[]): Instant | null {
  const last = dates.at(-1);
  return last?.end === 'kept' || last?.end === 'late' ? last.endedAt : null;
}

/** By how many working days a date was late, as people count them: what was due on Monday is one day late on Tuesday. */
function lateness(due: Moment, cameAt: Instant | null, { now, calendar }: Period): Lasting {
  const until = localDay(calendar, cameAt ?? now);
  return { length: workingDaysBetween(calendar, dayMeant(due, calendar), until), isOver: cameAt !== null };
}
