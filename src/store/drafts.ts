import type { Draft, DraftKind } from '../domain/streams/draft.ts';
import type { Db } from './db.ts';
import { statement, valueStatement } from './statement.ts';

/**
 * The last draft of each kind for a commitment, or for a client where it is about none. Drafts are no record: the table is
 * local to this machine, is not exported, and changes by migrations only.
 */
export const DRAFT_TABLE = `
CREATE TABLE draft (
  about TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  made_at TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (about, kind)
) STRICT;
CREATE INDEX draft_id ON draft (id);
`;

/**
 * Keeps a draft in place of the last one of its kind for each commitment that it is about. The new row is the last one, also
 * where the clock stands still.
 */
export function keepDraft(db: Db, draft: Draft): void {
  const keep = statement(
    db,
    'INSERT OR REPLACE INTO draft (about, kind, id, made_at, content) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { commitment, kind } of draft.parts) {
    keep.run(commitment ?? draft.client, kind, draft.id, draft.madeAt, JSON.stringify(draft));
  }
}

/** The draft with an id; null if another one took its place. */
export function readDraft(db: Db, id: string): Draft | null {
  return toDraft(valueStatement(db, 'SELECT content FROM draft WHERE id = ? LIMIT 1').get(id));
}

/** The last draft for a commitment or a client (by uid), of one kind or of any; null if there is none. */
export function readLastDraft(db: Db, about: string, kind: DraftKind | null): Draft | null {
  const last = valueStatement(
    db,
    'SELECT content FROM draft WHERE about = ? AND (kind = ? OR ? IS NULL) ORDER BY rowid DESC LIMIT 1',
  ).get(about, kind, kind);
  return toDraft(last);
}

/** The last draft, of one kind or of any, for all that a client should hear; null if there is none. */
export function readLastDraftForAll(db: Db, client: string, kind: DraftKind | null): Draft | null {
  const last = valueStatement(
    db,
    `SELECT content FROM draft
     WHERE json_extract(content, '$.isForAll') AND json_extract(content, '$.client') = ? AND (kind = ? OR ? IS NULL)
     ORDER BY rowid DESC LIMIT 1`,
  ).get(client, kind, kind);
  return toDraft(last);
}

function toDraft(content: unknown): Draft | null {
  return typeof content === 'string' ? (JSON.parse(content) as Draft) : null;
}
