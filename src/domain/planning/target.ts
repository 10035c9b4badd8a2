import { endOfWork, localDay } from '../time/calendar.ts';
import { addDuration } from '../time/duration.ts';
import { earliest, epoch, type Instant, instant, type Moment } from '../time/moment.ts';
import type { PlanningSettings } from '../time/settings.ts';
import type { PlanningContext } from './context.ts';
import type { Distribution } from './distribution.ts';
import type { Workable } from './work-left.ts';

const QUARTER_HOUR_MS = 15 * 60_000;

/** The target for a settled date, early enough that the date is kept; null if there is no work to plan. */
export function targetFor(context: PlanningContext, work: Workable, date: Moment): Moment | null {
  const { trackRecord, days, settingsOf, workLeft } = context;
  const { hours } = workLeft(work);
  if (hours === 0) return null;
  const finish = trackRecord.elapsed(1, hours);
  const likely = finish.quantile(0.5);
  const room = days.until(date.at);
  const buffer = daysWithBuffer(context, likely, finish, settingsOf(work.client)) - likely;
  // If there is no room for the buffer, work has to begin at once.
  const towards = Math.max(room - buffer, Math.min(room, likely));
  return targetAt(context, days.after(towards), date);
}

/** The number of working days to promise for work that is as likely as not finished after `likely`. */
export function daysWithBuffer(
  { calendar, days }: PlanningContext,
  likely: number,
  finish: Distribution,
  { buffer, confidence }: PlanningSettings,
): number {
  if (buffer === 'learned') return Math.max(likely, finish.quantile(confidence));
  if ('share' in buffer) return likely * (1 + buffer.share);
  return days.until(addDuration(calendar, days.after(likely), buffer.duration));
}

/** The target for a date: a whole day, or to the quarter of an hour if it falls on the same day as the date. */
export function targetAt({ calendar }: PlanningContext, at: Instant, date: Moment): Moment {
  if (at >= date.at) return { at: date.at, zone: calendar.zone, grain: date.grain };
  const day = localDay(calendar, at);
  if (day < localDay(calendar, date.at)) {
    return { at: endOfWork(calendar, day), zone: calendar.zone, grain: 'day' };
  }
  const quarter = instant(Math.ceil(epoch(at) / QUARTER_HOUR_MS) * QUARTER_HOUR_MS);
  return { at: earliest(quarter, date.at), zone: calendar.zone, grain: 'time' };
}
