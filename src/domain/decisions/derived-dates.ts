import type { Workable } from '../planning/work-left.ts';
import { addDuration, type Duration } from '../time/duration.ts';
import type { Instant, Moment } from '../time/moment.ts';
import type { Situation } from './situation.ts';

/** The date to work towards so that another date can be kept; undefined if there is no work to plan. */
export function targetOf(work: Workable, date: Moment, { forecast }: Situation): Moment | undefined {
  return forecast.targetFor(work, date) ?? undefined;
}

/** The default date: a set length of time after a moment. */
export function dateAfter(at: Instant, habit: Duration, situation: Situation): Moment {
  const { calendar } = situation;
  return { at: addDuration(calendar, at, habit), zone: calendar.zone, grain: 'time' };
}
