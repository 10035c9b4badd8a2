import type { Commitment } from '../../domain/streams/commitment.ts';
import type { Answer, QuestionNumber } from '../../domain/streams/events.ts';
import type { GivenAnswer } from '../../domain/streams/review.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayCounterpart } from './counterpart.ts';
import { sayDate, sayRelative } from './time.ts';

/** The answers in words. */
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = { yes: 'yes', no: 'no', unsure: 'not sure' };

/** An answer with its note and its age: `no, 2 days ago: the totals are wrong`. Safe to print. */
export function sayAnswer(
  { answer, note, at }: Pick<GivenAnswer, 'answer' | 'note' | 'at'>,
  { now, calendar }: ViewContext,
): string {
  const relative = sayRelative(at, now, calendar);
  const age = relative === 'now' ? 'just now' : relative;
  return printable(`${ANSWER_WORDS[answer]}, ${age}${note ? `: ${note}` : ''}`);
}

/** An answer in a list, with its question and client: `3 no, Acme Corp: the totals are wrong`. Safe to print. */
export function sayAnswerBriefly(
  {
    number,
    answer,
    client,
    note,
  }: {
    readonly number: QuestionNumber;
    readonly answer: Answer;
    readonly client?: string | null | undefined;
    readonly note?: string | null | undefined;
  },
  view: ViewContext,
): string {
  const name = nameOf(client ?? null, view);
  return printable(`${number} ${ANSWER_WORDS[answer]}${name ? `, ${name}` : ''}${note ? `: ${note}` : ''}`);
}

/** What was promised after a "no": `promised: 5 send the totals to Joe by Fri 6 Mar`. Safe to print. */
export function sayPromised(commitment: Commitment, view: ViewContext): string {
  const { number, title, due } = commitment;
  const by = due ? ` by ${sayDate(due, view)}` : '';
  return `promised: ${number} ${printable(title)} ${sayCounterpart(commitment, view)}${by}`;
}
