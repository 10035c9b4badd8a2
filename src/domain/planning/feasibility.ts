import type { Commitment } from '../streams/commitment.ts';
import { localDay } from '../time/calendar.ts';
import type { Moment } from '../time/moment.ts';
import { chanceOf, confidenceOf, finishBehind, finishOf, isEndangeredBy } from './chance.ts';
import type { PlanningContext } from './context.ts';
import { placeAt } from './place.ts';
import { datesUntil, type QueuedWork, queueWithout } from './queue.ts';

/** A date in the queue that slips: from the date, or the day that holds without the change, to the day that holds with it. */
export interface Slip {
  readonly commitment: Commitment;
  readonly date: Moment;
  readonly holds: Moment;
}

/** What a date that somebody named would do. */
export interface Feasibility {
  /** How likely it can be kept. */
  readonly chance: number;
  readonly slips: readonly Slip[];
  /** Whether it can be kept and endangers no other. */
  readonly fits: boolean;
}

/** Judges a date that somebody named for a commitment. */
export function judge(context: PlanningContext, commitment: Commitment, date: Moment): Feasibility {
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

/** How far a date in the queue slips when work of `hours` comes before it; null if it stays on its day. */
function slipOf(context: PlanningContext, work: QueuedWork, hours: number): Slip | null {
  if (!isEndangeredBy(context, work, hours)) return null;
  const { calendar, days } = context;
  const confidence = confidenceOf(context, work);
  const dayThatHolds = (count: number) => days.wholeDay(days.after(count));
  // A date that is in danger already slips from the day that would have held.
  const isSure = chanceOf(context, work) >= confidence;
  const date = isSure ? work.date : dayThatHolds(finishOf(context, work).quantile(confidence));
  const holds = dayThatHolds(finishBehind(context, work, hours).quantile(confidence));
  const slips = localDay(calendar, date.at) < localDay(calendar, holds.at);
  return slips ? { commitment: work.commitment, date, holds } : null;
}
