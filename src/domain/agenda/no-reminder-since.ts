import {
  addWorkingMinutes,
  isWorkingDay,
  localDay,
  longestDayMinutes,
  shiftWorkingDays,
  startOfWork,
  type WorkCalendar,
  workingMinutesBetween,
} from '../time/calendar.ts';
import { epoch, type Instant } from '../time/moment.ts';

/** A run of reminders by cron: when it was, and where a clock stood that stops while the machine sleeps. */
export interface ReminderRun {
  readonly at: Instant;
  /** Which start of the machine that clock counts from; null if the system does not tell. */
  readonly boot: string | null;
  /** In milliseconds; null if the system does not tell. */
  readonly awakeMs: number | null;
}

interface Present {
  readonly now: Instant;
  readonly calendar: WorkCalendar;
}

const MINUTE_MS = 60_000;

/** Runs that come more often than this many minutes are not watched more closely. */
const SHORTEST_TURN = 15;

/** How many turns have to be missed. */
const TURNS = 2;

/** How many minutes a run may take to note that it ran: a turn is not missed in the second it is due. */
const GRACE = 1;

/**
 * Since when no reminder has run although two turns came in working time while the machine was awake; null if all is
 * well, or if none ever ran. `runs` are the last ones, latest first. `awakeMsSince` says for how many milliseconds the
 * machine was awake since a run, or null if the system does not tell; it is asked only when runs seem to be missing.
 */
export function noReminderSince(
  runs: readonly ReminderRun[],
  present: Present,
  awakeMsSince: (run: ReminderRun) => number | null,
): Instant | null {
  const { now, calendar } = present;
  // A run in the future was noted by a clock that was wrong.
  const past = runs.filter(({ at }) => at <= now);
  const [last] = past;
  if (last === undefined) return null;
  const patience = TURNS * turnOf(past, calendar) + GRACE;
  if (now <= addWorkingMinutes(calendar, last.at, patience)) return null;
  const awakeMs = awakeMsSince(last);
  const isMissed = awakeMs === null ? isSecondMorning(last.at, present) : awakeMs > patience * MINUTE_MS;
  return isMissed ? last.at : null;
}

/** How often runs come, in minutes of working time: the median, as one run may have been missed or come twice. */
function turnOf(runs: readonly ReminderRun[], calendar: WorkCalendar): number {
  const gaps = runs.slice(1).flatMap(({ at }, index) => {
    const next = runs[index];
    return next === undefined || areTogether(at, next.at) ? [] : [gapBetween(at, next.at, calendar)];
  });
  const median = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
  return Math.max(SHORTEST_TURN, median ?? 0);
}

/** Whether two runs are of the same turn: one for what is due, and one for the morning. */
function areTogether(one: Instant, other: Instant): boolean {
  return epoch(other) - epoch(one) < MINUTE_MS;
}

/**
 * The working time that a gap between two runs takes where all of it is worked: an hour in the night, or half worked,
 * is an hour, and from one morning to the next it is the hours of a long working day.
 */
function gapBetween(from: Instant, to: Instant, calendar: WorkCalendar): number {
  const minutes = (epoch(to) - epoch(from)) / MINUTE_MS;
  const withinDay = Math.min(minutes, longestDayMinutes(calendar));
  return Math.max(withinDay, workingMinutesBetween(calendar, from, to));
}

/** Whether two working days have begun without a run since, as a machine may be off for one. */
function isSecondMorning(last: Instant, { now, calendar }: Present): boolean {
  const lastDay = localDay(calendar, last);
  const isFirstMissed = isWorkingDay(calendar, lastDay) && last < startOfWork(calendar, lastDay);
  return now >= startOfWork(calendar, shiftWorkingDays(calendar, lastDay, isFirstMissed ? 1 : 2));
}
