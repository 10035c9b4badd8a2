import { createRequire } from 'node:module';
import { lazy } from '../domain/base/memo.ts';
import type { Db } from './db.ts';
import type { EventRow, OperationRow } from './schema.ts';
import { statement, valueStatement } from './statement.ts';

/** The table of the checksums: one for each operation, and append-only like the journal. */
export const CHECKSUM_TABLE = `
CREATE TABLE checksum (operation TEXT PRIMARY KEY REFERENCES operation (id), value TEXT NOT NULL) STRICT;
CREATE TRIGGER checksum_no_update BEFORE UPDATE ON checksum
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER checksum_no_delete BEFORE DELETE ON checksum
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
`;

/** Loaded when the first checksum is made, because most commands make none. */
const crypto = lazy(() => createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto'));

/**
 * The checksum of an operation with its events in order: 128 bits of SHA-256 over all that is stored of them. It tells
 * a damaged byte from a recorded one; it does not protect from somebody who writes to the file on purpose.
 */
export function checksumOf(operation: OperationRow, events: readonly EventRow[]): string {
  const { id, device, device_seq, hlc, recorded_at, zone, verb, undoes } = operation;
  const stored = [
    [id, device, device_seq, hlc, recorded_at, zone, verb, undoes],
    ...events.map(({ idx, stream_kind, stream, type, version, payload }) => [
      idx,
      stream_kind,
      stream,
      type,
      version,
      payload,
    ]),
  ];
  return crypto().createHash('sha256').update(JSON.stringify(stored)).digest('hex').slice(0, 32);
}

/** Writes the checksum of an operation that is complete. Must run inside the transaction that wrote it. */
export function sealOperation(db: Db, id: string): void {
  const row = statement(db, 'SELECT * FROM operation WHERE id = ?').get(id) as OperationRow;
  const insert = statement(db, 'INSERT INTO checksum (operation, value) VALUES (?, ?)');
  insert.run(id, checksumOf(row, readEventRows(db, id)));
}

/** Writes the checksums of all operations that have none. Must run inside a write transaction. */
export function sealAll(db: Db): void {
  const unsealed = 'SELECT id FROM operation WHERE id NOT IN (SELECT operation FROM checksum)';
  for (const id of db.prepare(unsealed).pluck().all() as string[]) sealOperation(db, id);
}

/** A stretch of the journal, in the order in which the file took it in; by rowid, without the first. */
interface Stretch {
  readonly after: number;
  readonly upTo: number;
}

const EVERYTHING: Stretch = { after: 0, upTo: Number.MAX_SAFE_INTEGER };

/** The operations that are not as they were recorded: some byte of them was altered, or an event is gone. */
export function readAltered(db: Db, stretch: Stretch = EVERYTHING): OperationRow[] {
  const operations = statement(
    db,
    'SELECT * FROM main.operation WHERE rowid > @after AND rowid <= @upTo ORDER BY rowid',
  ).all(stretch);
  const sum = valueStatement(db, 'SELECT value FROM main.checksum WHERE operation = ?');
  return (operations as OperationRow[]).filter(
    (operation) => sum.get(operation.id) !== checksumOf(operation, readEventRows(db, operation.id)),
  );
}

function readEventRows(db: Db, operation: string): EventRow[] {
  return statement(db, 'SELECT * FROM main.event WHERE operation = ? ORDER BY idx').all(
    operation,
  ) as EventRow[];
}
