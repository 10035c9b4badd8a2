import type { Commitment } from '../domain/commitment.ts';
import { type Forecast, forecast } from '../domain/forecast.ts';
import { RECENT_TASKS } from '../domain/record.ts';
import { readFinishedWork, readOpenCommitments } from '../store/queries.ts';
import type { Context } from './context.ts';

/** What lies ahead at this moment. `open` is read from the file unless it is at hand. */
export function forecastOf(
  { db, now, calendar, rulesOf, focus }: Context,
  open: readonly Commitment[] = readOpenCommitments(db),
): Forecast {
  return forecast({ now, calendar, rulesOf, focus, open, finished: readFinishedWork(db, RECENT_TASKS) });
}
