import { nearWords } from '../domain/base/edit-distance.ts';
import { Refusal } from '../domain/base/refusal.ts';
import { ANSWERS, type Answer, QUESTION_NUMBERS, type QuestionNumber } from '../domain/streams/events.ts';

/** An answer as typed: `1=yes`, `3=no:"the totals are wrong"`. */
export interface TypedAnswer {
  readonly number: QuestionNumber;
  readonly answer: Answer;
  /** Whether it says yes, no or unsure; other words are kept as the note of an unsure. */
  readonly isClear: boolean;
  readonly note: string | undefined;
}

/** What will be done about a "no", as typed: `3=send the totals by friday`. */
export interface TypedAction {
  readonly number: QuestionNumber;
  readonly words: string;
}

/** Words that clearly mean one of the answers. */
const SAID: readonly (readonly [Answer, RegExp])[] = [
  ['yes', /^(?:yes|yep|yeah|y|ok|okay)$/i],
  ['no', /^(?:no|nope|nah|n)$/i],
  ['unsure', /^(?:unsure|uns?|u)$/i],
];

/**
 * Reads the answer to one of the four questions: its number, then yes, no or unsure, then a note after a
 * colon, a comma, a dash or a space. Any other words are neither a yes nor a no, so they become the note of
 * an unsure. Only a misspelt yes, no or unsure is refused.
 */
export function parseAnswer(text: string): TypedAnswer | Refusal {
  const [, digit = '', said = ''] = /^\s*([1-4])\s*=\s*(.+)$/s.exec(text) ?? [];
  const [, word = '', note = ''] = /^(\p{L}+)(?![\p{L}'\u2019])[\s:,;.\u2013-]*(.*)$/su.exec(said) ?? [];
  const number = QUESTION_NUMBERS.find((candidate) => String(candidate) === digit);
  const [answer] = SAID.find(([, words]) => words.test(word)) ?? [];
  if (number && answer) return { number, answer, isClear: true, note: unquoted(note.trim()) || undefined };
  const isSlip = note === '' && word !== '' && nearWords(word.toLowerCase(), ANSWERS).length > 0;
  if (number && !isSlip) {
    return { number, answer: 'unsure', isClear: false, note: unquoted(said.trim()) };
  }
  return new Refusal(
    'malformed-answer',
    `"${text}" does not answer a question.`,
    'Write the number of the question and yes, no or unsure: --answer 1=yes:"loves the draft"',
    'usage',
  );
}

/** Reads what will be done about a "no": the number of the question and the words. */
export function parseAction(text: string): TypedAction | Refusal {
  const [, digit = '', words = ''] = /^\s*([1-4])\s*=\s*(.+)$/s.exec(text) ?? [];
  const number = QUESTION_NUMBERS.find((candidate) => String(candidate) === digit);
  if (number) return { number, words: unquoted(words.trim()) };
  return new Refusal(
    'malformed-action',
    `"${text}" does not say what will be done about a question.`,
    'Write the number of the question, what, and by when: --will "3=send the totals by friday"',
    'usage',
  );
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/s, '$1');
}
