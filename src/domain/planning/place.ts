import { endOfWork, isWorkingDay, localDay, shiftWorkingDays } from '../time/calendar.ts';
import { latest, type Moment } from '../time/moment.ts';
import type { PlanningSettings } from '../time/settings.ts';
import { finishOf, isSure } from './chance.ts';
import type { PlanningContext } from './context.ts';
import type { Distribution } from './distribution.ts';
import { isSmall, type Planned, placeFor, positionBehind, type QueuedWork, queueWithout } from './queue.ts';
import { delayOf, type Standing, standingOf } from './standing.ts';
import { daysWithBuffer } from './target.ts';
import type { WorkLeft } from './work-left.ts';

/** A place in the queue for work, and the date that follows from it. */
export interface Placement {
  /** How many others come first. */
  readonly place: number;
  /** Working days until it is finished. */
  readonly finish: Distribution;
  /** The median of `finish`. */
  readonly likely: number;
  readonly date: Moment;
}

/** Work that looks for a place among the others. */
export interface Candidate {
  readonly commitment: Planned;
  readonly left: WorkLeft;
  readonly settings: PlanningSettings;
  /** The queue without the work itself, and where it stands in it so far. */
  readonly others: readonly QueuedWork[];
  readonly standing: Standing;
}

/**
 * A commitment as a candidate for another place. Only what was agreed on before has a place that it keeps: what is
 * only offered has to make way like new work.
 */
export function candidateFor(
  context: PlanningContext,
  commitment: Planned,
  before: Planned | null = commitment,
): Candidate {
  const others = queueWithout(context.queue, commitment);
  const promised = before?.state === 'agreed' ? before : null;
  return {
    commitment,
    left: context.workLeft(commitment),
    settings: context.settingsOf(commitment.client),
    others,
    standing: standingOf(context, promised, others),
  };
}

/** The finish and the date if work goes in behind the first `place` others. */
export function placeAt(context: PlanningContext, candidate: Candidate, place: number): Placement {
  const { days } = context;
  const { commitment, left, others, settings } = candidate;
  const ahead = others[place - 1];
  const work = { ...left, isLate: false };
  const finish = finishOf(context, { ...work, ...positionBehind(ahead, work) });
  const likely = finish.quantile(0.5);
  const date = days.dayAfter(daysWithBuffer(context, likely, finish, settings));
  return { place, finish, likely, date: behind(context, ahead, date, commitment) };
}

/**
 * The earliest date at which work can be kept without pushing a date that was given below its confidence. Later
 * dates are delayed less, so places are tried from the end. The queue is in date order, so everything due by the
 * resulting date comes first. Promised work does not come before what was promised earlier.
 */
export function earliestPlacement(context: PlanningContext, candidate: Candidate): Placement {
  const { commitment, others } = candidate;
  let place = firstPlace(context, candidate);
  for (;;) {
    const placement = placeAt(context, candidate, place);
    const due = placeFor(others, placement.date.at, commitment);
    if (due <= place) return placement;
    place = due;
  }
}

/** The first place at which work pushes no date below its confidence. */
function firstPlace(context: PlanningContext, { left, others, standing }: Candidate): number {
  const own = standing.place === Number.POSITIVE_INFINITY ? 0 : standing.place;
  if (isSmall(left)) return own;
  const first: Standing = { place: 0, hours: left.hours, isLate: false };
  const last = others.findLastIndex((other, index) => {
    const delay = delayOf(other, index, standing, first);
    return delay !== null && !isSure(context, delay.after);
  });
  return Math.max(own, last + 1);
}

/** A day, or the first working day after it on which all work ahead comes first. */
export function behind(
  { calendar, days }: PlanningContext,
  ahead: QueuedWork | undefined,
  date: Moment,
  { number }: Planned,
): Moment {
  if (ahead === undefined) return date;
  const day = localDay(calendar, latest(date.at, ahead.date.at));
  const at = endOfWork(calendar, day);
  const comesFirst = ahead.date.at < at || (ahead.date.at === at && ahead.commitment.number < number);
  return comesFirst && isWorkingDay(calendar, day)
    ? days.wholeDay(at)
    : days.wholeDay(endOfWork(calendar, shiftWorkingDays(calendar, day, 1)));
}
