import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** The last day (ISO, of the user) on which each kind of advice was given, so that it is given once a day. Local to this machine. */
export const ADVICE_TABLE = `
CREATE TABLE advice_given (kind TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/** Notes that advice of a kind is given on a day (ISO), and returns whether none was before. Must run inside a write transaction. */
export function claimAdvice(db: Db, kind: string, day: string): boolean {
  const claim = statement(
    db,
    `INSERT INTO advice_given (kind, day) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET day = excluded.day WHERE day <> excluded.day`,
  );
  return claim.run(kind, day).changes > 0;
}
