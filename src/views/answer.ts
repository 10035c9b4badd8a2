import type { Answer } from '../domain/events.ts';
import type { AnswerGiven } from '../domain/review.ts';
import type { Frame } from './frame.ts';
import { printable } from './printable.ts';
import { sayRelative } from './time.ts';

/** The answers as people say them. */
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = { yes: 'yes', no: 'no', unsure: 'not sure' };

/** An answer with its note and its age: `no, 2 days ago: the totals are wrong`. Safe to print. */
export function sayAnswer(
  { answer, note, at }: Pick<AnswerGiven, 'answer' | 'note' | 'at'>,
  { now, calendar }: Frame,
): string {
  const relative = sayRelative(at, now, calendar);
  const age = relative === 'now' ? 'just now' : relative;
  return printable(`${ANSWER_WORDS[answer]}, ${age}${note ? `: ${note}` : ''}`);
}
