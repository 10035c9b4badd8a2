import type { Commitment } from '../domain/commitment.ts';
import { type Forecast, forecast } from '../domain/forecast.ts';
import { readFinishedWork, readOpenCommitments } from '../store/queries.ts';
import type { Context } from './context.ts';

/** How much of the record is looked at: people change, and what was years ago says little. */
const LOOK_BACK = 400;

/** What lies ahead at this moment. `open` is read from the file unless it is at hand. */
export function forecastOf(
  { db, now, calendar, rules }: Context,
  open: readonly Commitment[] = readOpenCommitments(db),
): Forecast {
  return forecast({ now, calendar, rules, open, finished: readFinishedWork(db, LOOK_BACK) });
}
