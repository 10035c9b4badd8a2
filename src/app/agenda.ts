import { DAYS_OF_AFTERCARE } from '../domain/agenda/aftercare-period.ts';
import { type AttentionLine, attention, overdueLines } from '../domain/agenda/attention.ts';
import type { Ledger } from '../domain/agenda/ledger.ts';
import { fourQuestions, type Question } from '../domain/agenda/questions.ts';
import { recentSince } from '../domain/agenda/recent.ts';
import { isSnoozed } from '../domain/agenda/snoozed.ts';
import { lazy } from '../domain/base/memo.ts';
import type { Forecast } from '../domain/planning/forecast.ts';
import type { Client } from '../domain/streams/client.ts';
import { type Commitment, isOverdue } from '../domain/streams/commitment.ts';
import type { QuestionNumber } from '../domain/streams/events.ts';
import { DAYS_AFTER_FACT } from '../domain/streams/fact-days.ts';
import { answersByDay, type DayAnswer } from '../domain/streams/review.ts';
import { DAY_MS, localDay, startOfDay } from '../domain/time/calendar.ts';
import { isoOfDay } from '../domain/time/iso-day.ts';
import { epoch, type Instant, instant } from '../domain/time/moment.ts';
import { readBudgeted } from '../store/projects.ts';
import {
  readAnswers,
  readClients,
  readClosedInQuestion,
  readContactStates,
  readDatedFacts,
  readLastClosings,
  readOpenCommitments,
  readToAccept,
  readUnpricedDeliveries,
} from '../store/queries.ts';
import { readMissed } from '../store/standings.ts';
import type { Context } from './context.ts';
import { costOfProject } from './projects.ts';
import { forecastOf } from './workload.ts';

/** What `today` and `review` show and `spread` works on. */
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
  const { db, now, calendar } = context;
  const today = localDay(calendar, now);
  const answers = readAnswers(db, recentSince(now)).filter(
    (answer) => client === null || answer.client === client.uid,
  );
  const byDay = answersByDay(answers, calendar);
  const answeredToday = byDay.get(today) ?? new Map<QuestionNumber, DayAnswer>();
  const before = answers.filter((answer) => answer.at < startOfDay(calendar, today));
  const whole = [...answeredToday].filter(([, { overall }]) => overall !== null).map(([number]) => number);
  // The review is about everybody.
  const ledger = readLedger(context, client, client === null ? new Set(whole) : null);
  const lines = attention(ledger);
  const questions = lazy(() => {
    const closed = readClosedInQuestion(db, recentSince(now)).filter(concerns(client));
    return fourQuestions({
      now,
      lines,
      open: ledger.open,
      deliveredUnpriced: ledger.deliveredUnpriced,
      closed,
      before,
      projects: ledger.projects,
    });
  });
  return {
    lines,
    get questions() {
      return questions();
    },
    get clients() {
      return readClients(db);
    },
    answeredToday,
    answeredBefore: new Map([...byDay].filter(([day]) => day < today).flatMap(([, given]) => [...given])),
    forecast: ledger.forecast,
  };
}

/** What is overdue at this moment. */
export interface Overdue {
  /** Oldest first. */
  readonly lines: readonly AttentionLine[];
  /** What has a date that has passed, but is snoozed, so that no line is about it. */
  readonly snoozed: readonly Commitment[];
}

/** What is overdue at this moment, for everybody or for one client. */
export function readOverdue(context: Context, client: Client | null = null): Overdue {
  const ledger = readLedger(context, client, null);
  const { open, now } = ledger;
  return {
    lines: overdueLines(ledger),
    snoozed: open.filter((commitment) => isOverdue(commitment, now) && isSnoozed(commitment, now)),
  };
}

/** Everything that needs attention, apart from the four questions. `until` says how far ahead to look, if not as usual. */
export function readAttention(context: Context, until: Instant | null = null): AttentionLine[] {
  return attention(readLedger(context, null, null), until);
}

function readLedger(context: Context, client: Client | null, answered: Ledger['answered']): Ledger {
  const { db, now, calendar, clockSettingsOf } = context;
  const open = readOpenCommitments(db);
  const forecast = forecastOf(context, open);
  const projects = lazy(() =>
    readBudgeted(db, recentSince(now))
      .filter((project) => client === null || project.client === client.uid)
      .map((project) => costOfProject(context, project, forecast)),
  );
  return {
    now,
    calendar,
    clockSettingsOf,
    open: open.filter(concerns(client)),
    deliveredUnpriced: readUnpricedDeliveries(db).filter(concerns(client)),
    missed: readMissed(db).filter(concerns(client)),
    delivered: readToAccept(db, startOfAftercare(context)).filter(concerns(client)),
    facts: readDatedFacts(db, isoOfDay(localDay(calendar, now) - DAYS_AFTER_FACT)).filter(
      (fact) => client === null || fact.client === client.uid,
    ),
    lastClosed: readLastClosings(db, recentSince(now)),
    clients: readContactStates(db).filter((state) => client === null || state.client.uid === client.uid),
    get projects() {
      return projects();
    },
    // Work for others delays the work for one client, so the forecast covers all work.
    forecast,
    answered,
  };
}

/** What was delivered before this is not asked about any more. A day more, because days differ from zone to zone. */
function startOfAftercare({ now }: Context): Instant {
  return instant(epoch(now) - (DAYS_OF_AFTERCARE + 1) * DAY_MS);
}

function concerns(client: Client | null): (commitment: Commitment) => boolean {
  return ({ client: uid, who }) => client === null || uid === client.uid || who === client.uid;
}
