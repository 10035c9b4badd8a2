import { localDay, type WorkCalendar, workingDaysBetween } from '../time/calendar.ts';
import { dayMeant } from '../time/day-meant.ts';
import type { Instant } from '../time/moment.ts';
import { type Lasting, type LengthFigures, lengthFigures } from './lasting.ts';
import { isIn, type Period } from './period.ts';
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
  /** By how many working days those that were not kept were late: until it came, or until another date was settled. */
  readonly late: LengthFigures;
  /** How many were dropped, and how many of those after their date. */
  readonly dropped: number;
  readonly droppedLate: number;
}

const NOT_KEPT: ReadonlySet<DateEnd> = new Set(['late', 'missed', 'passed', 'never']);
const CAME_DUE: ReadonlySet<DateEnd> = new Set(['kept', ...NOT_KEPT]);

/** What became of the dates of commitments, each with all of its own in order, of those that lie in a period. */
export function dateFigures(commitments: readonly (readonly PromisedDate[])[], period: Period): DateFigures {
  const { now, calendar } = period;
  const isWithin = ({ due }: PromisedDate) => isIn(period, due.at);
  const counted = commitments.filter((dates) => dates.at(-1)?.end !== 'dropped');
  const dates = counted.flatMap((all) => all.filter(isWithin));
  const dropped = commitments.flatMap((all) =>
    all.filter((date) => date.end === 'dropped' && isWithin(date)),
  );
  const ending = (end: DateEnd) => dates.filter((date) => date.end === end).length;
  const notKept = dates.filter(({ end }) => NOT_KEPT.has(end));
  return {
    kept: { count: ending('kept'), of: dates.filter(({ end }) => CAME_DUE.has(end)).length },
    keptAsFirst: shareOf(
      counted.flatMap((all) => firstKept(all.filter(isWithin), all.at(-1), now)),
      (isKept) => isKept,
    ),
    movedBefore: ending('moved'),
    movedAfter: ending('missed'),
    late: lengthFigures(notKept.map((date) => lateness(date, now, calendar))),
    dropped: dropped.length,
    droppedLate: dropped.filter(({ due, endedAt }) => endedAt !== null && endedAt > due.at).length,
  };
}

/** Whether a first date was kept, whatever was settled later; nothing as long as that is not known. */
function firstKept(
  [first]: readonly PromisedDate[],
  last: PromisedDate | undefined,
  now: Instant,
): readonly boolean[] {
  if (!first?.isFirst || last === undefined) return [];
  const finishedAt = last.end === 'kept' || last.end === 'late' ? last.endedAt : null;
  if (finishedAt === null) return first.due.at < now ? [false] : [];
  return [finishedAt <= first.due.at];
}

/** By how many working days a date was late, as people count them: what was due on Monday is one day late on Tuesday. */
function lateness({ due, end, endedAt }: PromisedDate, now: Instant, calendar: WorkCalendar): Lasting {
  const until = localDay(calendar, endedAt ?? now);
  return {
    length: workingDaysBetween(calendar, dayMeant(due, calendar), until),
    isOver: endedAt !== null && end !== 'never',
  };
}
