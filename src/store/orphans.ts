import type { Db } from './db.ts';
import { readUndone } from './journal.ts';

/** A client that was merged into another but still has records, because another file went on using it. */
export interface Orphan {
  readonly from: string;
  readonly into: string;
  /**
   * The name of the client it was merged into, if that is gone too, because two files merged the same clients
   * in opposite directions; else null.
   */
  readonly lost: string | null;
}

/** Finds the orphans in the database. */
export function readOrphans(db: Db): Orphan[] {
  const undone = readUndone(db);
  const merges = db
    .prepare(
      `SELECT stream, operation, payload ->> 'into' AS into_client, payload ->> 'name' AS name FROM event
       WHERE stream_kind = 'client' AND type = 'ClientMerged'`,
    )
    .all() as { stream: string; operation: string; into_client: string; name: string }[];
  const effective = merges.filter(({ operation }) => !undone.has(operation));
  const heirs = new Map(effective.map((row) => [row.stream, row.into_client]));
  const names = new Map(effective.map((row) => [row.stream, row.name]));
  const missing = db
    .prepare(
      `SELECT client FROM commitment UNION SELECT who FROM commitment UNION SELECT client FROM contact UNION SELECT client FROM answer
       UNION SELECT client FROM project UNION SELECT client FROM standing UNION SELECT who FROM standing
       EXCEPT SELECT uid FROM client`,
    )
    .pluck()
    .all() as (string | null)[];
  const existing = new Set(db.prepare('SELECT uid FROM client').pluck().all() as string[]);
  return missing.flatMap((from) => {
    const into = from === null ? null : heirOf(from, heirs, existing);
    if (from === null || into === null) return [];
    return [{ from, into, lost: existing.has(into) ? null : (names.get(into) ?? null) }];
  });
}

/**
 * Follows a chain of merges to the client that remains. If clients were merged into each other, the oldest
 * remains, so that all files agree. Null if the client was never merged.
 */
function heirOf(
  uid: string,
  heirs: ReadonlyMap<string, string>,
  existing: ReadonlySet<string>,
): string | null {
  const passed = [uid];
  for (let heir = heirs.get(uid); heir !== undefined; heir = heirs.get(heir)) {
    if (existing.has(heir)) return heir;
    const begin = passed.indexOf(heir);
    if (begin >= 0) return passed.slice(begin).sort()[0] ?? null;
    passed.push(heir);
  }
  return null;
}
