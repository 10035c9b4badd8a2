import type { Stream, StreamKind } from '../../domain/streams/events.ts';
import type { Words } from '../../domain/streams/registry.ts';
import { searchForm } from '../../domain/streams/sought-words.ts';
import type { Db } from '../db.ts';
import { statement } from '../statement.ts';
import { integer, nullable, text } from './column.ts';
import { table } from './table.ts';

interface WordsRow extends Words {
  /** The row number, by which the index refers to the words; null lets SQLite choose. */
  readonly id: number | null;
  readonly streamKind: StreamKind;
  readonly stream: string;
}

/** The words of all streams, with a full-text index. */
const WORDS = table<WordsRow>(
  'words',
  { id: nullable(integer('PRIMARY KEY')), streamKind: text(), stream: text(), at: text(), text: text() },
  { indexes: { words_stream: '(stream)' } },
);

const INDEX = {
  name: 'words_index',
  definition: `CREATE VIRTUAL TABLE words_index USING fts5(text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')`,
  indexes: [],
};

export const WORDS_TABLES = [WORDS, INDEX];

/** Inserts the words of a stream that has none in the table yet. */
export function insertWords(db: Db, { kind, uid }: Stream, words: readonly Words[]): void {
  const index = statement(db, 'INSERT INTO words_index (rowid, text) VALUES (?, ?)');
  for (const { at, text: spoken } of words) {
    const row = WORDS.insert(db, { id: null, streamKind: kind, stream: uid, at, text: spoken });
    index.run(row, searchForm(spoken));
  }
}

export function removeWords(db: Db, { uid }: Stream): void {
  const inIndex = 'DELETE FROM words_index WHERE rowid IN (SELECT id FROM words WHERE stream = ?)';
  statement(db, inIndex).run(uid);
  WORDS.remove(db, 'stream', uid);
}

/** All words by the uid of their stream, in the order in which they were said. */
export function readAllWords(db: Db): ReadonlyMap<string, readonly Words[]> {
  const byStream = new Map<string, Words[]>();
  for (const { stream, at, text: spoken } of WORDS.select(db, 'ORDER BY id')) {
    const words = byStream.get(stream) ?? [];
    words.push({ at, text: spoken });
    byStream.set(stream, words);
  }
  return byStream;
}

/** Whether the index has as many rows as the table. */
export function isIndexComplete(db: Db): boolean {
  const { indexed, all } = statement(
    db,
    'SELECT (SELECT count(*) FROM words_index) AS indexed, (SELECT count(*) FROM words) AS "all"',
  ).get() as { indexed: number; all: number };
  return indexed === all;
}
