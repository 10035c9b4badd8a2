import {
  begin,
  type ClientMention,
  type Decision,
  isMyself,
  known,
  mentionClients,
  refuseDate,
  type Saying,
} from '../decision.ts';
import type { Answer, Change, QuestionNumber } from '../events.ts';
import type { Moment } from '../moment.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Situation } from '../situation.ts';

/** What will be done about a "no", and by when: a promise to a client, or to myself. */
export interface Remedy {
  readonly title: string;
  readonly due?: Moment | undefined;
  readonly client?: ClientMention | undefined;
}

/** One answer: to one of the four questions, for a client by uid, or for all. */
export interface AnswerWithRemedy {
  readonly number: QuestionNumber;
  readonly client?: string | undefined;
  readonly answer: Answer;
  readonly note?: string | undefined;
  readonly remedy?: Remedy | undefined;
}

export interface ReviewInput extends Saying {
  readonly answers: readonly AnswerWithRemedy[];
}

/** Keeps answers to the four questions, and makes what will be done about a "no" a promise. */
export function decideReview(_about: unknown, input: ReviewInput, situation: Situation): Decision {
  const { answers, at } = input;
  if (answers.length === 0) {
    return refuse(
      'answer-missing',
      'No question was answered.',
      'For example: followup review --answer 1=yes:"loves the draft"',
    );
  }
  const stream = { kind: 'review', uid: situation.newId() } as const;
  const changes: Change[] = [];
  for (const { number, client, answer, note, remedy } of answers) {
    const promised = remedy ? promise(remedy, client, input, situation) : null;
    if (promised instanceof Refusal) return promised;
    changes.push(...(promised?.changes ?? []), {
      stream,
      event: known({
        type: 'QuestionAnswered' as const,
        number,
        client,
        answer,
        note: note || undefined,
        promise: promised?.uid,
        at,
      }),
    });
  }
  return changes;
}

function promise(
  { title, due, client }: Remedy,
  concerned: string | undefined,
  saying: Saying,
  situation: Situation,
): { readonly uid: string; readonly changes: readonly Change[] } | Refusal {
  if (!title) return refuse('text-missing', 'What will be done about it?', 'Say it, with a date: by friday.');
  if (!due) {
    return refuse(
      'date-missing',
      `By when will it be done: ${title}?`,
      'What is done about a "no" has a date: add by friday.',
    );
  }
  const no = refuseDate(due, saying, situation);
  if (no) return no;
  const mentioned = mentionClients(client && !isMyself(client) ? [client] : [], saying.at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const event = known({
    type: 'PromiseMade' as const,
    title,
    client: client ? mentioned.uids[0] : concerned,
    due,
    at: saying.at,
  });
  const { uid, changes } = begin(event, situation);
  return { uid, changes: [...mentioned.changes, ...changes] };
}
