import type { SearchHit } from '../domain/streams/search-hit.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** A match, with the uid of the commitment that it is about. */
export interface FoundWords extends Omit<SearchHit, 'commitment'> {
  readonly commitment: string | null;
}

/** Limits a search: to one client, to open commitments, to a number of matches. */
export interface Wanted {
  readonly client: string | null;
  readonly isOpen: boolean;
  readonly limit: number;
}

/**
 * The rows that contain all the sought words (see `soughtWords`) in any order, each as a word or as the
 * beginning of one. Letter case and accents do not matter. The best matches come first, and the latest
 * among equals.
 */
export function findWords(db: Db, sought: readonly string[], wanted: Wanted): FoundWords[] {
  if (sought.length === 0) return [];
  const { client, isOpen, limit } = wanted;
  // If nothing is filtered out afterwards, only the best matches have to be looked up.
  const most = client === null && !isOpen ? limit : -1;
  const query = statement(
    db,
    `WITH hit AS (
       SELECT rowid AS id, rank AS score FROM words_index WHERE words_index MATCH @query
       ORDER BY rank, rowid DESC LIMIT @most)
     SELECT words.stream_kind AS kind, words.at, words.text, contact.direction, contact.via,
       commitment.uid AS commitment, project.name AS project,
       CASE words.stream_kind
         WHEN 'client' THEN words.stream
         WHEN 'contact' THEN contact.client
         WHEN 'review' THEN answer.client
         WHEN 'project' THEN project.client
         ELSE coalesce(commitment.client, commitment.who)
       END AS client
     FROM hit JOIN words ON words.id = hit.id
       LEFT JOIN contact ON contact.uid = words.stream
       LEFT JOIN answer ON answer.uid = words.stream
       LEFT JOIN project ON project.uid = words.stream
       LEFT JOIN commitment ON commitment.uid = CASE words.stream_kind
         WHEN 'standing' THEN (SELECT uid FROM commitment AS time WHERE time.occurrence_standing = words.stream
                               ORDER BY time.occurrence_on DESC LIMIT 1)
         ELSE coalesce(contact.about, contact.opened, words.stream) END
     WHERE (@client IS NULL
         OR @client IN (words.stream, contact.client, commitment.client, commitment.who, answer.client, project.client))
       AND (NOT @isOpen OR commitment.uid IS NOT NULL AND commitment.closed_at IS NULL
         OR project.uid IS NOT NULL AND project.closed_at IS NULL)
     ORDER BY hit.score, words.at DESC, hit.id LIMIT @limit`,
  );
  return query.all({ query: queryOf(sought), client, isOpen: Number(isOpen), most, limit }) as FoundWords[];
}

/** Each word as a quoted prefix, so that nothing in it is read as an operator of the query language. */
function queryOf(sought: readonly string[]): string {
  return sought.map((words) => `"${words}"*`).join(' ');
}
