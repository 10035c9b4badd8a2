import { type AttentionLine, attention, recentSince } from '../domain/agenda/attention.ts';
import { fourQuestions, type Question } from '../domain/agenda/questions.ts';
import type { Forecast } from '../domain/planning/forecast.ts';
import type { Client } from '../domain/streams/client.ts';
import { isOpen } from '../domain/streams/commitment.ts';
import type { QuestionNumber } from '../domain/streams/events.ts';
import { type Verdict, verdictsByDay } from '../domain/streams/review.ts';
import { localDay, startOfDay } from '../domain/time/calendar.ts';
import { readAnswers, readClientRecords, readCurrentCommitments } from '../store/queries.ts';
import type { Context } from './context.ts';
import { forecastOf } from './workload.ts';

/** What today, overdue and later remind show: the lines, the questions, and the clients to name in them. */
export interface Agenda {
  readonly lines: readonly AttentionLine[];
  readonly questions: readonly Question[];
  /** What was answered to them today, by number. */
  readonly verdicts: ReadonlyMap<QuestionNumber, Verdict>;
  /** What they came to when they were answered last, before today. */
  readonly lastVerdicts: ReadonlyMap<QuestionNumber, Verdict>;
  readonly clients: readonly Client[];
  readonly forecast: Forecast;
}

/** Makes the agenda of this moment, of everybody or of one client. */
export function makeAgenda(context: Context, client: Client | null = null): Agenda {
  const { db, now, calendar, clockSettingsOf } = context;
  const records = readClientRecords(db);
  const concerns = (uid: string | null, who: string | null = null) =>
    client === null || uid === client.uid || who === client.uid;
  const current = readCurrentCommitments(db, recentSince(now));
  const commitments = current.filter((c) => concerns(c.client, c.who));
  // The work for the others comes before or after that for one client.
  const forecast = forecastOf(context, current.filter(isOpen));
  const clients = records.filter((record) => concerns(record.client.uid));
  const today = localDay(calendar, now);
  const answers = readAnswers(db, recentSince(now)).filter(
    (answer) => client === null || answer.client === client.uid,
  );
  const byDay = verdictsByDay(answers, calendar);
  const verdicts = byDay.get(today) ?? new Map<QuestionNumber, Verdict>();
  const before = answers.filter((answer) => answer.at < startOfDay(calendar, today));
  // The review is about everybody.
  const whole = [...verdicts].filter(([, { overall }]) => overall !== null).map(([number]) => number);
  const answered = client === null ? new Set(whole) : null;
  const lines = attention({ now, calendar, clockSettingsOf, commitments, clients, forecast, answered });
  return {
    lines,
    questions: fourQuestions(lines, commitments, before, now),
    verdicts,
    lastVerdicts: new Map([...byDay].filter(([day]) => day < today).flatMap(([, given]) => [...given])),
    clients: records.map((record) => record.client),
    forecast,
  };
}
