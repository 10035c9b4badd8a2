import { isDeepStrictEqual } from 'node:util';
import type { Stream, StreamKind } from '../domain/streams/events.ts';
import { emptyStream, type FoldedStream, fold, foldOne } from '../domain/streams/fold.ts';
import { exists, STREAM_KINDS } from '../domain/streams/registry.ts';
import { type Db, nameOf } from './db.ts';
import { type JournalEntry, readJournal, readStream, readUndone } from './journal.ts';
import { refuseDamaged } from './sqlite-error.ts';
import { statement, valueStatement } from './statement.ts';
import { awayTables } from './tables/away.ts';
import { clientTables } from './tables/client.ts';
import { commitmentTables } from './tables/commitment.ts';
import { contactTables } from './tables/contact.ts';
import { areLastWordsRight, LAST_WORDS } from './tables/last-word.ts';
import { projectTables } from './tables/project.ts';
import { reviewTables } from './tables/review.ts';
import { insertSpendings, readAllSpendings, removeSpendings, SPENDINGS } from './tables/spending.ts';
import { standingTables } from './tables/standing.ts';
import type { StreamTables } from './tables/stream-tables.ts';
import { insertWords, isIndexComplete, readAllWords, removeWords, WORDS_TABLES } from './tables/words.ts';

/** The read tables of each kind of stream. */
const TABLES: { readonly [K in StreamKind]: StreamTables<K> } = {
  commitment: commitmentTables,
  client: clientTables,
  project: projectTables,
  contact: contactTables,
  away: awayTables,
  review: reviewTables,
  standing: standingTables,
};

const ALL_TABLES = [
  ...STREAM_KINDS.flatMap((kind) => TABLES[kind].tables),
  ...WORDS_TABLES,
  SPENDINGS,
  LAST_WORDS,
];

/** The names of the read tables. */
export const READ_TABLES: readonly string[] = ALL_TABLES.map(({ name }) => name);

/** Raise this when the same events fold to something different in the same columns. */
const FOLD_VERSION = 3;

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
  removeSpendings(db, stream);
  insertRows(db, folded);
  return folded;
}

function insertRows<K extends StreamKind>(
  db: Db,
  { stream, state, words, spendings }: FoldedStream<K>,
): void {
  const kind: K = stream.kind;
  TABLES[kind].insert(db, stream.uid, state);
  if (exists(kind, state)) insertWords(db, stream, words);
  insertSpendings(db, stream, spendings);
}

/** Called with the share of a long piece of work that is done, from 0 to 1. */
export type OnProgress = (share: number) => void;

/** Drops the read tables and rebuilds them from the journal. Must run inside a write transaction. */
export function rebuildReadTables(db: Db, onProgress: OnProgress = () => {}): void {
  for (const { name } of ALL_TABLES) db.exec(`DROP TABLE IF EXISTS ${name}`);
  for (const { definition } of ALL_TABLES) db.exec(definition);
  // Reading the journal takes about as long as writing the rows.
  const streams = replay(db, (share) => onProgress(share / 2));
  streams.forEach((folded, done) => {
    const { kind, uid } = folded.stream;
    orDamaged(
      db,
      () => `the ${kind} ${uid}`,
      () => insertRows(db, folded),
    );
    if (done % PROGRESS_STEP === 0) onProgress(0.5 + done / streams.length / 2);
  });
  for (const index of ALL_TABLES.flatMap(({ indexes }) => indexes)) db.exec(index);
  statement(db, `INSERT OR REPLACE INTO meta (key, value) VALUES ('read_version', ?)`).run(READ_VERSION);
  onProgress(1);
}

/** Does what only fails if the journal holds what no followup writes, and says so. `what` names it. */
function orDamaged<T>(db: Db, what: () => string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const isConstraint = String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT');
    const isOfValues = error instanceof TypeError || error instanceof RangeError || isConstraint;
    throw isOfValues ? refuseDamaged(nameOf(db), `${what()} cannot be read`) : error;
  }
}

/** The number of events or streams processed between two reports of progress. */
const PROGRESS_STEP = 5_000;

/** Whether the read tables are those of this version. */
export function hasReadTables(db: Db): boolean {
  return (
    statement(db, `SELECT 1 FROM meta WHERE key = 'read_version' AND value = ?`).get(READ_VERSION) !==
    undefined
  );
}

/** Every stream of the journal, with its state after all its events. */
function replay(db: Db, onProgress: OnProgress = () => {}): FoldedStream<StreamKind>[] {
  const undone = readUndone(db);
  const streams = new Map<string, FoldedStream<StreamKind>>();
  const add = <K extends StreamKind>(entry: JournalEntry<K>) => {
    const key = `${entry.stream.kind} ${entry.stream.uid}`;
    const before = streams.get(key) ?? emptyStream(entry.stream);
    const what = () => `event ${entry.idx} of operation ${entry.operation}`;
    streams.set(
      key,
      orDamaged(db, what, () => foldOne(before, entry, undone)),
    );
  };
  const events = Number(valueStatement(db, 'SELECT count(*) FROM event').get());
  let read = 0;
  for (const entry of readJournal(db)) {
    add(entry);
    if (++read % PROGRESS_STEP === 0) onProgress(read / events);
  }
  return [...streams.values()];
}

/**
 * Compares the read tables, read back as commands read them, with a fresh replay of the journal. Returns what
 * differs: kinds of streams, `words`, `words_index`, `spending` or `last_word`.
 */
export function findDifferences(db: Db): string[] {
  const streams = replay(db);
  const kinds = STREAM_KINDS.filter(
    (kind) => !isReadBack(db, kind, streams) || !TABLES[kind].tables.every((table) => table.isConsistent(db)),
  );
  const words = readAllWords(db);
  const existing = streams.filter(({ stream, state }) => exists(stream.kind, state));
  const expected = existing.map((folded) => [folded.stream.uid, folded.words] as const);
  const expectedWords = new Map(expected.filter(([, texts]) => texts.length > 0));
  const spent = streams.flatMap(({ stream, spendings }) =>
    spendings.length > 0 ? [[stream.uid, spendings] as const] : [],
  );
  return [
    ...kinds,
    ...(isDeepStrictEqual(words, expectedWords) ? [] : ['words']),
    ...(isIndexComplete(db) ? [] : ['words_index']),
    ...(isDeepStrictEqual(readAllSpendings(db), new Map(spent)) && SPENDINGS.isConsistent(db)
      ? []
      : ['spending']),
    ...(areLastWordsRight(db) ? [] : ['last_word']),
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
