import type { Db } from './db.ts';
import { readUndone } from './journal.ts';

/** A client that was merged into another, but has commitments or contacts all the same, and the client that they belong to. */
export interface Stray {
  readonly from: string;
  readonly into: string;
  /** The name of that client where it is gone as well, because two files merged the same clients the other way round. */
  readonly lost: string | null;
}

/** The strays of a file: another file went on with a client that was merged in this one. */
export function readStrays(db: Db): Stray[] {
  const undone = readUndone(db);
  const merges = db
    .prepare(
      `SELECT stream, operation, payload ->> 'into' AS into_client, payload ->> 'name' AS name FROM event
       WHERE stream_kind = 'client' AND type = 'ClientMerged'`,
    )
    .all() as { stream: string; operation: string; into_client: string; name: string }[];
  const standing = merges.filter(({ operation }) => !undone.has(operation));
  const heirs = new Map(standing.map((row) => [row.stream, row.into_client]));
  const names = new Map(standing.map((row) => [row.stream, row.name]));
  const strayed = db
    .prepare(
      `SELECT client FROM commitment UNION SELECT who FROM commitment UNION SELECT client FROM contact UNION SELECT client FROM answer
       EXCEPT SELECT uid FROM client`,
    )
    .pluck()
    .all() as (string | null)[];
  const known = new Set(db.prepare('SELECT uid FROM client').pluck().all() as string[]);
  return strayed.flatMap((from) => {
    const into = from === null ? null : heirOf(from, heirs, known);
    if (from === null || into === null) return [];
    return [{ from, into, lost: known.has(into) ? null : (names.get(into) ?? null) }];
  });
}

/**
 * Who stands for a client at the end of a chain of merges; of clients that were merged into each other the oldest, so that
 * every file comes to the same one. Null for one that was never merged.
 */
function heirOf(uid: string, heirs: ReadonlyMap<string, string>, known: ReadonlySet<string>): string | null {
  const passed = [uid];
  for (let heir = heirs.get(uid); heir !== undefined; heir = heirs.get(heir)) {
    if (known.has(heir)) return heir;
    const begin = passed.indexOf(heir);
    if (begin >= 0) return passed.slice(begin).sort()[0] ?? null;
    passed.push(heir);
  }
  return null;
}
