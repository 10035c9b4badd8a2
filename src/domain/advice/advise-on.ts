import { brokenRecord } from './broken-record.ts';
import type { FindPiece, OutgoingWords } from './kind.ts';
import { noChoice } from './no-choice.ts';
import { noDate } from './no-date.ts';
import { responsibility } from './responsibility.ts';
import { sentencesOf } from './sentence.ts';
import { Skeleton } from './skeleton.ts';

const RULES = {
  'no-date': noDate,
  responsibility,
  'no-choice': noChoice,
  'broken-record': brokenRecord,
} satisfies Record<string, FindPiece>;

/** What can be wrong with words to a client. */
export type AdviceKind = keyof typeof RULES;

/** What is wrong with words to a client, and with which piece of them, as it was written. */
export interface Advice {
  readonly kind: AdviceKind;
  readonly piece: string;
}

/**
 * What is wrong with words to a client, at most once of each kind. The rules know English; words in another language
 * are only compared with earlier ones.
 */
export function adviseOn(words: OutgoingWords): Advice[] {
  const sentences = sentencesOf(words.text);
  const skeleton = new Skeleton(sentences.flatMap(({ clauses }) => clauses));
  const read = { ...words, sentences, skeleton };
  return Object.entries(RULES).flatMap(([kind, find]) => {
    const piece = find(read);
    return piece === null ? [] : [{ kind: kind as AdviceKind, piece }];
  });
}
