import type { Instant } from '../domain/time/moment.ts';
import { type Db, writingAside } from './db.ts';
import { statement, valueStatement } from './statement.ts';

/**
 * What a person said about the columns of tables that were imported, by their headings. It is no record: the table is local to
 * this machine, is not exported, and changes by migrations only.
 */
export const TABLE_MAP_TABLE = `
CREATE TABLE table_map (
  headings TEXT PRIMARY KEY,
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  said_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Which headings hold what, by what they hold. */
export type KeptMap = Readonly<Record<string, readonly string[]>>;

/** Keeps what was said about tables with these headings, in place of what was said before. */
export function keepTableMap(db: Db, headings: string, columns: KeptMap, now: Instant): void {
  writingAside(db, () =>
    statement(db, 'INSERT OR REPLACE INTO table_map (headings, columns, said_at) VALUES (?, ?, ?)').run(
      headings,
      JSON.stringify(columns),
      now,
    ),
  );
}

/** What was said about tables with these headings; null if nothing was. */
export function readTableMap(db: Db, headings: string): KeptMap | null {
  const columns = valueStatement(db, 'SELECT columns FROM table_map WHERE headings = ?').get(headings);
  return typeof columns === 'string' ? (JSON.parse(columns) as KeptMap) : null;
}

/** Forgets what was said about tables with these headings. */
export function forgetTableMap(db: Db, headings: string): void {
  writingAside(db, () => statement(db, 'DELETE FROM table_map WHERE headings = ?').run(headings));
}
