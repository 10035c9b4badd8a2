import { type Day, localDay, type WorkCalendar } from '../time/calendar.ts';
import { type Instant, latest } from '../time/moment.ts';
import {
  type Answer,
  ignoreUnknown,
  QUESTION_NUMBERS,
  type QuestionNumber,
  type ReviewEvent,
} from './events.ts';

/**
 * My answer to one of the four questions, for one client or for all. Clients and promises are referred to by
 * uid.
 */
export interface GivenAnswer {
  readonly uid: string;
  readonly number: QuestionNumber;
  readonly client: string | null;
  readonly answer: Answer;
  readonly note: string | null;
  readonly promise: string | null;
  readonly at: Instant;
}

/** Applies one event to an answer. Never throws. */
export function evolveReview(state: GivenAnswer | null, event: ReviewEvent, uid: string): GivenAnswer | null {
  switch (event.type) {
    case 'QuestionAnswered': {
      const { number, client = null, answer, note = null, promise = null, at } = event;
      return { uid, number, client, answer, note, promise, at };
    }
    case 'AnswerReassigned':
      return state && { ...state, client: event.client };
    default:
      return ignoreUnknown(event, state);
  }
}

/** All answers given to one question on one day, taken together. */
export interface DayAnswer {
  readonly at: Instant;
  /** The worst of the answers, with the notes on it. */
  readonly answer: Answer;
  readonly note: string | null;
  /** The answer for all clients; without it the question is still open. */
  readonly overall: GivenAnswer | null;
  /** The answers for single clients. */
  readonly byClient: readonly GivenAnswer[];
}

/** The combined answers for each day that has any, by question. */
export function answersByDay(
  answers: readonly GivenAnswer[],
  calendar: WorkCalendar,
): ReadonlyMap<Day, ReadonlyMap<QuestionNumber, DayAnswer>> {
  const byDay = new Map<Day, GivenAnswer[]>();
  for (const answer of answers) {
    const day = localDay(calendar, answer.at);
    byDay.set(day, [...(byDay.get(day) ?? []), answer]);
  }
  return new Map([...byDay].map(([day, given]) => [day, answersOfDay(given)]));
}

function answersOfDay(answers: readonly GivenAnswer[]): ReadonlyMap<QuestionNumber, DayAnswer> {
  const byNumber = QUESTION_NUMBERS.flatMap((number) => {
    const dayAnswer = dayAnswerOf(answers.filter((answer) => answer.number === number));
    return dayAnswer ? [[number, dayAnswer] as const] : [];
  });
  return new Map(byNumber);
}

const WORST_FIRST: readonly Answer[] = ['no', 'unsure', 'yes'];

/**
 * Combines the answers to one question on one day; null if there are none. The last answer for a client (or
 * for all) replaces earlier ones; the worst of what remains is the answer of the day.
 */
export function dayAnswerOf(answers: readonly GivenAnswer[]): DayAnswer | null {
  const last = new Map<string | null, GivenAnswer>();
  for (const answer of answers) {
    const previous = last.get(answer.client);
    if (!previous || answer.at >= previous.at) last.set(answer.client, answer);
  }
  const latestAnswers = [...last.values()];
  const worst = WORST_FIRST.find((answer) => latestAnswers.some((candidate) => candidate.answer === answer));
  if (!worst) return null;
  const notes = latestAnswers.flatMap(({ answer, note }) => (answer === worst && note ? [note] : []));
  return {
    at: latestAnswers.map(({ at }) => at).reduce(latest),
    answer: worst,
    note: notes.length > 0 ? notes.join('; ') : null,
    overall: last.get(null) ?? null,
    byClient: latestAnswers.filter(({ client }) => client !== null),
  };
}
