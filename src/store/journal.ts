import { ulid } from 'ulid';
import type { Change, DomainEvent, Stream, StreamKind } from '../domain/events.ts';
import { type Recorded, undoneOperations } from '../domain/fold.ts';
import { epoch, type Instant } from '../domain/moment.ts';
import type { Db } from './open.ts';
import { currentVersion, upcast } from './upcast.ts';

/** One command's change to the journal. */
export interface Operation {
  readonly id: string;
  readonly device: string;
  readonly deviceSeq: number;
  readonly hlc: string;
  readonly recordedAt: Instant;
  /** IANA zone in which the command was given. */
  readonly zone: string;
  readonly verb: string;
  /** The operation that this one undoes. */
  readonly undoes: string | null;
}

/** What a command brings to the journal; the rest of the operation follows from the file. */
export interface NewOperation {
  readonly recordedAt: Instant;
  readonly zone: string;
  readonly verb: string;
  readonly undoes?: string;
}

/** One fact of the journal, as today's event, with its operation and place. */
export interface JournalEntry extends Recorded {
  readonly idx: number;
  readonly stream: Stream;
  readonly recordedAt: Instant;
}

const FOLD_ORDER = 'operation.hlc, operation.device, operation.device_seq';

const OPERATION_COLUMNS = `id, device, device_seq AS deviceSeq, hlc, recorded_at AS recordedAt, zone, verb, undoes`;

interface EventRow {
  operation: string;
  idx: number;
  stream_kind: StreamKind;
  stream: string;
  type: string;
  version: number;
  payload: string;
  recorded_at: string;
}

const SELECT_EVENTS = `
  SELECT event.*, operation.recorded_at FROM event JOIN operation ON operation.id = event.operation`;

/** A new uid: 26 characters, in the order of time. */
export function newUid(now: Instant): string {
  return ulid(epoch(now));
}

/** Appends one operation with its facts. Must run inside a write transaction. */
export function append(db: Db, operation: NewOperation, changes: readonly Change[]): string {
  const id = newUid(operation.recordedAt);
  const device = thisDevice(db, operation.recordedAt);
  const seq = Number(
    db.prepare('SELECT coalesce(max(device_seq), 0) + 1 FROM operation WHERE device = ?').pluck().get(device),
  );
  insertOperation(db, {
    id,
    device,
    deviceSeq: seq,
    hlc: tick(db, operation.recordedAt),
    recordedAt: operation.recordedAt,
    zone: operation.zone,
    verb: operation.verb,
    undoes: operation.undoes ?? null,
  });
  changes.forEach(({ stream, event }, idx) => {
    const { type, ...payload } = event;
    insertEvent(db, id, idx, { stream, type, version: currentVersion(type), payload });
  });
  return id;
}

/** Writes one operation as it is. */
export function insertOperation(db: Db, operation: Operation): void {
  db.prepare(
    `INSERT INTO operation (id, device, device_seq, hlc, recorded_at, zone, verb, undoes)
     VALUES (@id, @device, @deviceSeq, @hlc, @recordedAt, @zone, @verb, @undoes)`,
  ).run(operation);
}

/** One fact as it is stored. */
export interface StoredEvent {
  readonly stream: Stream;
  readonly type: string;
  readonly version: number;
  readonly payload: object;
}

/** Writes one fact of an operation as it is. */
export function insertEvent(db: Db, operation: string, idx: number, event: StoredEvent): void {
  db.prepare(
    `INSERT INTO event (operation, idx, stream_kind, stream, type, version, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    operation,
    idx,
    event.stream.kind,
    event.stream.uid,
    event.type,
    event.version,
    JSON.stringify(event.payload),
  );
}

/** Makes a device known to the journal; again: changes nothing. */
export function insertDevice(db: Db, device: string): void {
  db.prepare('INSERT OR IGNORE INTO device (id) VALUES (?)').run(device);
}

/** The facts of one stream, in fold order, those of undone operations among them. */
export function readStream(db: Db, { kind, uid }: Stream): JournalEntry[] {
  const rows = db
    .prepare(`${SELECT_EVENTS} WHERE stream_kind = ? AND stream = ? ORDER BY ${FOLD_ORDER}, idx`)
    .all(kind, uid) as EventRow[];
  return rows.map((row) => toEntry(row, db.name));
}

/** All facts, in fold order. Nothing may be written on this connection while it is being read. */
export function* readJournal(db: Db): Generator<JournalEntry> {
  const rows = db.prepare(`${SELECT_EVENTS} ORDER BY ${FOLD_ORDER}, idx`).iterate();
  for (const row of rows) yield toEntry(row as EventRow, db.name);
}

/** The facts of one operation. */
export function readOperation(db: Db, operation: string): JournalEntry[] {
  const rows = db.prepare(`${SELECT_EVENTS} WHERE operation = ? ORDER BY idx`).all(operation);
  return (rows as EventRow[]).map((row) => toEntry(row, db.name));
}

/** The facts of one operation as they are stored. */
export function readStoredEvents(db: Db, operation: string): StoredEvent[] {
  const rows = db.prepare('SELECT * FROM event WHERE operation = ? ORDER BY idx').all(operation);
  return (rows as EventRow[]).map((row) => ({
    stream: { kind: row.stream_kind, uid: row.stream },
    type: row.type,
    version: row.version,
    payload: JSON.parse(row.payload) as object,
  }));
}

function toEntry(row: EventRow, path: string): JournalEntry {
  return {
    operation: row.operation,
    idx: row.idx,
    stream: { kind: row.stream_kind, uid: row.stream },
    event: upcast(row.type, row.version, row.payload, path) as DomainEvent,
    recordedAt: row.recorded_at,
  };
}

/** All operations in fold order. */
export function readOperations(db: Db): Operation[] {
  return db.prepare(`SELECT ${OPERATION_COLUMNS} FROM operation ORDER BY ${FOLD_ORDER}`).all() as Operation[];
}

/** The youngest operations first, one at a time. */
export function* readOperationsBackwards(db: Db): Generator<Operation> {
  const newestFirst = 'hlc DESC, device DESC, device_seq DESC';
  const rows = db.prepare(`SELECT ${OPERATION_COLUMNS} FROM operation ORDER BY ${newestFirst}`).iterate();
  for (const row of rows) yield row as Operation;
}

/** The operations that are undone just now. */
export function readUndone(db: Db): ReadonlySet<string> {
  const undos = db
    .prepare(`SELECT id, undoes FROM operation WHERE undoes IS NOT NULL ORDER BY ${FOLD_ORDER}`)
    .all();
  return undoneOperations(undos as { id: string; undoes: string }[]);
}

/** The operations after another one, in fold order, that touched one of the streams that it touched, or that it undid. */
export function readLaterOnSameStreams(db: Db, operation: Operation, touching: string): string[] {
  return db
    .prepare(
      `SELECT DISTINCT operation.id FROM operation JOIN event ON event.operation = operation.id
       WHERE (operation.hlc, operation.device, operation.device_seq) > (@hlc, @device, @deviceSeq)
         AND (stream_kind, stream) IN (SELECT stream_kind, stream FROM event WHERE operation = @touching)`,
    )
    .pluck()
    .all({ ...operation, touching }) as string[];
}

function thisDevice(db: Db, now: Instant): string {
  const known = db.prepare(`SELECT value FROM meta WHERE key = 'device'`).pluck().get();
  if (typeof known === 'string') return known;
  const device = newUid(now);
  insertDevice(db, device);
  db.prepare(`INSERT INTO meta (key, value) VALUES ('device', ?)`).run(device);
  return device;
}

/**
 * The next reading of the hybrid logical clock (Kulkarni et al., 2014): the wall clock, but never behind the last
 * operation in the file; within the same millisecond a counter goes on.
 */
function tick(db: Db, now: Instant): string {
  const last = db.prepare('SELECT max(hlc) FROM operation').pluck().get();
  const [lastMs = 0, lastCount = 0] =
    typeof last === 'string' ? last.split('-').map((part) => Number.parseInt(part, 10)) : [];
  const ms = Math.max(epoch(now), lastMs);
  const count = ms === lastMs ? lastCount + 1 : 0;
  return `${String(ms).padStart(15, '0')}-${String(count).padStart(6, '0')}`;
}
