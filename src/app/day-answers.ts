import type { Client } from '../domain/streams/client.ts';
import type { QuestionNumber } from '../domain/streams/events.ts';
import { answersByDay, type DayAnswer } from '../domain/streams/review.ts';
import type { Day } from '../domain/time/calendar.ts';
import { readAnswers, readAnswersFor } from '../store/queries.ts';
import type { Context } from './context.ts';

/** The combined answers to the four questions for each day that has any, overall or for one client. */
export function readDayAnswers(
  { db, calendar }: Context,
  client: Client | null,
): ReadonlyMap<Day, ReadonlyMap<QuestionNumber, DayAnswer>> {
  if (client === null) return answersByDay(readAnswers(db), calendar);
  // For one client, that client's answers are the overall ones.
  const answers = readAnswersFor(db, client.uid).map((answer) => ({ ...answer, client: null }));
  return answersByDay(answers, calendar);
}
