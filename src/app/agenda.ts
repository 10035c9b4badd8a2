import { type AttentionLine, attention, RECENT_DAYS } from '../domain/attention.ts';
import { DAY_MS } from '../domain/calendar.ts';
import type { Client } from '../domain/client.ts';
import { matchClient } from '../domain/client.ts';
import { refuseMatch } from '../domain/decision.ts';
import { epoch, instant } from '../domain/moment.ts';
import { fourQuestions, type Question } from '../domain/questions.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Db } from '../store/db.ts';
import { readClientRecords, readClients, readCommitments } from '../store/queries.ts';
import type { Context } from './context.ts';

/** What today, overdue and later remind show: the lines, the questions, and the names to show them with. */
export interface Agenda {
  readonly lines: readonly AttentionLine[];
  readonly questions: readonly Question[];
  readonly names: Names;
}

/** The names of clients by uid. */
export type Names = ReadonlyMap<string, string>;

/** Makes the agenda of this moment, of everybody or of one client. */
export function makeAgenda({ db, now, calendar, settings }: Context, client: Client | null = null): Agenda {
  const recently = instant(epoch(now) - RECENT_DAYS * DAY_MS);
  const records = readClientRecords(db);
  const concerns = (uid: string | null, who: string | null = null) =>
    client === null || uid === client.uid || who === client.uid;
  const commitments = readCommitments(db, recently).filter((c) => concerns(c.client, c.who));
  const clients = records.filter((record) => concerns(record.client.uid));
  const lines = attention({ now, calendar, settings, commitments, clients });
  return {
    lines,
    questions: fourQuestions(lines, commitments, now),
    names: new Map(records.map((record) => [record.client.uid, record.client.name])),
  };
}

/** The names of all clients. */
export function readNames(db: Db): Names {
  return new Map(readClients(db).map(({ uid, name }) => [uid, name]));
}

/** The client that a name means. Throws a Refusal, of kind `missing` when there is none. */
export function findClient(db: Db, name: string): Client {
  const match = matchClient(name, readClients(db));
  if ('found' in match) return match.found;
  const near = 'near' in match ? match.near.map((client) => client.name) : [];
  if ('ambiguous' in match) throw refuseMatch(name, match);
  throw new Refusal(
    'no-such-client',
    `There is no client "${name}".`,
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'See: followup client',
    'missing',
  );
}
