import { type AttentionLine, attention, recentSince } from '../domain/attention.ts';
import { localDay, startOfDay } from '../domain/calendar.ts';
import type { Client } from '../domain/client.ts';
import { isOpen } from '../domain/commitment.ts';
import type { QuestionNumber } from '../domain/events.ts';
import type { Forecast } from '../domain/forecast.ts';
import { fourQuestions, type Question } from '../domain/questions.ts';
import { type Verdict, verdictsByDay } from '../domain/review.ts';
import { readAnswers, readClientRecords, readCommitments } from '../store/queries.ts';
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
  const { db, now, calendar, settingsOf } = context;
  const records = readClientRecords(db);
  const concerns = (uid: string | null, who: string | null = null) =>
    client === null || uid === client.uid || who === client.uid;
  const current = readCommitments(db, recentSince(now));
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
  const lines = attention({ now, calendar, settingsOf, commitments, clients, forecast, answered });
  return {
    lines,
    questions: fourQuestions(lines, commitments, before, now),
    verdicts,
    lastVerdicts: new Map([...byDay].filter(([day]) => day < today).flatMap(([, given]) => [...given])),
    clients: records.map((record) => record.client),
    forecast,
  };
}
