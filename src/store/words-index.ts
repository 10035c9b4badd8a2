import type { Db } from './db.ts';

/**
 * Scripts without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese. A run of them would be one word to the
 * index, so each of their signs is made a word of its own, and a run is searched for as a phrase.
 */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/gu;

/** Puts words into the full-text index, under the row in which they stand. */
export function indexWords(db: Db, row: number | bigint, text: string): void {
  db.prepare('INSERT INTO words_index (rowid, text) VALUES (?, ?)').run(row, spaced(text));
}

/** Words found in one stream: where, when they were said, and the words themselves. */
export interface Found {
  readonly kind: string;
  readonly uid: string;
  readonly at: string;
  readonly text: string;
}

/**
 * The rows that hold all of the words, each whole or as the beginning of one, in any order; letter case and accents do
 * not matter. The best matches come first, the youngest among equals.
 */
export function findWords(db: Db, words: string, limit: number): Found[] {
  const query = queryOf(words);
  if (query === '') return [];
  return db
    .prepare(
      `SELECT words.stream_kind AS kind, words.stream AS uid, words.at, words.text
       FROM words_index JOIN words ON words.id = words_index.rowid
       WHERE words_index MATCH ? ORDER BY rank, words.at DESC LIMIT ?`,
    )
    .all(query, limit) as Found[];
}

/** Each word as a quoted prefix, so that nothing in it is taken for an operator of the query language. */
function queryOf(words: string): string {
  return words
    .normalize('NFKC')
    .split(/\s+/)
    .map((word) =>
      spaced(word)
        .replace(/[^\p{L}\p{N}\p{M}\s]+/gu, ' ')
        .trim(),
    )
    .filter(Boolean)
    .map((word) => `"${word}"*`)
    .join(' ');
}

function spaced(text: string): string {
  return text.normalize('NFKC').replace(UNSPACED, ' $& ');
}
