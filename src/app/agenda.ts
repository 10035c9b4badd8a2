import { type AttentionLine, attention, recentSince } from '../domain/attention.ts';
import type { Client } from '../domain/client.ts';
import { isOpen } from '../domain/commitment.ts';
import type { Forecast } from '../domain/forecast.ts';
import { fourQuestions, type Question } from '../domain/questions.ts';
import { readClientRecords, readCommitments } from '../store/queries.ts';
import type { Context } from './context.ts';
import { forecastOf } from './workload.ts';

/** What today, overdue and later remind show: the lines, the questions, and the clients to name in them. */
export interface Agenda {
  readonly lines: readonly AttentionLine[];
  readonly questions: readonly Question[];
  readonly clients: readonly Client[];
  readonly forecast: Forecast;
}

/** Makes the agenda of this moment, of everybody or of one client. */
export function makeAgenda(context: Context, client: Client | null = null): Agenda {
  const { db, now, calendar, settings } = context;
  const records = readClientRecords(db);
  const concerns = (uid: string | null, who: string | null = null) =>
    client === null || uid === client.uid || who === client.uid;
  const current = readCommitments(db, recentSince(now));
  const commitments = current.filter((c) => concerns(c.client, c.who));
  // The work for the others comes before or after that for one client.
  const forecast = forecastOf(context, current.filter(isOpen));
  const clients = records.filter((record) => concerns(record.client.uid));
  const lines = attention({ now, calendar, settings, commitments, clients, forecast });
  return {
    lines,
    questions: fourQuestions(lines, commitments, now),
    clients: records.map((record) => record.client),
    forecast,
  };
}
