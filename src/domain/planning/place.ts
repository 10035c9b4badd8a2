import type { Moment } from '../time/moment.ts';
import type { PlanningSettings } from '../time/settings.ts';
import { isEndangeredBy } from './chance.ts';
import type { PlanningContext } from './context.ts';
import type { Distribution } from './distribution.ts';
import { datesUntil, hoursAhead, type QueuedWork } from './queue.ts';
import { daysWithBuffer } from './target.ts';

/** A place in the queue for new work, and the date that follows from it. */
export interface Placement {
  /** How many others come first. */
  readonly place: number;
  /** Working days until it is finished. */
  readonly finish: Distribution;
  /** The median of `finish`. */
  readonly likely: number;
  readonly date: Moment;
}

/** The finish and the date if `hours` of work go in at `place`, behind the first `place` others. */
export function placeAt(
  context: PlanningContext,
  others: readonly QueuedWork[],
  place: number,
  hours: number,
  settings: PlanningSettings,
): Placement {
  const { now, days, trackRecord } = context;
  const finish = trackRecord.elapsed(place + 1, hoursAhead(others, place) + hours);
  const likely = finish.quantile(0.5);
  const date = days.dayAfter(daysWithBuffer(context, likely, finish, settings));
  // Work is done in date order, so a date earlier than those ahead of it would put it before them.
  const before = others[place - 1]?.date.at ?? now;
  return { place, finish, likely, date: before <= date.at ? date : days.wholeDay(before) };
}

/**
 * The earliest place in the queue at which no given date falls below its confidence. Later dates are delayed
 * less, so places are tried from the end. The queue is in date order, so everything due by the resulting date
 * comes first.
 */
export function earliestPlacement(
  context: PlanningContext,
  others: readonly QueuedWork[],
  hours: number,
  settings: PlanningSettings,
): Placement {
  let place = placeBehindEndangered(context, others, hours);
  for (;;) {
    const placement = placeAt(context, others, place, hours, settings);
    const due = datesUntil(others, placement.date.at);
    if (due <= place) return placement;
    place = due;
  }
}

/** The first place behind all dates that the new work would endanger. */
function placeBehindEndangered(
  context: PlanningContext,
  others: readonly QueuedWork[],
  hours: number,
): number {
  // Dates that have passed are lost, so they do not hold anything up.
  const passed = datesUntil(others, context.now);
  const last = others.findLastIndex((work, index) => index >= passed && isEndangeredBy(context, work, hours));
  return last + 1;
}
