import type { StreamKind } from '../domain/streams/events.ts';

/** Marks the file as ours ("fup1"). */
export const APPLICATION_ID = 0x66757031;

/**
 * The journal in its first version: append-only, and ready for several devices. `hlc` is a hybrid logical clock (milliseconds and a
 * counter) that never runs backwards; the fold order is (hlc, device, device_seq, idx).
 */
export const FIRST_SCHEMA = `
CREATE TABLE device (id TEXT PRIMARY KEY) STRICT;
CREATE TABLE operation (
  id TEXT PRIMARY KEY,
  device TEXT NOT NULL REFERENCES device (id),
  device_seq INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  zone TEXT NOT NULL,
  verb TEXT NOT NULL,
  undoes TEXT REFERENCES operation (id),
  UNIQUE (device, device_seq)
) STRICT;
CREATE INDEX operation_order ON operation (hlc, device, device_seq);
CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE event (
  operation TEXT NOT NULL REFERENCES operation (id),
  idx INTEGER NOT NULL,
  stream_kind TEXT NOT NULL,
  stream TEXT NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  PRIMARY KEY (operation, idx)
) STRICT;
CREATE INDEX event_stream ON event (stream_kind, stream);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
${['device', 'operation', 'event']
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (change) => `
CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;`,
    ),
  )
  .join('')}
`;

/** An operation as it is stored. */
export interface OperationRow {
  readonly id: string;
  readonly device: string;
  readonly device_seq: number;
  readonly hlc: string;
  readonly recorded_at: string;
  readonly zone: string;
  readonly verb: string;
  readonly undoes: string | null;
}

/** An event as it is stored; `payload` is JSON. */
export interface EventRow {
  readonly operation: string;
  readonly idx: number;
  readonly stream_kind: StreamKind;
  readonly stream: string;
  readonly type: string;
  readonly version: number;
  readonly payload: string;
}
