import type { StreamKind } from '../domain/streams/events.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { listStatement } from './statement.ts';

/** How many operations changed something, those that undo others among them, and when the last was recorded. */
export interface StoredRevision {
  readonly count: number;
  readonly at: Instant | null;
}

/**
 * The operations with an event that meets a condition, those that undid one of them, and those that brought it back, each with the
 * stream (`of`) that it counts for. Few operations undo others, so these are followed from there. The condition may name what is
 * joined to the events.
 */
function changesOf(of: string, condition: string, joined = ''): string {
  return `WITH RECURSIVE
    undoing(id, target) AS (
      SELECT id, undoes FROM operation WHERE undoes IS NOT NULL
      UNION SELECT operation.id, target FROM undoing JOIN operation ON operation.undoes = undoing.id),
    change(operation, stream) AS (
      SELECT operation, ${of} FROM ${joined && `${joined} CROSS JOIN`} event WHERE ${condition}
      UNION SELECT undoing.id, ${of} FROM undoing CROSS JOIN event ON event.operation = target
        ${joined && `CROSS JOIN ${joined}`} WHERE ${condition})`;
}

/** How often each of some streams of a kind was changed, by uid. Nothing ever makes the count smaller. */
export function readRevisions(
  db: Db,
  kind: StreamKind,
  uids: readonly string[],
): ReadonlyMap<string, StoredRevision> {
  const rows = listStatement(
    db,
    `${changesOf('stream', 'stream_kind = @kind AND stream IN (SELECT value FROM json_each(@uids))')}
     SELECT stream, count(*), max(recorded_at) FROM change JOIN operation ON operation.id = change.operation
     GROUP BY stream`,
  ).all({ kind, uids: JSON.stringify(uids) }) as [string, number, Instant][];
  return new Map(rows.map(([uid, count, at]) => [uid, { count, at }]));
}

/**
 * How often each of some standing promises was changed, by uid, or any time of it: when one of them is done, the others may come at
 * another time.
 */
export function readRevisionsOfStandings(
  db: Db,
  uids: readonly string[],
): ReadonlyMap<string, StoredRevision> {
  // The uid of a time is that of the standing promise, a hyphen, and what follows; behind the hyphen comes the full stop.
  const isOfIt = `((stream_kind = 'standing' AND stream = standing.value)
    OR (stream_kind = 'commitment' AND stream >= standing.value || '-' AND stream < standing.value || '.'))`;
  const rows = listStatement(
    db,
    `${changesOf('standing.value', isOfIt, 'json_each(@uids) AS standing')}
     SELECT stream, count(*), max(recorded_at) FROM change JOIN operation ON operation.id = change.operation
     GROUP BY stream`,
  ).all({ uids: JSON.stringify(uids) }) as [string, number, Instant][];
  return new Map(rows.map(([uid, count, at]) => [uid, { count, at }]));
}

/** How often the days away and the details of any client were changed, which all dates that are reckoned depend on. */
export function readRevisionOfClocks(db: Db): StoredRevision {
  const [count, at] = listStatement(
    db,
    `${changesOf("''", "(stream_kind = 'away' OR (stream_kind = 'client' AND type = 'ClientDetailsChanged'))")}
     SELECT count(*), max(recorded_at) FROM change JOIN operation ON operation.id = change.operation`,
  ).get() as [number, Instant | null];
  return { count, at };
}
