import type { Change } from '../domain/streams/events.ts';
import { epoch, type Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import type { Operation, StoredEvent } from './journal.ts';
import { newUid } from './uid.ts';
import { currentVersion } from './upcast.ts';

/** What a command brings to the journal; the rest of the operation follows from the file. */
export interface NewOperation {
  readonly recordedAt: Instant;
  readonly zone: string;
  readonly verb: string;
  readonly undoes?: string;
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
