import type { Db } from './db.ts';
import { readUndone } from './journal.ts';

/** A client that was merged into another, but has commitments or contacts all the same, and the client that they belong to. */
export interface Stray {
  readonly from: string;
  readonly into: string;
}

/** The strays of a file: another file went on with a client that was merged in this one. */
export function readStrays(db: Db): Stray[] {
  const undone = readUndone(db);
  const merges = db
    .prepare(
      `SELECT stream, operation, payload ->> 'into' AS into_client FROM event
       WHERE stream_kind = 'client' AND type = 'ClientMerged'`,
    )
    .all() as { stream: string; operation: string; into_client: string }[];
  const heirs = new Map(
    merges.filter(({ operation }) => !undone.has(operation)).map((row) => [row.stream, row.into_client]),
  );
  const strayed = db
    .prepare(
      `SELECT client FROM commitment UNION SELECT who FROM commitment UNION SELECT client FROM contact
       EXCEPT SELECT uid FROM client`,
    )
    .pluck()
    .all() as (string | null)[];
  const known = new Set(db.prepare('SELECT uid FROM client').pluck().all() as string[]);
  return strayed.flatMap((from) => {
    const into = from === null ? null : heirOf(from, heirs, known);
    return from === null || into === null ? [] : [{ from, into }];
  });
}

/** Who stands for a client at the end of a chain of merges; null where two were merged into each other. */
function heirOf(uid: string, heirs: ReadonlyMap<string, string>, known: ReadonlySet<string>): string | null {
  const passed = new Set<string>();
  for (let heir = heirs.get(uid); heir !== undefined && !passed.has(heir); heir = heirs.get(heir)) {
    if (known.has(heir)) return heir;
    passed.add(heir);
  }
  return null;
}
