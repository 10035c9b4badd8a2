import type { Client } from '../domain/streams/client.ts';
import type { QuestionNumber } from '../domain/streams/events.ts';
import { answersByDay, type DayAnswer } from '../domain/streams/review.ts';
import type { Day } from '../domain/time/calendar.ts';
import { readAnswers, readAnswersFor } from '../store/queries.ts';
import type { Context } from './context.ts';

/** What the four questions came to on each day that has answers: for everybody, or for one client. */
export function readDayAnswers(
  { db, calendar }: Context,
  client: Client | null,
): ReadonlyMap<Day, ReadonlyMap<QuestionNumber, DayAnswer>> {
  if (client === null) return answersByDay(readAnswers(db), calendar);
  // Seen from one client, the answers for that client are the answers for all.
  const own = readAnswersFor(db, client.uid).map((answer) => ({ ...answer, client: null }));
  return answersByDay(own, calendar);
}
