import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import type { Answer, QuestionNumber } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import type { Decision, Saying } from './decision.ts';
import type { ClientMention } from './mention-clients.ts';
import { decidePromise } from './promise.ts';
import type { Situation } from './situation.ts';

/** What to do about a "no", and by when: it becomes a promise to somebody, or to myself. */
export interface Action {
  readonly title: string;
  readonly due?: Moment | undefined;
  readonly client?: ClientMention | undefined;
}

export interface ReviewInput extends Saying {
  readonly number: QuestionNumber;
  /** The uid of the client that the answer is about; without it the answer is overall. */
  readonly client?: string | undefined;
  readonly answer: Answer;
  readonly note?: string | undefined;
  readonly action?: Action | undefined;
}

/** Records the answer to one of the four questions, and turns the action on a "no" into a promise. */
export function decideReview(_about: unknown, input: ReviewInput, situation: Situation): Decision {
  const { number, client, answer, note, action, at } = input;
  const promiseChanges = action ? promise(action, input, situation) : [];
  if (promiseChanges instanceof Refusal) return promiseChanges;
  const [numbered] = promiseChanges.filter(({ stream }) => stream.kind === 'commitment');
  const answered = defined({
    type: 'QuestionAnswered' as const,
    number,
    client,
    answer,
    note: note || undefined,
    promise: numbered?.stream.uid,
    at,
  });
  return [...promiseChanges, { stream: { kind: 'review', uid: situation.newId() }, event: answered }];
}

/** The promise is made to whoever it names, else to the client that the answer is about, else to myself. */
function promise({ title, due, client }: Action, input: ReviewInput, situation: Situation): Decision {
  if (!title) return refuse('text-missing', 'What will be done about it?', 'Say it, with a date: by friday.');
  if (!due) {
    return refuse(
      'date-missing',
      `By when will it be done: ${title}?`,
      'What is done about a "no" needs a date: add by friday.',
    );
  }
  const concerned = situation.clients.find(({ uid }) => uid === input.client);
  const to = client ?? { name: concerned?.name ?? 'myself', isNew: false };
  // My answers are private, so nobody has been told of this promise.
  return decidePromise(null, { title, due, client: to, unsaid: true, at: input.at }, situation);
}
