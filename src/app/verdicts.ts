import type { Client } from '../domain/streams/client.ts';
import type { QuestionNumber } from '../domain/streams/events.ts';
import { type Verdict, verdictsByDay } from '../domain/streams/review.ts';
import type { Day } from '../domain/time/calendar.ts';
import { readAnswers, readAnswersFor } from '../store/queries.ts';
import type { Context } from './context.ts';

/** What the four questions came to on each day that has answers: for everybody, or for one client. */
export function readVerdicts(
  { db, calendar }: Context,
  client: Client | null,
): ReadonlyMap<Day, ReadonlyMap<QuestionNumber, Verdict>> {
  if (client === null) return verdictsByDay(readAnswers(db), calendar);
  // For one client its own answers are the whole.
  const own = readAnswersFor(db, client.uid).map((answer) => ({ ...answer, client: null }));
  return verdictsByDay(own, calendar);
}
