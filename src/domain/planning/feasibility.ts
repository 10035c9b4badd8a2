import { localDay } from '../time/calendar.ts';
import type { Moment } from '../time/moment.ts';
import { chanceOf, confidenceOf, finishBehind, finishOf, isEndangeredBy } from './chance.ts';
import type { PlanningContext } from './context.ts';
import { placeAt } from './place.ts';
import { datesUntil, type Planned, type QueuedWork, queueWithout } from './queue.ts';

/**
 * A date in the queue that slips to the day that holds with the change. It slips from its own day, or if it
 * is in danger already, from the day that holds without the change.
 */
export interface Slip {
  readonly commitment: Planned;
  readonly date: Moment;
  readonly holds: Moment;
}

/** The consequences of a given date. */
export interface Feasibility {
  /** The probability that it can be kept. */
  readonly chance: number;
  readonly slips: readonly Slip[];
  /** Whether it can be kept without endangering another date. */
  readonly fits: boolean;
}

/** Judges a date given for a commitment. */
export function judge(context: PlanningContext, commitment: Planned, date: Moment): Feasibility {
  const { queue, days, settingsOf, workLeft } = context;
  const { hours } = workLeft(commitment);
  if (hours === 0) return { chance: 1, slips: [], fits: true };
  const others = queueWithout(queue, commitment);
  const settings = settingsOf(commitment.client);
  const place = datesUntil(others, date.at);
  const chance = placeAt(context, others, place, hours, settings).finish.chance(days.until(date.at));
  const slips = others.slice(place).flatMap((other) => slipOf(context, other, hours) ?? []);
  return { chance, slips, fits: chance >= settings.confidence && slips.length === 0 };
}

/** How far a date in the queue slips if work of `hours` comes before it; null if it stays on its day. */
function slipOf(context: PlanningContext, work: QueuedWork, hours: number): Slip | null {
  if (!isEndangeredBy(context, work, hours)) return null;
  const { calendar, days } = context;
  const confidence = confidenceOf(context, work);
  // If the date is in danger already, it slips from the day that would have held.
  const isSure = chanceOf(context, work) >= confidence;
  const date = isSure ? work.date : days.dayAfter(finishOf(context, work).quantile(confidence));
  const holds = days.dayAfter(finishBehind(context, work, hours).quantile(confidence));
  const slips = localDay(calendar, date.at) < localDay(calendar, holds.at);
  return slips ? { commitment: work.commitment, date, holds } : null;
}
