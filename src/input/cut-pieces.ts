import { memoize } from '../domain/base/memo.ts';
import { Trouble } from './dates/trouble.ts';

/** The pieces of a phrase by kind; at most one of each kind. */
export type Pieces<P extends { readonly kind: string }> = {
  readonly [K in P['kind']]?: Extract<P, { readonly kind: K }>;
};

type Read<P> = (words: string) => P | Trouble | null;

/**
 * Reads a phrase as at most `most` pieces of different kinds, in any order, that fit together. All words are
 * understood or none. Fewer, longer pieces win; trouble is reported only if the words have no other reading.
 */
export function readByPieces<P extends { readonly kind: string }, R extends object>(
  phrase: string,
  most: number,
  readPiece: Read<P>,
  combine: (pieces: Pieces<P>) => R | Trouble | null,
): R | Trouble | null {
  const words = phrase.split(' ');
  // The same words recur in many of the ways to cut a phrase.
  const read = memoize(readPiece);
  let trouble: Trouble | null = null;
  for (let count = 1; count <= most; count++) {
    for (const pieces of cutIntoPieces(words, count, read)) {
      const meaning = pieces instanceof Trouble ? pieces : combine(pieces);
      if (meaning && !(meaning instanceof Trouble)) return meaning;
      trouble ??= meaning;
    }
  }
  return trouble;
}

/** Every way to cut words into `count` pieces of different kinds. */
function* cutIntoPieces<P extends { readonly kind: string }>(
  words: readonly string[],
  count: number,
  read: Read<P>,
): Generator<Pieces<P> | Trouble> {
  const ends = count === 1 ? [words.length] : words.map((_, index) => index).slice(1);
  for (const end of ends) {
    const piece = read(words.slice(0, end).join(' '));
    if (piece === null) continue;
    if (piece instanceof Trouble) {
      yield piece;
    } else if (count === 1) {
      yield { [piece.kind]: piece } as Pieces<P>;
    } else {
      for (const rest of cutIntoPieces(words.slice(end), count - 1, read)) {
        if (rest instanceof Trouble) yield rest;
        else if (!(piece.kind in rest)) yield { ...rest, [piece.kind]: piece };
      }
    }
  }
}
