import type { ClientRecord } from '../domain/agenda/attention.ts';
import type { FinishedWork } from '../domain/planning/work-history.ts';
import type { Away } from '../domain/streams/away.ts';
import type { Client } from '../domain/streams/client.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import type { AnswerGiven } from '../domain/streams/review.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import {
  type ClientDetails,
  fromClientRow,
  fromCommitmentRows,
  fromContactRow,
  type Row,
  type Values,
} from './read-tables.ts';

/** All commitments by number, or only those that are open or were closed at or after an instant. */
export function readCommitments(db: Db, closedSince: Instant | null = null): Commitment[] {
  return closedSince === null
    ? selectCommitments(db, '')
    : selectCommitments(db, 'WHERE closed_at IS NULL OR closed_at >= ?', closedSince);
}

/** The commitments whose matter it is a client's, or that they promised, by number. */
export function readCommitmentsOf(db: Db, client: string): Commitment[] {
  return selectCommitments(db, 'WHERE client = ? OR who = ?', client, client);
}

function selectCommitments(db: Db, where: string, ...values: string[]): Commitment[] {
  const statement = db.prepare(`SELECT * FROM commitment ${where} ORDER BY number`).raw();
  const columns = statement.columns().map(({ name }) => name);
  return fromCommitmentRows(columns, statement.all(...values) as Values[]);
}

/** The last requests and promises that were finished, with the work in them, the oldest first. */
export function readFinishedWork(db: Db, most: number): FinishedWork[] {
  const rows = db
    .prepare(
      `SELECT client, estimate_hours AS estimateHours, spent_hours AS spentHours, created_at AS createdAt,
         closed_at AS closedAt
       FROM commitment
       WHERE closed_at IS NOT NULL AND state IN ('done', 'accepted') AND kind IN ('request', 'promise')
         AND (estimate_hours > 0 OR spent_hours > 0)
       ORDER BY closed_at DESC, uid DESC LIMIT ?`,
    )
    .all(most);
  return (rows as FinishedWork[]).reverse();
}

/** The commitments that are open, by number. */
export function readOpenCommitments(db: Db): Commitment[] {
  return selectCommitments(db, 'WHERE closed_at IS NULL');
}

/** The uid that this machine's number names, also when the commitment was undone; null when it was never given. */
export function readUidOfNumber(db: Db, number: number): string | null {
  const uid = db.prepare('SELECT uid FROM number WHERE number = ?').pluck().get(number);
  return typeof uid === 'string' ? uid : null;
}

/** The number of a commitment by its uid. */
export function readNumberOf(db: Db, uid: string): number | null {
  const number = db.prepare('SELECT number FROM number WHERE uid = ?').pluck().get(uid);
  return typeof number === 'number' ? number : null;
}

/** What a commitment is called now; null when nothing is left of it. */
export function readTitle(db: Db, uid: string): string | null {
  const title = db.prepare('SELECT title FROM commitment WHERE uid = ?').pluck().get(uid);
  return typeof title === 'string' ? title : null;
}

/** The first number that was never given. */
export function readNextNumber(db: Db): number {
  return Number(db.prepare('SELECT coalesce(max(number), 0) + 1 FROM number').pluck().get());
}

/** All clients, in the order of their names. */
export function readClients(db: Db): Client[] {
  const rows = db.prepare('SELECT * FROM client ORDER BY name COLLATE NOCASE, uid').all() as Row[];
  const details = readClientDetails(db);
  return rows.map((row) => fromClientRow(row, details));
}

function readClientDetails(db: Db): ClientDetails {
  const all = (table: keyof ClientDetails, order = 'place') => {
    const rows = db.prepare(`SELECT * FROM ${table} ORDER BY client, ${order}`).all() as Row[];
    const byClient = new Map<string, Row[]>();
    for (const row of rows) {
      const client = row.client as string;
      byClient.set(client, [...(byClient.get(client) ?? []), row]);
    }
    return byClient;
  };
  return {
    person: all('person'),
    fact: all('fact'),
    other_name: all('other_name'),
    client_setting: all('client_setting', 'key'),
  };
}

/** The last word that I gave each client, in a contact or about a commitment, by uid. */
function readLastWords(db: Db): ReadonlyMap<string, Instant> {
  const rows = db
    .prepare(
      `SELECT uid,
         max(coalesce((SELECT max(at) FROM contact WHERE contact.client = client.uid AND direction = 'out'), ''),
             coalesce((SELECT max(last_word_at) FROM commitment WHERE counterpart = client.uid), '')) AS last_word
       FROM client`,
    )
    .all() as { uid: string; last_word: string }[];
  return new Map(rows.filter((row) => row.last_word !== '').map((row) => [row.uid, row.last_word]));
}

/** All clients with the last word that I gave each. */
export function readClientRecords(db: Db, clients: readonly Client[] = readClients(db)): ClientRecord[] {
  const lastWords = readLastWords(db);
  return clients.map((client) => ({ client, lastWordAt: lastWords.get(client.uid) ?? null }));
}

/** The answers that were given to the four questions, all or those since an instant, the earliest first. */
export function readAnswers(db: Db, since: Instant = ''): AnswerGiven[] {
  return db.prepare('SELECT * FROM answer WHERE at >= ? ORDER BY at, uid').all(since) as AnswerGiven[];
}

/** The answers that were given for one client, the earliest first. */
export function readAnswersFor(db: Db, client: string): AnswerGiven[] {
  return db.prepare('SELECT * FROM answer WHERE client = ? ORDER BY at, uid').all(client) as AnswerGiven[];
}

/**
 * When a client was last heard; null when never. What they asked for, countered, settled with me or promised was heard from
 * them, too.
 */
export function readLastHeard(db: Db, client: string): Instant | null {
  return db
    .prepare(
      `SELECT max(at) FROM (
         SELECT at FROM contact WHERE client = @client AND direction = 'in'
         UNION ALL
         SELECT max(undated_since, coalesce(settled_at, '')) FROM commitment
         WHERE counterpart = @client AND kind <> 'promise')`,
    )
    .pluck()
    .get({ client }) as Instant | null;
}

/** What other programs called the commitments that were imported from them. */
export function readSources(db: Db): ReadonlySet<string> {
  return new Set(
    db.prepare('SELECT source FROM commitment WHERE source IS NOT NULL').pluck().all() as string[],
  );
}

/** All days away, from the earliest. */
export function readAway(db: Db): Away[] {
  return db.prepare('SELECT * FROM away ORDER BY first, uid').all() as Away[];
}

/** The contacts with a client, the latest first. */
export function readContacts(db: Db, client: string, limit: number): Contact[] {
  const rows = db
    .prepare('SELECT * FROM contact WHERE client = ? ORDER BY at DESC, uid DESC LIMIT ?')
    .all(client, limit);
  return (rows as Row[]).map(fromContactRow);
}

/** The uids of all contacts with a client. */
export function readContactsOf(db: Db, client: string): string[] {
  return db.prepare('SELECT uid FROM contact WHERE client = ? ORDER BY uid').pluck().all(client) as string[];
}

/** Whether nothing was ever recorded. */
export function isEmpty(db: Db): boolean {
  return db.prepare('SELECT 1 FROM operation LIMIT 1').get() === undefined;
}
