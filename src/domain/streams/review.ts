import { type Day, localDay, type WorkCalendar } from '../time/calendar.ts';
import { type Instant, latest } from '../time/moment.ts';
import {
  type Answer,
  ignoreUnknown,
  QUESTION_NUMBERS,
  type QuestionNumber,
  type ReviewEvent,
} from './events.ts';

/** What I answered to one of the four questions: for one client, or for all. Clients and promises are named by uid. */
export interface GivenAnswer {
  readonly uid: string;
  readonly number: QuestionNumber;
  readonly client: string | null;
  readonly answer: Answer;
  readonly note: string | null;
  readonly promise: string | null;
  readonly at: Instant;
}

/** The next state of an answer after one fact. Never throws. */
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

/** What a question came to on one day. */
export interface Verdict {
  readonly at: Instant;
  /** The worst of the answers, and what was said with it. */
  readonly answer: Answer;
  readonly note: string | null;
  /** The answer for all; without one the question is not answered yet. */
  readonly overall: GivenAnswer | null;
  /** The answers that were given for single clients. */
  readonly byClient: readonly GivenAnswer[];
}

/** What each question came to on each day that has answers: by day, and then by the number of the question. */
export function verdictsByDay(
  answers: readonly GivenAnswer[],
  calendar: WorkCalendar,
): ReadonlyMap<Day, ReadonlyMap<QuestionNumber, Verdict>> {
  const byDay = new Map<Day, GivenAnswer[]>();
  for (const answer of answers) {
    const day = localDay(calendar, answer.at);
    byDay.set(day, [...(byDay.get(day) ?? []), answer]);
  }
  return new Map([...byDay].map(([day, given]) => [day, verdictsOf(given)]));
}

function verdictsOf(answers: readonly GivenAnswer[]): ReadonlyMap<QuestionNumber, Verdict> {
  const verdicts = QUESTION_NUMBERS.flatMap((number) => {
    const verdict = verdictOf(answers.filter((answer) => answer.number === number));
    return verdict ? [[number, verdict] as const] : [];
  });
  return new Map(verdicts);
}

const WORST: readonly Answer[] = ['no', 'unsure', 'yes'];

/**
 * What the answers of one day to one question come to; null when there are none. Of several answers about the same the last
 * one counts; one client for whom it is not so is enough for the whole not to be so.
 */
export function verdictOf(answers: readonly GivenAnswer[]): Verdict | null {
  const last = new Map<string | null, GivenAnswer>();
  for (const answer of answers) {
    const before = last.get(answer.client);
    if (!before || answer.at >= before.at) last.set(answer.client, answer);
  }
  const standing = [...last.values()];
  const worst = WORST.find((answer) => standing.some((each) => each.answer === answer));
  if (!worst) return null;
  const notes = standing.flatMap(({ answer, note }) => (answer === worst && note ? [note] : []));
  return {
    at: standing.map(({ at }) => at).reduce(latest),
    answer: worst,
    note: notes.length > 0 ? notes.join('; ') : null,
    overall: last.get(null) ?? null,
    byClient: standing.filter(({ client }) => client !== null),
  };
}
