import { type Day, localDay, type WorkCalendar } from '../time/calendar.ts';
import { dayOfIso } from '../time/iso-day.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { isFromDone, type Occurrence, occurrences, type Reached, shiftedAhead } from '../time/occurrences.ts';
import { type Commitment, isOpen } from './commitment.ts';
import { calendarOfStanding, nextOf, rhythmOf, type Standing, type StandingRecord } from './standing.ts';

/** A standing promise with what became of it, and what comes next. */
export interface StandingOutlook {
  readonly standing: Standing;
  readonly record: StandingRecord;
  /** The times of it that are open, in order. */
  readonly open: readonly Commitment[];
  /** The last time that was opened, whatever became of it: its number names the standing promise. */
  readonly last: Commitment | null;
  /** The time after those that were opened; null if none comes, or that follows only from when the last one is done. */
  readonly next: Occurrence | null;
  /** The next times that come on another day, because theirs is off. */
  readonly shifted: readonly Occurrence[];
  /** The calendar in its zone. */
  readonly there: WorkCalendar;
}

/** How many of the next times are looked at for days off. */
const TIMES_AHEAD = 12;

/** A standing promise as it stands, from the times of it that were opened, in order. */
export function outlookOf(
  standing: Standing,
  times: readonly Commitment[],
  record: StandingRecord,
  calendar: WorkCalendar,
): StandingOutlook {
  const there = calendarOfStanding(standing, calendar);
  const last = times.at(-1) ?? null;
  const reached = last && reachedBy(last);
  const next = nextOf(standing, reached, there);
  const shifted = next === null ? [] : shiftedAhead(rhythmOf(standing), reached, there, TIMES_AHEAD);
  return { standing, record, open: times.filter(isOpen), last, next, shifted, there };
}

/** One time of a standing promise as what others come after. */
export function reachedBy({ occurrence, createdAt, closedAt, state }: Commitment): Reached {
  const { on, due, since } = occurrence ?? { on: createdAt, due: createdAt, since: createdAt };
  return { on, due, since, isOpen: closedAt === null, doneAt: state === 'done' ? closedAt : null };
}

/** The next times of a standing promise after the last that was reached; what follows from the one before being done, once that is. */
export function comingTimes(
  standing: Standing,
  reached: Reached | null,
  there: WorkCalendar,
  most: number,
): Occurrence[] {
  if (nextOf(standing, reached, there) === null) return [];
  const times: Occurrence[] = [];
  for (const time of occurrences(rhythmOf(standing), reached, there)) {
    times.push(time);
    if (times.length === (isFromDone(standing.cadence) ? 1 : most)) break;
  }
  return times;
}

/** A time of a standing promise that was opened, and when it comes under another calendar. */
export interface Shift {
  readonly time: Commitment;
  readonly due: Moment;
}

/**
 * The times that are open and ahead, as they come under a calendar with other days off, where that is another day. What somebody
 * has moved stays, and so does what would come before now, or not after the one before it: they still expect it.
 */
export function shiftsOf(
  standing: Standing,
  times: readonly Commitment[],
  calendar: WorkCalendar,
  now: Instant,
): Shift[] {
  const there = calendarOfStanding(standing, calendar);
  return times.flatMap((time, index) => {
    const { due, occurrence, agreement } = time;
    if (!isOpen(time) || due === null || due.at <= now || occurrence === null || agreement !== null)
      return [];
    const before = times[index - 1];
    const { value: present } = occurrences(
      rhythmOf(standing),
      before ? reachedBy(before) : null,
      there,
    ).next();
    if (!present || present.on !== occurrence.on || present.due.at === due.at || present.due.at <= now)
      return [];
    return [{ time, due: present.due }];
  });
}

/** What becomes of a day on which a standing promise would come. */
export interface ComingDay {
  readonly standing: Standing;
  /** The day by its cadence, and when it comes; null if the one before it stands for it, or it stays as it is. */
  readonly day: Day;
  readonly due: Moment | null;
}

/** What becomes of the times of a standing promise that are still to be opened and fall on the days of a period. */
export function comingWithin(
  { standing, last, there }: StandingOutlook,
  { first, last: end }: { readonly first: string; readonly last: string },
): ComingDay[] {
  // What they do comes whether I am away or not.
  if (standing.kind === 'awaiting') return [];
  const reached = last && reachedBy(last);
  const until = dayOfIso(end);
  const asNamed = { ...rhythmOf(standing), onDaysOff: 'keep' as const };
  const named = takeUntil(
    occurrences(asNamed, reached && { ...reached, due: reached.on }, there),
    until,
    there,
  ).filter((day) => day >= dayOfIso(first));
  if (named.length === 0 || standing.onDaysOff === 'keep') return [];
  const coming = new Map<Day, Moment>();
  for (const { on, due } of occurrences(rhythmOf(standing), reached, there)) {
    const day = localDay(there, on);
    if (day > until) break;
    coming.set(day, due);
  }
  return named.map((day) => ({ standing, day, due: coming.get(day) ?? null }));
}

function takeUntil(times: Iterable<Occurrence>, until: Day, calendar: WorkCalendar): Day[] {
  const days: Day[] = [];
  for (const { on } of times) {
    const day = localDay(calendar, on);
    if (day > until) break;
    days.push(day);
  }
  return days;
}
