import { type AttentionLine, attention } from '../domain/agenda/attention.ts';
import { fourQuestions, type Question } from '../domain/agenda/questions.ts';
import { recentSince } from '../domain/agenda/recent.ts';
import { lazy } from '../domain/base/memo.ts';
import type { Forecast } from '../domain/planning/forecast.ts';
import type { Client } from '../domain/streams/client.ts';
import { isOpen } from '../domain/streams/commitment.ts';
import type { QuestionNumber } from '../domain/streams/events.ts';
import { answersByDay, type DayAnswer } from '../domain/streams/review.ts';
import { localDay, startOfDay } from '../domain/time/calendar.ts';
import {
  readAnswers,
  readContactStates,
  readCurrentCommitments,
  readLastClosings,
} from '../store/queries.ts';
import type { Context } from './context.ts';
import { forecastOf } from './workload.ts';

/** What `today` and `overdue` show and `spread` works on. */
export interface Agenda {
  readonly lines: readonly AttentionLine[];
  readonly questions: readonly Question[];
  /** Today's answers, by question. */
  readonly answeredToday: ReadonlyMap<QuestionNumber, DayAnswer>;
  /** The last answers before today, by question. */
  readonly answeredBefore: ReadonlyMap<QuestionNumber, DayAnswer>;
  /** All clients, whom the lines and the evidence name by uid. */
  readonly clients: readonly Client[];
  readonly forecast: Forecast;
}

/** The agenda at this moment, for everybody or for one client. */
export function makeAgenda(context: Context, client: Client | null = null): Agenda {
  const { db, now, calendar, clockSettingsOf } = context;
  const contactStates = readContactStates(db);
  const concerns = (uid: string | null, who: string | null = null) =>
    client === null || uid === client.uid || who === client.uid;
  const current = readCurrentCommitments(db, recentSince(now));
  const lastClosed = readLastClosings(db, recentSince(now));
  const commitments = current.filter((c) => concerns(c.client, c.who));
  // Work for others delays the work for one client, so the forecast covers all work.
  const forecast = forecastOf(context, current.filter(isOpen));
  const clients = contactStates.filter((state) => concerns(state.client.uid));
  const today = localDay(calendar, now);
  const answers = readAnswers(db, recentSince(now)).filter(
    (answer) => client === null || answer.client === client.uid,
  );
  const byDay = answersByDay(answers, calendar);
  const answeredToday = byDay.get(today) ?? new Map<QuestionNumber, DayAnswer>();
  const before = answers.filter((answer) => answer.at < startOfDay(calendar, today));
  // The review is about everybody.
  const whole = [...answeredToday].filter(([, { overall }]) => overall !== null).map(([number]) => number);
  const answered = client === null ? new Set(whole) : null;
  const lines = attention({
    now,
    calendar,
    clockSettingsOf,
    commitments,
    lastClosed,
    clients,
    forecast,
    answered,
  });
  const questions = lazy(() => fourQuestions(lines, commitments, before, now));
  return {
    lines,
    get questions() {
      return questions();
    },
    answeredToday,
    answeredBefore: new Map([...byDay].filter(([day]) => day < today).flatMap(([, given]) => [...given])),
    clients: contactStates.map((state) => state.client),
    forecast,
  };
}
