import type { DomainEvent, Stream, StreamKind } from '../domain/streams/events.ts';
import { type Recorded, undoneOperations } from '../domain/streams/fold.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { upcast } from './upcast.ts';

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

/** One fact of the journal, as today's event, with its operation and place. */
export interface JournalEntry extends Recorded {
  readonly idx: number;
  readonly stream: Stream;
}

/** One fact as it is stored. */
export interface StoredEvent {
  readonly stream: Stream;
  readonly type: string;
  readonly version: number;
  readonly payload: object;
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
}

const SELECT_EVENTS = 'SELECT event.* FROM event JOIN operation ON operation.id = event.operation';

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

/** One operation; null when there is none of this id. */
export function findOperation(db: Db, id: string): Operation | null {
  const row = db.prepare(`SELECT ${OPERATION_COLUMNS} FROM operation WHERE id = ?`).get(id);
  return (row as Operation | undefined) ?? null;
}

/** The operation at the end of a chain of undo and redo: the one that no longer counts, or counts again. */
export function affectedBy(db: Db, operation: Operation): Operation {
  const undone = operation.undoes === null ? null : findOperation(db, operation.undoes);
  return undone ? affectedBy(db, undone) : operation;
}

/** The operations that are undone just now. */
export function readUndone(db: Db): ReadonlySet<string> {
  // The + keeps SQLite from walking through all operations in their order to find the few that undo others.
  const undos = db
    .prepare('SELECT id, undoes FROM operation WHERE undoes IS NOT NULL ORDER BY +hlc, device, device_seq')
    .all();
  return undoneOperations(undos as { id: string; undoes: string }[]);
}

/** The operations after another one, in fold order, that touched one of the streams that it touched. */
export function readLaterOnSameStreams(db: Db, operation: Operation): string[] {
  return db
    .prepare(
      `SELECT DISTINCT operation.id FROM operation JOIN event ON event.operation = operation.id
       WHERE (operation.hlc, operation.device, operation.device_seq) > (@hlc, @device, @deviceSeq)
         AND (stream_kind, stream) IN (SELECT stream_kind, stream FROM event WHERE operation = @id)`,
    )
    .pluck()
    .all(operation) as string[];
}
