import { atLocalTime, type Day, dateOf, weekdayOf } from '../../domain/time/calendar.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { startOfWeek, weekdayFrom } from '../../domain/time/week.ts';
import type { Pieces } from '../cut-pieces.ts';
import { weekdayName } from '../words.ts';
import { timeMeant } from './clock-time.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import type { Finding } from './finder.ts';
import type { Clock, Days, PartOfDay, Piece, Weekday } from './piece.ts';
import { noSuchDate, Trouble } from './trouble.ts';

/** The day that a phrase means without a clock time, and the days that it may mean with one, nearest first. */
export interface Choice {
  readonly untimed: Day;
  readonly timed: readonly Day[];
}

/** The combined meaning of the pieces of a phrase; null if they do not fit together. */
export function combinePieces(
  pieces: Pieces<Piece>,
  context: DateContext,
  direction: Direction,
): Finding | Trouble | null {
  const { days, week, weekday, clock, part, close } = pieces;
  const choice = chooseDay(pieces, context, direction);
  if (!choice || choice instanceof Trouble) return choice;
  if (!clock && !part) return { day: choice.untimed };
  if (close || days?.names === 'period' || (week && !weekday)) return null;
  if (clock?.mayBeYear && !days && !weekday && !part) return TIME_OR_YEAR;
  if (clock?.midnight && (days || weekday) && choice.untimed !== today(context)) return BETWEEN_DAYS;
  const instants = instantsOn(clock, part, context, direction);
  return instants && timeOn(choice, instants, context, direction);
}

/** The day that is meant, given the day that was named. */
type Meant = (named: Day) => Day;

/** The day that the pieces name. Of several, it is the nearest for which the day that is meant is possible. */
export function chooseDay(
  { days, week, weekday }: Pieces<Piece>,
  context: DateContext,
  direction: Direction,
  meant: Meant = (named) => named,
): Choice | Trouble | null {
  const now = today(context);
  if (week && days) return null;
  if (week && weekday)
    return weekday.which === 'bare' ? only(weekdayFrom(week.first, weekday.weekday)) : null;
  if (week) return week.first <= now && now < week.first + 7 ? null : only(week.first);
  if (days) {
    const inTime = daysInTime(days.days, context, direction, meant);
    return weekday ? dateOnWeekday({ ...days, days: inTime }, weekday, now) : onlyFirst(inTime);
  }
  if (weekday) return chooseWeekday(weekday, context, direction);
  return { untimed: now, timed: [now, direction === 'ahead' ? now + 1 : now - 1] };
}

/** The days that are not past (or when looking back, not ahead). A day named alone stands in any case. */
function daysInTime(
  days: readonly Day[],
  context: DateContext,
  direction: Direction,
  meant: Meant,
): readonly Day[] {
  if (days.length === 1) return days;
  const now = today(context);
  return days.filter((day) => (direction === 'ahead' ? meant(day) >= now : meant(day) <= now));
}

function onlyFirst([day]: readonly Day[]): Choice | null {
  return day === undefined ? null : only(day);
}

function only(day: Day): Choice {
  return { untimed: day, timed: [day] };
}

/**
 * A bare weekday lies within the seven days ahead. Named on that very day it means a week later, unless it
 * comes with a clock time that is still ahead. "This" may be today, "next" is in the next week, "after next" in the
 * week after that, "last" in the past seven days.
 */
function chooseWeekday({ weekday, which }: Weekday, context: DateContext, direction: Direction): Choice {
  const now = today(context);
  const thisWeek = startOfWeek(context.calendar, now);
  if (which === 'next') return only(weekdayFrom(thisWeek + 7, weekday));
  if (which === 'after-next') return only(weekdayFrom(thisWeek + 14, weekday));
  if (which === 'last') return only(weekdayFrom(now - 7, weekday));
  if (which === 'this') return only(weekdayFrom(direction === 'ahead' ? now : now - 6, weekday));
  return direction === 'ahead'
    ? { untimed: weekdayFrom(now + 1, weekday), timed: [weekdayFrom(now, weekday), now + 7] }
    : { untimed: weekdayFrom(now - 7, weekday), timed: [weekdayFrom(now - 6, weekday), now - 7] };
}

/** A date that has its weekday in none of the next years is mistyped rather than so far ahead. */
const MOST_YEARS = 3;

/**
 * `Fri, Sep 25` and `mon 13th`: the weekday has to match the date; without a month it determines the month, and without
 * a year the year.
 */
function dateOnWeekday(
  { days, names }: Days,
  { weekday, which }: Weekday,
  now: Day,
): Choice | Trouble | null {
  const [nearest] = days;
  if ((names !== 'date' && names !== 'date-of-month') || which !== 'bare' || nearest === undefined)
    return null;
  const candidates = names === 'date' ? days.slice(0, MOST_YEARS) : days;
  const fitting = candidates.find((day) => weekdayOf(day) === weekday);
  if (fitting !== undefined) return only(fitting);
  const { year } = dateOf(nearest);
  const inYear = year === dateOf(now).year ? '' : ` in ${year}`;
  return noSuchDate(
    `names a weekday that does not fit: the date is a ${weekdayName(weekdayOf(nearest))}${inYear}`,
  );
}

interface Timed {
  readonly at: Instant;
  readonly from?: Instant;
}

/** The instants that a clock time or part of a day may mean on a given day, likeliest first. */
type InstantsOn = (day: Day) => readonly Timed[];

/**
 * A part of a day means its due time or, once that has passed, its end. When looking back, it is not over
 * while it lasts. Null if a clock time and a part contradict each other, or are ambiguous together.
 */
function instantsOn(
  clock: Clock | undefined,
  part: PartOfDay | undefined,
  context: DateContext,
  direction: Direction,
): InstantsOn | null {
  const at = (day: Day, time: number) => atLocalTime(context.calendar, day, time);
  if (clock) {
    const { since } = clock;
    const time = timeMeant(clock, part);
    if (time === null || (since !== undefined && part && since < part.from)) return null;
    return (day) => [{ at: at(day, time), ...(since !== undefined && { from: at(day, since) }) }];
  }
  if (!part) return null;
  const lasts = (day: Day) => at(day, part.from) <= context.now && context.now < at(day, part.end);
  return direction === 'ahead'
    ? (day) => [{ at: at(day, part.by) }, { at: at(day, part.end) }]
    : (day) => [{ at: lasts(day) && at(day, part.by) > context.now ? context.now : at(day, part.by) }];
}

/**
 * The first instant that is still to come (or when looking back, has come). On a single named day any instant
 * stands.
 */
function timeOn(
  { timed }: Choice,
  instants: InstantsOn,
  context: DateContext,
  direction: Direction,
): Finding | null {
  const isPossible = ({ at }: Timed) => (direction === 'ahead' ? at > context.now : at <= context.now);
  return timed.flatMap(instants).find(isPossible) ?? timed.slice(-1).flatMap(instants)[0] ?? null;
}

const TIME_OR_YEAR = new Trouble(
  'date-not-understood',
  'can be a year or a clock time',
  'Write the time as "20:27", or name a day of the year, such as "1 january 2027".',
);

const BETWEEN_DAYS = new Trouble(
  'date-not-understood',
  'can be the midnight before that day or the one after it',
  'Say a time on the day that you mean, such as "friday 23:59" or "friday 00:00".',
);
