import { type Forecast, forecast } from '../domain/planning/forecast.ts';
import { RECENT_TASKS } from '../domain/planning/track-record.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import { readFinishedWork, readOpenCommitments } from '../store/queries.ts';
import type { Context } from './context.ts';

/** What lies ahead at this moment. `open` is read from the file unless it is at hand. */
export function forecastOf(
  { db, now, calendar, planningSettingsOf, focus }: Context,
  open: readonly Commitment[] = readOpenCommitments(db),
): Forecast {
  return forecast({
    now,
    calendar,
    planningSettingsOf,
    focus,
    open,
    finished: readFinishedWork(db, RECENT_TASKS),
  });
}
