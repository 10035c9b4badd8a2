import type { Change, StreamKind } from '../domain/streams/events.ts';
import { currentVersion } from '../domain/streams/registry.ts';
import { epoch, type Instant } from '../domain/time/moment.ts';
import { sealOperation } from './checksum.ts';
import type { Db } from './db.ts';
import { MOST_OPERATIONS, type Operation, type StoredChange } from './journal.ts';
import type { EventRow, OperationRow } from './schema.ts';
import { statement, valueStatement } from './statement.ts';
import { newUid } from './uid.ts';

/** What a command says about its operation; the other fields follow from the database. */
export interface NewOperation {
  readonly recordedAt: Instant;
  readonly zone: string;
  readonly verb: string;
  readonly undoes?: string;
}

/**
 * Starts an operation and returns its id. It has to be sealed once it is complete. Must run inside a write transaction.
 */
export function appendOperation(db: Db, operation: NewOperation): string {
  const id = newUid(operation.recordedAt);
  insertOperation(db, {
    id,
    ...nextPlace(db, operation.recordedAt),
    hlc: tick(db, operation.recordedAt),
    recordedAt: operation.recordedAt,
    zone: operation.zone,
    verb: operation.verb,
    undoes: operation.undoes ?? null,
  });
  return id;
}

/** Appends a whole operation, and returns its id. Must run inside a write transaction. */
export function recordOperation(db: Db, operation: NewOperation, changes: readonly Change[] = []): string {
  const id = appendOperation(db, operation);
  appendChanges(db, id, changes, 0);
  sealOperation(db, id);
  return id;
}

/** Appends events to the operation just started; `firstIdx` is the index of the first. */
export function appendChanges(db: Db, operation: string, changes: readonly Change[], firstIdx: number): void {
  changes.forEach((change, index) => {
    insertEvent(db, operation, firstIdx + index, toStored(change));
  });
}

function toStored<K extends StreamKind>({ stream, event }: Change<K>): StoredChange {
  const { type, ...payload } = event;
  return { stream, type, version: currentVersion<K>(stream.kind, type), payload };
}

/** Inserts an operation unchanged. */
export function insertOperation(db: Db, operation: Operation): void {
  const { deviceSeq, recordedAt, ...same } = operation;
  insertOperationRow(db, { ...same, device_seq: deviceSeq, recorded_at: recordedAt });
}

/** Inserts an event of an operation unchanged. */
export function insertEvent(db: Db, operation: string, idx: number, event: StoredChange): void {
  const { stream, type, version, payload } = event;
  insertEventRow(db, {
    operation,
    idx,
    stream_kind: stream.kind,
    stream: stream.uid,
    type,
    version,
    payload: JSON.stringify(payload),
  });
}

/** Inserts an operation as it is stored. */
export function insertOperationRow(db: Db, row: OperationRow): void {
  const insert = statement(
    db,
    `INSERT INTO operation (id, device, device_seq, hlc, recorded_at, zone, verb, undoes)
     VALUES (@id, @device, @device_seq, @hlc, @recorded_at, @zone, @verb, @undoes)`,
  );
  insert.run(row);
}

/** Inserts an event as it is stored. */
export function insertEventRow(db: Db, row: EventRow): void {
  const insert = statement(
    db,
    `INSERT INTO event (operation, idx, stream_kind, stream, type, version, payload)
     VALUES (@operation, @idx, @stream_kind, @stream, @type, @version, @payload)`,
  );
  insert.run(row);
}

/** Adds a device to the journal if it is not there yet. */
export function insertDevice(db: Db, device: string): void {
  db.prepare('INSERT OR IGNORE INTO device (id) VALUES (?)').run(device);
}

/** The next place among the operations of this device. One that has counted all it may goes on as another. */
function nextPlace(db: Db, now: Instant): Pick<Operation, 'device' | 'deviceSeq'> {
  const device = thisDevice(db) ?? newDevice(db, now);
  const last = valueStatement(db, 'SELECT coalesce(max(device_seq), 0) FROM operation WHERE device = ?');
  const deviceSeq = Number(last.get(device)) + 1;
  return deviceSeq <= MOST_OPERATIONS ? { device, deviceSeq } : { device: newDevice(db, now), deviceSeq: 1 };
}

function thisDevice(db: Db): string | null {
  const device = valueStatement(db, `SELECT value FROM meta WHERE key = 'device'`).get();
  return typeof device === 'string' ? device : null;
}

function newDevice(db: Db, now: Instant): string {
  const device = newUid(now);
  insertDevice(db, device);
  db.prepare(`INSERT OR REPLACE INTO meta (key, value) VALUES ('device', ?)`).run(device);
  return device;
}

/**
 * The next reading of the hybrid logical clock (Kulkarni et al., 2014): the wall clock, but never behind the
 * last operation in the file. Within the same millisecond a counter is incremented, and when that is full, the
 * millisecond.
 */
function tick(db: Db, now: Instant): string {
  const last = valueStatement(db, 'SELECT max(hlc) FROM operation').get();
  const [lastMs = 0, lastCount = 0] =
    typeof last === 'string' ? last.split('-').map((part) => Number.parseInt(part, 10)) : [];
  const ms = Math.max(epoch(now), lastMs);
  const count = ms === lastMs ? lastCount + 1 : 0;
  return count < COUNTS ? writeClock(ms, count) : writeClock(ms + 1, 0);
}

/** How many readings there are in one millisecond. */
const COUNTS = 1_000_000;

function writeClock(ms: number, count: number): string {
  return `${String(ms).padStart(15, '0')}-${String(count).padStart(6, '0')}`;
}
