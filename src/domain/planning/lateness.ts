import type { Commitment, MissedDate } from '../streams/commitment.ts';
import { localDay, type WorkCalendar, workingDaysBetween } from '../time/calendar.ts';
import { dayMeant } from '../time/day-meant.ts';
import { earliest, type Instant, type Moment } from '../time/moment.ts';

/** How late something of theirs is or was. */
export interface Lateness {
  /** Its dates that passed without it, in order; one at least. */
  readonly missed: readonly Moment[];
  /** The working days that were lost. */
  readonly workingDays: number;
  /** When it came, or was given up; null while it is still awaited. */
  readonly until: Instant | null;
  /** Whether days before that were lost too, but do not count. */
  readonly isPart: boolean;
}

/**
 * How late something of theirs is at a moment; null if it is not. Days are counted from the date that stands, and so is
 * each date before it that had passed when it was moved, until then: that they agreed on another one gives nothing back.
 * What was lost before `since` does not count. A day is lost as soon as it has come: what was due on Monday is a
 * working day late on Tuesday.
 */
export function latenessOf(
  { due, closedAt, missedDates }: Pick<Commitment, 'due' | 'closedAt' | 'missedDates'>,
  at: Instant,
  calendar: WorkCalendar,
  since: Instant | null = null,
): Lateness | null {
  const end = earliest(closedAt ?? at, at);
  const all: readonly MissedDate[] = due ? [...missedDates, { due, until: end }] : missedDates;
  const passed = all.filter((each) => each.until > each.due.at && (since === null || each.until > since));
  if (passed.length === 0) return null;
  const lostIn = ({ due: missed, until }: MissedDate, from: Instant | null) => {
    const first = dayMeant(missed, calendar);
    const after = from === null ? first : Math.max(first, localDay(calendar, from));
    return workingDaysBetween(calendar, after, localDay(calendar, until));
  };
  const lostSince = (from: Instant | null, among: readonly MissedDate[]) =>
    among.reduce((sum, each) => sum + lostIn(each, from), 0);
  const workingDays = lostSince(since, passed);
  return {
    missed: passed.map((each) => each.due),
    workingDays,
    until: end === closedAt ? end : null,
    isPart: lostSince(null, all) > workingDays,
  };
}

/** The working days that were lost: "9 working days", "less than a working day". */
export function sayLost({ workingDays }: Pick<Lateness, 'workingDays'>): string {
  if (workingDays === 0) return 'less than a working day';
  return workingDays === 1 ? '1 working day' : `${workingDays} working days`;
}
