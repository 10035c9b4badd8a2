import { type AttentionLine, attention, recentSince } from '../domain/attention.ts';
import type { Client } from '../domain/client.ts';
import { fourQuestions, type Question } from '../domain/questions.ts';
import { readClientRecords, readCommitments } from '../store/queries.ts';
import type { Context } from './context.ts';

/** What today, overdue and later remind show: the lines, the questions, and the clients to name in them. */
export interface Agenda {
  readonly lines: readonly AttentionLine[];
  readonly questions: readonly Question[];
  readonly clients: readonly Client[];
}

/** Makes the agenda of this moment, of everybody or of one client. */
export function makeAgenda({ db, now, calendar, settings }: Context, client: Client | null = null): Agenda {
  const records = readClientRecords(db);
  const concerns = (uid: string | null, who: string | null = null) =>
    client === null || uid === client.uid || who === client.uid;
  const commitments = readCommitments(db, recentSince(now)).filter((c) => concerns(c.client, c.who));
  const clients = records.filter((record) => concerns(record.client.uid));
  const lines = attention({ now, calendar, settings, commitments, clients });
  return {
    lines,
    questions: fourQuestions(lines, commitments, now),
    clients: records.map((record) => record.client),
  };
}
