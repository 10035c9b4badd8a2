import type { StreamKind } from '../domain/streams/events.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { listStatement } from './statement.ts';

/** How many operations changed something, those that undo others among them, and when the last was recorded. */
export interface StoredRevision {
  readonly count: number;
  readonly at: Instant | null;
}

/** All operations that touched a stream (`touching`), and those that undid one of them, or brought it back. */
function withUndoing(touching: string): string {
  return `WITH RECURSIVE change(operation, stream) AS (
      ${touching}
      UNION SELECT operation.id, change.stream FROM change JOIN operation ON operation.undoes = change.operation)`;
}

/** How often each of some streams of a kind was changed, by uid. Nothing ever makes the count smaller. */
export function readRevisions(
  db: Db,
  kind: StreamKind,
  uids: readonly string[],
): ReadonlyMap<string, StoredRevision> {
  const rows = listStatement(
    db,
    `${withUndoing(`SELECT operation, stream FROM event
       WHERE stream_kind = ? AND stream IN (SELECT value FROM json_each(?))`)}
     SELECT stream, count(*), max(recorded_at) FROM change JOIN operation ON operation.id = change.operation
     GROUP BY stream`,
  ).all(kind, JSON.stringify(uids)) as [string, number, Instant][];
  return new Map(rows.map(([uid, count, at]) => [uid, { count, at }]));
}

/** How often the days away and the details of any client were changed, which all dates that are reckoned depend on. */
export function readRevisionOfClocks(db: Db): StoredRevision {
  const [count, at] = listStatement(
    db,
    `${withUndoing(`SELECT operation, '' FROM event
       WHERE stream_kind = 'away' OR (stream_kind = 'client' AND type = 'ClientDetailsChanged')`)}
     SELECT count(*), max(recorded_at) FROM change JOIN operation ON operation.id = change.operation`,
  ).get() as [number, Instant | null];
  return { count, at };
}

/** The uids of the periods away that were cancelled, whether or not that was undone since. */
export function readCancelledAway(db: Db): string[] {
  const rows = listStatement(
    db,
    `SELECT DISTINCT stream FROM event WHERE stream_kind = 'away' AND type = 'AwayCancelled' ORDER BY stream`,
  );
  return (rows.all() as [string][]).map(([uid]) => uid);
}
