import type { Sentence } from './sentence.ts';
import type { Skeleton } from './skeleton.ts';

/** Words on their way to a client. */
export interface OutgoingWords {
  readonly text: string;
  /** Whether a date went out with them: an offered one, or the time of the next update. */
  readonly hasDate: boolean;
  /** The last texts that went to the same client before, latest first; two are enough. */
  readonly earlier: readonly string[];
}

/** Words as the rules see them. */
export interface ReadWords extends OutgoingWords {
  readonly sentences: readonly Sentence[];
  readonly skeleton: Skeleton;
}

/** Finds the piece of the words, as it was written, that the advice is about; null if they are fine. */
export type FindPiece = (words: ReadWords) => string | null;

/** The piece of the first sentence in which a rule finds one. */
export function firstPiece(
  sentences: readonly Sentence[],
  find: (sentence: Sentence, index: number) => string | null,
): string | null {
  for (const [index, sentence] of sentences.entries()) {
    const piece = find(sentence, index);
    if (piece !== null) return piece;
  }
  return null;
}
