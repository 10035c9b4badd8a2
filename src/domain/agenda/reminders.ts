import type { Commitment } from '../streams/commitment.ts';
import {
  addWorkingMinutes,
  type Day,
  isWorkingDay,
  isWorkingTime,
  localDay,
  shiftWorkingDays,
  startOfDay,
  startOfWork,
  type WorkCalendar,
} from '../time/calendar.ts';
import { dayMeant } from '../time/day-meant.ts';
import { addDuration, type Duration } from '../time/duration.ts';
import { epoch, type Instant, instant, latest, type Moment } from '../time/moment.ts';
import { type AttentionLine, subjectOf } from './attention.ts';
import { dateOfLine, givenDate } from './date-of-line.ts';
import type { Ledger } from './ledger.ts';
import { REASONS } from './reasons.ts';
import { isSnoozed } from './snoozed.ts';

/** Why something is said about a line: its time comes, its time has passed, or that was said and it still stands. */
export type ReminderKind = 'before' | 'first' | 'again';

/** What identifies a line from one reminder to the next. A date that is moved makes it another one. */
export interface MarkKey {
  /** The uid of a commitment or client. */
  readonly subject: string;
  readonly reason: string;
  /** When the line becomes overdue; for a line that is always today's, the date in danger. */
  readonly moment: Instant;
}

/** When something was last said about a line, by kind. */
export type Said = ReadonlyMap<ReminderKind, Instant>;

/** How often and how early to remind. */
export interface ReminderSettings {
  /** How long after a reminder about something overdue it is said again. */
  readonly every: Duration;
  /** How long before a set time it is said. */
  readonly ahead: Duration;
}

/** A line that can be said, with the kind that it would be said as. */
export interface Reminder {
  readonly line: AttentionLine;
  readonly key: MarkKey;
  readonly kind: ReminderKind;
  /** Whether it is to be said now. If not, it was said, or it is too early, or not the time of day. */
  readonly isDue: boolean;
}

type Present = Pick<Ledger, 'now' | 'calendar'>;

/** Until when dates have to be looked at to find out what is to be said now. */
export function reachOfReminders({ now, calendar }: Present, { ahead }: ReminderSettings): Instant {
  const endOfToday = startOfDay(calendar, localDay(calendar, now) + 1);
  return latest(addDuration(calendar, now, ahead), endOfToday);
}

/**
 * What reminders may say about some lines now. The four questions are not among them: they are asked by `today`, or
 * every day would have a reminder. `saidOf` tells what was said about a line before.
 */
export function remindersFor(
  lines: readonly AttentionLine[],
  present: Present,
  settings: ReminderSettings,
  saidOf: (key: MarkKey) => Said,
): Reminder[] {
  const isAtWork = isWorkingTime(present.calendar, present.now);
  // What was said in the future was said by a clock that was wrong; or by a run that began a little later than this one.
  const soon = instant(epoch(present.now) + MINUTE_MS);
  const saidBy = (key: MarkKey) => new Map([...saidOf(key)].filter(([, at]) => at <= soon));
  return lines.flatMap((line): Reminder[] => {
    const subject = subjectOf(line);
    if (subject === null || REASONS[line.reason].group === null) return [];
    const key = { subject, reason: line.reason, moment: line.remindedOf ?? line.due };
    const turn = nextTurn(line, present, settings, saidBy(key));
    if (turn === null) return [];
    const isDue = turn.isDue && (isAtWork || cannotWait(line, turn.kind, present));
    return [{ line, key, kind: turn.kind, isDue }];
  });
}

/** What would be said about a line next, and whether it is time to; null if nothing ever is. */
interface Turn {
  readonly kind: ReminderKind;
  readonly isDue: boolean;
}

function nextTurn(
  line: AttentionLine,
  present: Present,
  settings: ReminderSettings,
  said: Said,
): Turn | null {
  const { shown, isSaidOnce } = REASONS[line.reason];
  if (shown === 'always-today') return { kind: 'first', isDue: !said.has('first') };
  if (line.severity === 'overdue' && isSaidOnce) return turnOnce(line, present, said);
  if (line.severity === 'overdue') return turnOnceLate(line, present, settings, said);
  return shown === 'as-it-nears' ? turnBefore(line, present, settings, said) : null;
}

/** What is said only once is said when it is late only if it was not said before that, or was snoozed since. */
function turnOnce(line: AttentionLine, { now }: Present, said: Said): Turn {
  const last = said.get('first') ?? said.get('before');
  return { kind: 'first', isDue: last === undefined || isBeforeWaking(last, line, now) };
}

/** What is late is said at once, then again as long as it stays so. */
function turnOnceLate(
  line: AttentionLine,
  { now, calendar }: Present,
  { every }: ReminderSettings,
  said: Said,
): Turn {
  const first = said.get('first');
  if (first === undefined) return { kind: 'first', isDue: true };
  const last = latest(first, said.get('again') ?? first);
  const next = addDuration(calendar, startOfMinute(last), every);
  return { kind: 'again', isDue: now >= next || isBeforeWaking(last, line, now) };
}

/** Cron is some seconds late, now more and now less. What is said every day must not come later every day for that. */
function startOfMinute(at: Instant): Instant {
  return instant(Math.floor(epoch(at) / MINUTE_MS) * MINUTE_MS);
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Whether something was said before a snooze ended. Whoever snoozes it wants to hear of it then. */
function isBeforeWaking(at: Instant, { commitment }: AttentionLine, now: Instant): boolean {
  const wokeAt = commitment && endOfSnooze(commitment, now);
  return wokeAt !== null && at < wokeAt;
}

/** When a snooze ended that lasted until its end; null if there was none. */
function endOfSnooze(commitment: Commitment, now: Instant): Instant | null {
  const until = commitment.snooze?.until.at;
  if (until === undefined || until > now) return null;
  return isSnoozed(commitment, instant(epoch(until) - 1)) ? until : null;
}

/**
 * What is still to come is said when its time is near: a set time as long before as the settings say, a day when its
 * work begins. Where the lead is longer than that, it is said both times.
 */
function turnBefore(
  line: AttentionLine,
  { now, calendar }: Present,
  { ahead }: ReminderSettings,
  said: Said,
): Turn {
  const last = said.get('before');
  const announced = last === undefined || isBeforeWaking(last, line, now) ? null : last;
  const isNear = (at: Instant) => (line.from ?? line.due) <= addDuration(calendar, at, ahead);
  const date = dateOfLine(line, calendar);
  const day = workingDayOf(date, calendar);
  const begins = startOfWork(calendar, day);
  if (now >= begins && (date.grain === 'day' || isNear(begins))) {
    return { kind: 'before', isDue: announced === null || announced < startOfDay(calendar, day) };
  }
  // The morning may have said it shortly before.
  const isAnnounced = announced !== null && isNear(instant(epoch(announced) + HOUR_MS));
  return { kind: 'before', isDue: isNear(now) && !isAnnounced };
}

/**
 * The working day of a date: its day, or the last working day before it if that is a day off, or if it is over before
 * work begins, as a day in Tokyo is in New York.
 */
function workingDayOf(date: Moment, calendar: WorkCalendar): Day {
  const day = dayMeant(date, calendar);
  const isWorkedOn = isWorkingDay(calendar, day) && startOfWork(calendar, day) < date.at;
  return isWorkedOn ? day : shiftWorkingDays(calendar, day, -1);
}

/**
 * Whether something is said outside working hours: a time that somebody set is out there itself, and is just over, or
 * comes before work begins again. What was missed for longer is made up for when work begins.
 */
function cannotWait(line: AttentionLine, kind: ReminderKind, { now, calendar }: Present): boolean {
  if (kind === 'again' || givenDate(line)?.grain !== 'time') return false;
  if (line.due < now) return !isWorkingTime(calendar, line.due) && epoch(now) - epoch(line.due) <= HOUR_MS;
  const at = line.from ?? line.due;
  return !isWorkingTime(calendar, at) && at < addWorkingMinutes(calendar, now, 0);
}
