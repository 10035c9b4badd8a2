import type { DateOutcomes } from '../domain/agenda/brief.ts';
import type { ClientContactState, DatedFact } from '../domain/agenda/ledger.ts';
import { PLANNED_FIELDS, type Planned } from '../domain/planning/queue.ts';
import type { FinishedWork } from '../domain/planning/work-history.ts';
import type { Client } from '../domain/streams/client.ts';
import { type Commitment, MOST_NUMBER } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import { type Kind, kindsThat, type State } from '../domain/streams/kinds.ts';
import type { GivenAnswer } from '../domain/streams/review.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Db } from './db.ts';
import { keepUntilChanged } from './kept.ts';
import { listStatement, statement, valueStatement } from './statement.ts';
import { selectClientBasics, selectClients, selectDatedFacts, selectSettings } from './tables/client.ts';
import { selectCommitmentFields, selectCommitments } from './tables/commitment.ts';
import { selectContacts } from './tables/contact.ts';
import { selectAnswers } from './tables/review.ts';

/** All commitments, by number. */
export function readCommitments(db: Db): Commitment[] {
  return selectCommitments(db, 'ORDER BY number');
}

/**
 * The commitments that are open, were closed or given free since an instant, have a date at or after it, or may have had one, by
 * number.
 */
export function readCommitmentsSince(db: Db, since: Instant): Commitment[] {
  // With OR, SQLite reads every commitment.
  const uids = `SELECT uid FROM commitment WHERE closed_at IS NULL
    UNION SELECT uid FROM commitment WHERE closed_at >= ? UNION SELECT uid FROM commitment WHERE listed_date >= ?
    UNION SELECT uid FROM commitment WHERE moves > 0
    UNION SELECT uid FROM commitment WHERE price_is_free = 1 AND price_put_at >= ?`;
  return byNumber(selectCommitments(db, `WHERE uid IN (${uids})`, since, since, since));
}

/**
 * The commitments closed at or after an instant that still have to be accepted or that went over their
 * estimate, by number.
 */
export function readClosedInQuestion(db: Db, since: Instant): Commitment[] {
  const isInQuestion = `(ball IS NOT NULL OR spent_hours > estimate_hours OR kind = 'complaint')`;
  return byNumber(selectCommitments(db, `WHERE closed_at >= ? AND ${isInQuestion}`, since));
}

/** The commitments closed at or after an instant, by number. */
export function readClosedSince(db: Db, since: Instant): Commitment[] {
  return byNumber(selectCommitments(db, 'WHERE closed_at >= ?', since));
}

/** When a commitment for each client (null: for nobody) was last closed, if that was at or after an instant. */
export function readLastClosings(db: Db, since: Instant): ReadonlyMap<string | null, Instant> {
  // Without the hint, SQLite reads all commitments in order of client.
  const closings = listStatement(
    db,
    `SELECT client, max(closed_at) FROM commitment INDEXED BY commitment_closed
     WHERE closed_at >= ? GROUP BY client`,
  );
  return new Map(closings.all(since) as [string | null, Instant][]);
}

/** The commitments that concern a client or that the client promised, by number. */
export function readCommitmentsOf(db: Db, client: string): Commitment[] {
  return selectCommitments(db, `WHERE uid IN (${concerning('uid')}) ORDER BY number`, client, client);
}

/** The topics on record, those that recur most first. */
export function readTopics(db: Db): string[] {
  const topics = valueStatement(
    db,
    'SELECT topic FROM commitment WHERE topic IS NOT NULL GROUP BY topic ORDER BY count(*) DESC, topic',
  ).all();
  return topics as string[];
}

/** How many commitments with a number below this one came from a topic. */
export function countEarlierFrom(db: Db, topic: string, number: number): number {
  const earlier = 'SELECT count(*) FROM commitment WHERE topic = ? AND number < ?';
  return Number(valueStatement(db, earlier).get(topic, number));
}

/** The complaints about a commitment, by number. */
export function readComplaintsAbout(db: Db, uid: string): Commitment[] {
  return selectCommitments(db, 'WHERE complaint_about = ? ORDER BY number', uid);
}

/** The replies that words about a commitment opened, by number. */
export function readRepliesAbout(db: Db, uid: string): Commitment[] {
  const opened = 'SELECT opened FROM contact WHERE about = ? AND opened IS NOT NULL';
  return byNumber(selectCommitments(db, `WHERE uid IN (${opened}) AND kind = 'reply'`, uid));
}

/** The commitments that belong to a complaint, by number. */
export function readBelongingTo(db: Db, complaint: string): Commitment[] {
  return selectCommitments(db, 'WHERE belongs_to_complaint = ? ORDER BY number', complaint);
}

/** Extra work that was delivered without an approved price, by number. */
export function readUnpricedDeliveries(db: Db): Commitment[] {
  return byNumber(selectCommitments(db, 'WHERE unpriced_since IS NOT NULL'));
}

/** What others owe that a commitment cannot go on without, whether it came or not, by number. */
export function readBlockersOf(db: Db, uid: string): Commitment[] {
  return byNumber(selectCommitments(db, "WHERE blocks = ? AND kind = 'awaiting'", uid));
}

/**
 * What was delivered and not accepted yet, by number: since an instant, and before it what they may still object to by a day
 * that they were told.
 */
export function readToAccept(db: Db, since: Instant): Commitment[] {
  // Without the hints, SQLite reads every commitment.
  const uids = `SELECT uid FROM commitment INDEXED BY commitment_to_accept WHERE to_accept_since >= ?
    UNION SELECT uid FROM commitment INDEXED BY commitment_reviewed WHERE reviewed_until IS NOT NULL`;
  return byNumber(selectCommitments(db, `WHERE uid IN (${uids})`, since));
}

/** What a client has accepted by silence, delivered last first: as many as given. */
export function readAcceptedBySilence(db: Db, client: string, most: number): Commitment[] {
  const silent = 'WHERE delivery_is_by_silence = 1 AND client = ? ORDER BY delivery_at DESC LIMIT ?';
  return selectCommitments(db, silent, client, most);
}

/** What came to a commitment besides what was agreed of it, by number; without what was dropped. */
export function readExtrasOf(db: Db, uid: string): Commitment[] {
  return byNumber(selectCommitments(db, "WHERE extra_to = ? AND state <> 'dropped'", uid));
}

/** The extra work of a client that was given free since an instant, by number. */
export function readGivenTo(db: Db, client: string, since: Instant): Commitment[] {
  return byNumber(
    selectCommitments(db, 'WHERE price_is_free = 1 AND client = ? AND price_put_at >= ?', client, since),
  );
}

/** The commitments with a client in which somebody still has to act, by number. */
export function readPendingOf(db: Db, client: string): Commitment[] {
  // Without the hint, SQLite reads every commitment the client has ever had.
  const pending = `SELECT uid FROM commitment INDEXED BY commitment_pending WHERE client = ? AND ball IS NOT NULL
    UNION SELECT uid FROM commitment INDEXED BY commitment_pending_who WHERE who = ? AND ball IS NOT NULL`;
  return selectCommitments(db, `WHERE uid IN (${pending}) ORDER BY number`, client, client);
}

/** The commitments of a client about which something was said last, each way: as many as given of either. */
export function readLastSpokenOf(db: Db, client: string, most: number): Commitment[] {
  const lastBy = (at: string) =>
    `SELECT uid FROM (SELECT uid FROM commitment WHERE counterpart = ? AND ${at} IS NOT NULL
       ORDER BY ${at} DESC LIMIT ?)`;
  const spoken = `${lastBy('last_word_at')} UNION ${lastBy('heard_at')}`;
  return selectCommitments(db, `WHERE uid IN (${spoken}) ORDER BY number`, client, most, client, most);
}

/**
 * Counts the outcomes of dates given to or by a client, without commitments that never had one or that the client does not know of.
 * What was missed once is never kept.
 */
export function countDateOutcomes(db: Db, client: string, now: Instant): DateOutcomes[] {
  const counts = (condition: string) => `SELECT kind, state, CASE
      WHEN closed_at IS NULL THEN iif(due < @now, 'passed', 'ahead')
      WHEN closed_at <= due AND missed_at IS NULL THEN 'kept' ELSE 'late' END AS outcome, count(*) AS count, sum(missed) AS missed
    FROM commitment WHERE ${condition} AND due IS NOT NULL AND is_said GROUP BY 1, 2, 3`;
  const sql = `${counts('client = @client')} UNION ALL ${counts('who = @client AND client IS NOT @client')}`;
  return statement(db, sql).all({ client, now }) as DateOutcomes[];
}

/**
 * A query for the commitments that concern a client or that the client promised. It is a union, so that each
 * half can use its own index.
 */
function concerning(columns: string): string {
  return `SELECT ${columns} FROM commitment WHERE client = ? UNION SELECT ${columns} FROM commitment WHERE who = ?`;
}

/** How many commitments in which somebody still has to act each client has, by whose move it is. */
export function countPending(db: Db): { client: string; ball: 'me' | 'them'; count: number }[] {
  const counts = statement(
    db,
    `SELECT client, ball, count(*) AS count FROM commitment
       WHERE ball IS NOT NULL AND client IS NOT NULL GROUP BY client, ball
     UNION ALL SELECT who, ball, count(*) FROM commitment
       WHERE ball IS NOT NULL AND who IS NOT NULL AND who IS NOT client GROUP BY who, ball`,
  );
  return counts.all() as { client: string; ball: 'me' | 'them'; count: number }[];
}

/** The last finished requests and promises with their work, oldest first. */
export function readFinishedWork(db: Db, most: number): FinishedWork[] {
  const rows = statement(
    db,
    `SELECT client, estimate_hours AS estimateHours, spent_hours AS spentHours, created_at AS createdAt,
       closed_at AS closedAt
     FROM commitment
     WHERE closed_at IS NOT NULL AND state IN ('done', 'accepted') AND kind IN (${WORK_KINDS})
       AND (estimate_hours > 0 OR spent_hours > 0)
     ORDER BY closed_at DESC, uid DESC LIMIT ?`,
  ).all(most);
  return (rows as FinishedWork[]).reverse();
}

/** When the oldest open work was asked for; null if there is none. */
export function readOpenWorkSince(db: Db): Instant | null {
  return textOrNull(
    valueStatement(
      db,
      `SELECT min(created_at) FROM commitment WHERE closed_at IS NULL AND kind IN (${WORK_KINDS})`,
    ).get(),
  );
}

const WORK_KINDS = listed(kindsThat(({ isWork }) => isWork !== 'never'));

/** A list of constants as SQL; none of them contains a quote. */
function listed(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}

/** What the queue needs to know of open work, by number. */
export function readOpenWork(db: Db): Planned[] {
  const isWork = `closed_at IS NULL AND kind IN (${WORK_KINDS})`;
  return byNumber(selectCommitmentFields(db, PLANNED_FIELDS, `WHERE ${isWork}`));
}

/** Open commitments, by number. */
export function readOpenCommitments(db: Db): Commitment[] {
  return byNumber(selectCommitments(db, 'WHERE closed_at IS NULL'));
}

/** The commitments of given kinds and states that were closed last, latest first. */
export function readLastClosed(
  db: Db,
  kinds: readonly Kind[],
  states: readonly State[],
  limit: number,
): Commitment[] {
  const isWanted = `kind IN (${listed(kinds)}) AND state IN (${listed(states)})`;
  const last = `WHERE closed_at IS NOT NULL AND ${isWanted} ORDER BY closed_at DESC LIMIT ?`;
  return selectCommitments(db, last, limit);
}

/** Sorted here, because SQLite would copy every column of every row to sort them. */
function byNumber<C extends Pick<Commitment, 'number'>>(commitments: C[]): C[] {
  return commitments.sort((a, b) => a.number - b.number);
}

/** The uid of the commitment with a number, even if it was undone; null if the number was never given. */
export function readUidOfNumber(db: Db, number: number): string | null {
  return textOrNull(valueStatement(db, 'SELECT uid FROM number WHERE number = ?').get(number));
}

/** The number of the commitment with a uid. */
export function readNumberOf(db: Db, uid: string): number | null {
  const number = valueStatement(db, 'SELECT number FROM number WHERE uid = ?').get(uid);
  return typeof number === 'number' ? number : null;
}

/** The current title of a commitment; null if it no longer exists. */
export function readTitle(db: Db, uid: string): string | null {
  return textOrNull(valueStatement(db, 'SELECT title FROM commitment WHERE uid = ?').get(uid));
}

/** A commitment by its uid; null if it no longer exists. */
export function readCommitment(db: Db, uid: string): Commitment | null {
  return selectCommitments(db, 'WHERE uid = ?', uid)[0] ?? null;
}

/** The uid of the client that a commitment is for; null if it is for nobody, or no longer exists. */
export function readOwner(db: Db, uid: string): string | null {
  return textOrNull(valueStatement(db, 'SELECT client FROM commitment WHERE uid = ?').get(uid));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The first number never given. */
export function readNextNumber(db: Db): number {
  const next = Number(valueStatement(db, 'SELECT coalesce(max(number), 0) + 1 FROM number').get());
  return next <= MOST_NUMBER ? next : readFreeNumber(db);
}

/** The lowest number that was never given. */
function readFreeNumber(db: Db): number {
  const free = `SELECT min(free) FROM (SELECT 1 AS free UNION ALL SELECT number + 1 FROM number)
    WHERE free NOT IN (SELECT number FROM number)`;
  return Number(valueStatement(db, free).get());
}

const BY_NAME = 'ORDER BY name COLLATE NOCASE, uid';

/** All clients, by name. One command may look up several names in them, and there may be hundreds. */
export const readClients: (db: Db) => readonly Client[] = keepUntilChanged((db) =>
  selectClients(db, BY_NAME),
);

/**
 * The names of all clients, by uid. The uid of a merged client has the name of the client it was merged into.
 */
export function readClientNames(db: Db): ReadonlyMap<string, string> {
  const names = listStatement(
    db,
    `SELECT uid, name FROM client UNION ALL
     SELECT merged, client.name FROM other_name JOIN client ON client.uid = client WHERE merged IS NOT NULL`,
  );
  return new Map(names.all() as [string, string][]);
}

/** The name of a client; null if there is no client with this uid. */
export function readClientName(db: Db, uid: string): string | null {
  return textOrNull(valueStatement(db, 'SELECT name FROM client WHERE uid = ?').get(uid));
}

/** The IANA zones of the clients whose zone is known, by uid. */
export function readClientZones(db: Db): ReadonlyMap<string, string> {
  const zones = listStatement(db, 'SELECT uid, zone FROM client WHERE zone IS NOT NULL');
  return new Map(zones.all() as [string, string][]);
}

/** The own settings of the clients that have any, as typed, by uid. */
export function readClientSettings(db: Db): ReadonlyMap<string, Client['settings']> {
  return selectSettings(db);
}

/** When each client last heard from me, in a contact or about a commitment, by uid; those who never did are missing. */
export function readLastWords(db: Db): ReadonlyMap<string, Instant> {
  return new Map(listStatement(db, 'SELECT client, at FROM last_word').all() as [string, Instant][]);
}

/** When a client last heard from me; null if never. */
export function readLastWordTo(db: Db, client: string): Instant | null {
  return textOrNull(valueStatement(db, 'SELECT at FROM last_word WHERE client = ?').get(client));
}

/** All clients by name, and when each last heard from me. */
export function readContactStates(db: Db): ClientContactState[] {
  const lastWords = readLastWords(db);
  return selectClientBasics(db, BY_NAME).map((client) => ({
    client,
    lastWordAt: lastWords.get(client.uid) ?? null,
  }));
}

/** What is remembered of clients that has a day, from a day on (an ISO date) or every year. */
export function readDatedFacts(db: Db, since: string): DatedFact[] {
  return selectDatedFacts(db, since).map(({ client, place, ...fact }) => ({
    client,
    number: place + 1,
    fact,
  }));
}

/** Answers to the four questions, all or since an instant, earliest first. */
export function readAnswers(db: Db, since: Instant = ''): GivenAnswer[] {
  return selectAnswers(db, 'WHERE at >= ? ORDER BY at, uid', since);
}

/** The answers for one client, earliest first. */
export function readAnswersFor(db: Db, client: string): GivenAnswer[] {
  return selectAnswers(db, 'WHERE client = ? ORDER BY at, uid', client);
}

/**
 * When I last heard from a client; null if never. What they asked for, countered, settled with me or promised
 * counts too.
 */
export function readLastHeard(db: Db, client: string): Instant | null {
  const heard = valueStatement(
    db,
    `SELECT nullif(max(
       coalesce((SELECT max(at) FROM contact WHERE client = @client AND direction = 'in'), ''),
       coalesce((SELECT max(heard_at) FROM commitment WHERE counterpart = @client), '')), '')`,
  );
  return heard.get({ client }) as Instant | null;
}

/** The ids that imported commitments had in other programs. */
export function readSources(db: Db): ReadonlySet<string> {
  const sources = valueStatement(db, 'SELECT source FROM commitment WHERE source IS NOT NULL').all();
  return new Set(sources as string[]);
}

/** The contacts with a client, latest first. */
export function readContacts(db: Db, client: string, limit: number): Contact[] {
  return selectContacts(db, 'WHERE client = ? ORDER BY at DESC, uid DESC LIMIT ?', client, limit);
}

/** The uids of all contacts with a client. */
export function readContactsOf(db: Db, client: string): string[] {
  const uids = valueStatement(db, 'SELECT uid FROM contact WHERE client = ? ORDER BY uid').all(client);
  return uids as string[];
}

/** Whether nothing was ever recorded. */
export function isEmpty(db: Db): boolean {
  return statement(db, 'SELECT 1 FROM operation LIMIT 1').get() === undefined;
}

/** When words of mine went to clients, as far as contacts say so. */
export function readWordsOut(db: Db): { readonly client: string; readonly at: Instant }[] {
  const words = statement(db, "SELECT client, at FROM contact WHERE direction = 'out'").all();
  return words as { client: string; at: Instant }[];
}
