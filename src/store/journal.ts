import type { Refusal } from '../domain/base/refusal.ts';
import { wellFormed } from '../domain/base/text.ts';
import {
  distinctStreams,
  type EventsByKind,
  type Stream,
  type StreamKind,
} from '../domain/streams/events.ts';
import { chainEnds, type JournalEvent, undoneOperations } from '../domain/streams/fold.ts';
import { readEvent, type StoredEvent } from '../domain/streams/registry.ts';
import type { Instant } from '../domain/time/moment.ts';
import { type Db, nameOf } from './db.ts';
import { refuseNewerFile } from './refuse-newer.ts';
import type { EventRow, OperationRow } from './schema.ts';
import { refuseDamaged } from './sqlite-error.ts';
import { statement, valueStatement } from './statement.ts';

/** The change that one command made to the journal. */
export interface Operation {
  readonly id: string;
  readonly device: string;
  readonly deviceSeq: number;
  readonly hlc: string;
  readonly recordedAt: Instant;
  /** IANA name of the zone in which the command was given. */
  readonly zone: string;
  readonly verb: string;
  /** The operation that this one undoes, if any. */
  readonly undoes: string | null;
}

/** The most operations that are counted for one device. */
export const MOST_OPERATIONS = 1_000_000_000;

/** The latest reading of a clock that may come from outside. It leaves room: what is recorded after it sorts after it. */
export const LATEST_CLOCK: Instant = '9999-12-31T23:59:59.999Z';

/** An event in its current version, with its operation and its index there. */
export type JournalEntry<K extends StreamKind = StreamKind> = {
  [P in K]: JournalEvent<P> & { readonly stream: Stream<P>; readonly idx: number };
}[K];

/** An event as it is stored, with its stream. */
export interface StoredChange extends StoredEvent {
  readonly stream: Stream;
}

const FOLD_ORDER = 'operation.hlc, operation.device, operation.device_seq';

/** Compares two operations in fold order. */
export function compareOperations(a: Operation, b: Operation): number {
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1;
  if (a.device !== b.device) return a.device < b.device ? -1 : 1;
  return a.deviceSeq - b.deviceSeq;
}

/** The place of an operation among those of all devices. No two operations have the same. */
export function placeOf(device: string, deviceSeq: number): string {
  return `${device} ${deviceSeq}`;
}

/** An operation from what is stored of it. */
export function toOperation({ device_seq, recorded_at, ...same }: OperationRow): Operation {
  return { ...same, deviceSeq: device_seq, recordedAt: recorded_at };
}

/** The columns of an operation as its fields. */
export const OPERATION_COLUMNS = `id, device, device_seq AS deviceSeq, hlc, recorded_at AS recordedAt, zone, verb, undoes`;

const SELECT_EVENTS = 'SELECT event.* FROM event JOIN operation ON operation.id = event.operation';

/** The events of a stream in fold order, including those of undone operations. */
export function readStream<K extends StreamKind>(db: Db, { kind, uid }: Stream<K>): JournalEntry<K>[] {
  const sql = `${SELECT_EVENTS} WHERE stream_kind = ? AND stream = ? ORDER BY ${FOLD_ORDER}, idx`;
  const rows = statement(db, sql).all(kind, uid) as EventRow[];
  return rows.map((row) => toEntry<K>(kind, row, nameOf(db)));
}

/** The events of a stream that were not undone, in fold order. Whoever reads many streams passes what is undone. */
export function readEffective<K extends StreamKind>(
  db: Db,
  stream: Stream<K>,
  undone: ReadonlySet<string> = readUndone(db),
): EventsByKind[K][] {
  const events: EventsByKind[K][] = [];
  for (const { operation, event } of readStream(db, stream)) if (!undone.has(operation)) events.push(event);
  return events;
}

/**
 * The same of all streams of a kind, one stream after the other, for whoever needs most of them: a scan in order is quicker than as
 * many look-ups. Do not write on this connection until they have all been read.
 */
export function* readAllEffective<K extends StreamKind>(
  db: Db,
  kind: K,
): Generator<{ readonly uid: string; readonly events: readonly EventsByKind[K][] }> {
  const undone = readUndone(db);
  const rows = db
    .prepare(`${SELECT_EVENTS} WHERE stream_kind = ? ORDER BY stream, ${FOLD_ORDER}, idx`)
    .iterate(kind);
  let uid: string | null = null;
  let events: EventsByKind[K][] = [];
  for (const row of rows as IterableIterator<EventRow>) {
    if (uid !== null && row.stream !== uid) {
      yield { uid, events };
      events = [];
    }
    uid = row.stream;
    if (!undone.has(row.operation)) events.push(toEntry<K>(kind, row, nameOf(db)).event);
  }
  if (uid !== null) yield { uid, events };
}

/**
 * The events of some types that were not undone, on all streams of a kind for which a condition holds, by the time that each says. Do not
 * write on this connection until they have all been read.
 */
export function* readEffectiveByTime<K extends StreamKind>(
  db: Db,
  kind: K,
  types: readonly string[],
  condition: string,
  values: Readonly<Record<string, string | null>>,
): Generator<JournalEntry<K>> {
  const undone = readUndone(db);
  const rows = db
    .prepare(
      `${SELECT_EVENTS} WHERE stream_kind = @kind AND type IN (SELECT value FROM json_each(@types)) AND (${condition})
       ORDER BY payload ->> 'at', ${FOLD_ORDER}, idx`,
    )
    .iterate({ ...values, kind, types: JSON.stringify(types) });
  for (const row of rows as IterableIterator<EventRow>) {
    if (!undone.has(row.operation)) yield toEntry<K>(kind, row, nameOf(db));
  }
}

/** The last events of some types in some streams (by kind and uid), latest first. */
export function readLastEvents(
  db: Db,
  streams: readonly Stream[],
  types: readonly string[],
  most: number,
): JournalEntry[] {
  const rows = statement(
    db,
    `${SELECT_EVENTS} WHERE (stream_kind, stream) IN (SELECT value ->> 'kind', value ->> 'uid' FROM json_each(?))
       AND type IN (SELECT value FROM json_each(?))
     ORDER BY operation.hlc DESC, operation.device DESC, operation.device_seq DESC, idx DESC LIMIT ?`,
  ).all(JSON.stringify(streams), JSON.stringify(types), most) as EventRow[];
  return rows.map((row) => toEntry(row.stream_kind, row, nameOf(db)));
}

/** All events in fold order. Do not write on this connection until they have all been read. */
export function* readJournal(db: Db): Generator<JournalEntry> {
  // This is not a shared statement, because one that is being iterated is busy.
  const rows = db.prepare(`${SELECT_EVENTS} ORDER BY ${FOLD_ORDER}, idx`).iterate();
  for (const row of rows as IterableIterator<EventRow>) yield toEntry(row.stream_kind, row, nameOf(db));
}

/** The events of one operation. */
export function readOperation(db: Db, operation: string): JournalEntry[] {
  const rows = statement(db, `${SELECT_EVENTS} WHERE operation = ? ORDER BY idx`).all(operation);
  return (rows as EventRow[]).map((row) => toEntry(row.stream_kind, row, nameOf(db)));
}

/** The streams that an operation touched, each once. */
export function readStreamsOf(db: Db, { id }: Operation): Stream[] {
  return distinctStreams(readOperation(db, id).map(({ stream }) => stream));
}

/** The name that a client was first mentioned by, even if that was undone; null if there never was one. */
export function readFormerName(db: Db, uid: string): string | null {
  for (const { event } of readStream(db, { kind: 'client', uid })) {
    if (event.type === 'ClientAdded') return event.name;
  }
  return null;
}

/** The events of an operation as they are stored. */
export function readStoredChanges(db: Db, operation: string): StoredChange[] {
  const rows = statement(db, 'SELECT * FROM event WHERE operation = ? ORDER BY idx').all(operation);
  return (rows as EventRow[]).map((row) => ({
    stream: { kind: row.stream_kind, uid: row.stream },
    type: row.type,
    version: row.version,
    payload: readPayload(row, nameOf(db)),
  }));
}

/** The payload of an event as it is stored. Throws a Refusal if it is damaged. */
function readPayload({ payload, operation, idx }: EventRow, path: string): object {
  try {
    return JSON.parse(payload) as object;
  } catch {
    throw refuseDamaged(path, `event ${idx} of operation ${operation} cannot be read`);
  }
}

/**
 * The payload with every text in it as a row can hold it: JSON can escape half a character (a lone surrogate), which
 * is no text in UTF-8.
 */
function readForFold(row: EventRow, path: string): object {
  const payload = readPayload(row, path);
  return /\\ud/i.test(row.payload) ? (wellFormedIn(payload) as object) : payload;
}

function wellFormedIn(value: unknown): unknown {
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(wellFormedIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [wellFormed(key), wellFormedIn(inner)]),
  );
}

function toEntry<K extends StreamKind>(kind: K, row: EventRow, path: string): JournalEntry<K> {
  const { operation, idx, stream: uid, type, version } = row;
  const event = readEvent(kind, { type, version, payload: readForFold(row, path) });
  if (event === 'unknown') throw refuseNewerFile(path);
  if (event === 'misplaced') throw refuseMisplaced(path, row);
  // `readEvent` has checked that the event belongs to this kind of stream.
  return { operation, idx, stream: { kind, uid }, event } as unknown as JournalEntry<K>;
}

function refuseMisplaced(path: string, { operation, idx, type, stream_kind }: EventRow): Refusal {
  return refuseDamaged(
    path,
    `event ${idx} of operation ${operation} is ${type}, on a stream of kind ${stream_kind}`,
  );
}

/** Whether anything was ever recorded. */
export function hasOperations(db: Db): boolean {
  return statement(db, 'SELECT 1 FROM operation LIMIT 1').get() !== undefined;
}

/** How many operations were recorded. */
export function countOperations(db: Db): number {
  return Number(valueStatement(db, 'SELECT count(*) FROM operation').get());
}

/** All operations in fold order. */
export function readOperations(db: Db): Operation[] {
  return db.prepare(`SELECT ${OPERATION_COLUMNS} FROM operation ORDER BY ${FOLD_ORDER}`).all() as Operation[];
}

/** Operations from the latest to the earliest, one at a time. */
export function* readOperationsBackwards(db: Db): Generator<Operation> {
  const newestFirst = 'hlc DESC, device DESC, device_seq DESC';
  const rows = db.prepare(`SELECT ${OPERATION_COLUMNS} FROM operation ORDER BY ${newestFirst}`).iterate();
  for (const row of rows) yield row as Operation;
}

/** Finds an operation by id; null if there is none. */
export function findOperation(db: Db, id: string): Operation | null {
  const row = statement(db, `SELECT ${OPERATION_COLUMNS} FROM operation WHERE id = ?`).get(id);
  return (row as Operation | undefined) ?? null;
}

/** The operations whose id begins with a text: none, one, or two of several. */
export function findOperationsByPrefix(db: Db, prefix: string): Operation[] {
  // No id has a sign behind DEL.
  const sql = `SELECT ${OPERATION_COLUMNS} FROM operation WHERE id >= ? AND id < ? || char(127) LIMIT 2`;
  return statement(db, sql).all(prefix, prefix) as Operation[];
}

/** The beginning of an operation's id by which it can be named: what no other id begins with, or all of it. */
export function readHandle(db: Db, id: string): string {
  const lengths = Array.from({ length: id.length }, (_, index) => index + 1).slice(LEAST_IN_HANDLE - 1);
  const length = lengths.find((each) => findOperationsByPrefix(db, id.slice(0, each)).length === 1);
  return id.slice(0, length ?? id.length);
}

/** Enough to tell one second from another, so that a later operation rarely begins alike. */
const LEAST_IN_HANDLE = 10;

/** An operation that undoes another, which may be an undo as well. */
export interface Undoing {
  readonly id: string;
  readonly undoes: string;
}

/** The operations that undo others, oldest first. */
export function readUndoings(db: Db): readonly Undoing[] {
  // The + stops SQLite from walking through all operations in order to find the few that undo others.
  const sql = 'SELECT id, undoes FROM operation WHERE undoes IS NOT NULL ORDER BY +hlc, device, device_seq';
  return statement(db, sql).all() as Undoing[];
}

/**
 * Finds the operation at the end of a chain of undo and redo, which no longer counts, or counts again. What undoes
 * nothing is such an end itself.
 */
export function readAffected(db: Db): (operation: Operation) => Operation {
  const ends = chainEnds(readUndoings(db));
  return (operation) => {
    const end = ends.get(operation.id);
    return (end === undefined ? null : findOperation(db, end)) ?? operation;
  };
}

/** The operations that are currently undone. */
export function readUndone(db: Db): ReadonlySet<string> {
  return undoneOperations(readUndoings(db));
}

/** Those of some operations that have a stream in common with others, or one that the others name in their events. */
export function readTouchedBy(
  db: Db,
  operations: ReadonlySet<string>,
  others: ReadonlySet<string>,
): ReadonlySet<string> {
  // Any text may be the uid of a client.
  const touched = valueStatement(
    db,
    `WITH other AS (SELECT stream_kind, stream, payload FROM event
                    WHERE operation IN (SELECT value FROM json_each(@others)))
     SELECT DISTINCT operation FROM event
     WHERE operation IN (SELECT value FROM json_each(@operations))
       AND (stream_kind, stream) IN (
         SELECT stream_kind, stream FROM other
         UNION SELECT 'client', named.value FROM other, json_each(other.payload) AS named WHERE named.type = 'text')`,
  );
  const ids = (set: ReadonlySet<string>) => JSON.stringify([...set]);
  return new Set(touched.all({ operations: ids(operations), others: ids(others) }) as string[]);
}

/** The operations later in fold order that touched one of the streams of this one. */
export function readLaterOnSameStreams(db: Db, operation: Operation): string[] {
  const later = valueStatement(
    db,
    `SELECT DISTINCT operation.id FROM operation JOIN event ON event.operation = operation.id
     WHERE (operation.hlc, operation.device, operation.device_seq) > (@hlc, @device, @deviceSeq)
       AND (stream_kind, stream) IN (SELECT stream_kind, stream FROM event WHERE operation = @id)`,
  );
  return later.all(operation) as string[];
}
