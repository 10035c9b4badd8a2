import { isDeepStrictEqual } from 'node:util';
import type { Stream, StreamKind } from '../domain/streams/events.ts';
import { emptyStream, type FoldedStream, fold, foldOne } from '../domain/streams/fold.ts';
import { exists, STREAM_KINDS } from '../domain/streams/registry.ts';
import type { Db } from './db.ts';
import { type JournalEntry, readJournal, readStream, readUndone } from './journal.ts';
import { statement } from './statement.ts';
import { awayTables } from './tables/away.ts';
import { clientTables } from './tables/client.ts';
import { commitmentTables } from './tables/commitment.ts';
import { contactTables } from './tables/contact.ts';
import { reviewTables } from './tables/review.ts';
import type { StreamTables } from './tables/stream-tables.ts';
import { insertWords, isIndexComplete, readAllWords, removeWords, WORDS_TABLES } from './tables/words.ts';

/** The read tables of each kind of stream. */
const TABLES: { readonly [K in StreamKind]: StreamTables<K> } = {
  commitment: commitmentTables,
  client: clientTables,
  contact: contactTables,
  away: awayTables,
  review: reviewTables,
};

const ALL_TABLES = [...STREAM_KINDS.flatMap((kind) => TABLES[kind].tables), ...WORDS_TABLES];

/** The names of the read tables. */
export const READ_TABLES: readonly string[] = ALL_TABLES.map(({ name }) => name);

/** Raise this when the same events fold to something different in the same columns. */
const FOLD_VERSION = 1;

/**
 * Identifies the content and layout of the read tables. In a file with a different one they are rebuilt from
 * the journal.
 */
export const READ_VERSION = fingerprint(
  [FOLD_VERSION, ...ALL_TABLES.flatMap(({ definition, indexes }) => [definition, ...indexes])].join('\n'),
);

/** The 53-bit hash "cyrb53" (bryc, public domain): quicker to run than node:crypto is to load. */
function fingerprint(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** The state of one stream, folded from its events. */
export function foldStream<K extends StreamKind>(db: Db, stream: Stream<K>): FoldedStream<K> {
  return fold(stream, readStream(db, stream), readUndone(db));
}

/** Folds a stream again, rewrites its rows, and returns the result. Must run inside a write transaction. */
export function refreshReadTables<K extends StreamKind>(
  db: Db,
  stream: Stream<K>,
  undone: ReadonlySet<string>,
): FoldedStream<K> {
  const folded = fold(stream, readStream(db, stream), undone);
  const tables = TABLES[stream.kind as K];
  tables.remove(db, stream.uid);
  removeWords(db, stream);
  insertRows(db, folded);
  return folded;
}

function insertRows<K extends StreamKind>(db: Db, { stream, state, words }: FoldedStream<K>): void {
  const kind: K = stream.kind;
  TABLES[kind].insert(db, stream.uid, state);
  if (exists(kind, state)) insertWords(db, stream, words);
}

/**
 * Drops the read tables and rebuilds them from the journal. Must run inside a write transaction. Now and then
 * `onProgress` is called with the number of streams written and the total.
 */
export function rebuildReadTables(db: Db, onProgress: (done: number, all: number) => void = () => {}): void {
  for (const { name } of ALL_TABLES) db.exec(`DROP TABLE IF EXISTS ${name}`);
  for (const { definition } of ALL_TABLES) db.exec(definition);
  const streams = replay(db);
  streams.forEach((folded, done) => {
    insertRows(db, folded);
    if (done % 1000 === 0) onProgress(done, streams.length);
  });
  for (const index of ALL_TABLES.flatMap(({ indexes }) => indexes)) db.exec(index);
  statement(db, `INSERT OR REPLACE INTO meta (key, value) VALUES ('read_version', ?)`).run(READ_VERSION);
}

/** Folds all streams of the journal. */
function replay(db: Db): FoldedStream<StreamKind>[] {
  const undone = readUndone(db);
  const streams = new Map<string, FoldedStream<StreamKind>>();
  const add = <K extends StreamKind>(entry: JournalEntry<K>) => {
    const key = `${entry.stream.kind} ${entry.stream.uid}`;
    const before = streams.get(key) ?? emptyStream(entry.stream);
    streams.set(key, foldOne(before, entry, undone));
  };
  for (const entry of readJournal(db)) add(entry);
  return [...streams.values()];
}

/**
 * Compares the read tables, read back as commands read them, with a fresh replay of the journal. Returns what
 * differs: kinds of streams, `words` or `words_index`.
 */
export function findDifferences(db: Db): string[] {
  const streams = replay(db);
  const kinds = STREAM_KINDS.filter((kind) => !isReadBack(db, kind, streams));
  const words = readAllWords(db);
  const existing = streams.filter(({ stream, state }) => exists(stream.kind, state));
  const expected = existing.map((folded) => [folded.stream.uid, folded.words] as const);
  const expectedWords = new Map(expected.filter(([, texts]) => texts.length > 0));
  return [
    ...kinds,
    ...(isDeepStrictEqual(words, expectedWords) ? [] : ['words']),
    ...(isIndexComplete(db) ? [] : ['words_index']),
  ];
}

function isReadBack<K extends StreamKind>(
  db: Db,
  kind: K,
  streams: readonly FoldedStream<StreamKind>[],
): boolean {
  const expected = new Map(
    streams
      .filter(({ stream, state }) => stream.kind === kind && state !== null)
      .map(({ stream, state }) => [stream.uid, state]),
  );
  return isDeepStrictEqual(TABLES[kind].readAll(db), expected);
}
