import { windowAt } from '../domain/planning/budget-window.ts';
import { countIn } from '../domain/planning/project-cost.ts';
import type { AsOf, ClientReport, ReportBudget } from '../domain/report/client-report.ts';
import { commitmentAsOf } from '../domain/report/events-as-of.ts';
import { type FreeText, freeTextsIn } from '../domain/report/free-texts.ts';
import { sinceLastReport } from '../domain/report/last-report.ts';
import { makeReport } from '../domain/report/make-report.ts';
import type { Client } from '../domain/streams/client.ts';
import { findsOthers, type NamedClient } from '../domain/streams/find-names.ts';
import { type KnownNames, prepareNames } from '../domain/streams/known-names.ts';
import { dayOfIso } from '../domain/time/iso-day.ts';
import { epoch, type Instant, instant } from '../domain/time/moment.ts';
import { readUndone } from '../store/journal.ts';
import { readProjects, readProjectsOf, readUsedProjectNames, sumSpentOn } from '../store/projects.ts';
import { readClients, readOwner } from '../store/queries.ts';
import { readReportsMade, readToReport } from '../store/reports.ts';
import type { Context } from './context.ts';
import { readRecordedEvents } from './history.ts';
import { calendarOf } from './projects.ts';
import { readMyDates } from './statistics.ts';

/** What a report is to show. */
export interface ReportWish {
  readonly asOf: AsOf;
  /** From when on; null for everything. */
  readonly since: Instant | null;
  /** Whether my reasons are shown. */
  readonly withReasons: boolean;
  /** Whether budgets are shown. */
  readonly withBudget: boolean;
}

/** Reads what a client may read about the work for them. */
export function readClientReport(context: Context, client: Client, wish: ReportWish): ClientReport {
  const { db } = context;
  const { asOf, since, withReasons, withBudget } = wish;
  const undone = readUndone(db);
  const then = readToReport(db, client.uid, since).flatMap(
    (commitment) =>
      commitmentAsOf(
        commitment,
        readRecordedEvents(db, commitment.uid, undone),
        asOf.isPast ? asOf.at : null,
      ) ?? [],
  );
  const { kept } = readMyDates(context, { client, since, until: asOf.at });
  const source = {
    client,
    asOf,
    since,
    then,
    ownerOf: (uid: string) => readOwner(db, uid),
    budgets: withBudget ? readBudgets(context, client, wish) : null,
    kept: { kept: kept.count, of: kept.of },
    withReasons,
  };
  return makeReport(source, context);
}

/** How far the budgets of a client's projects are used, of those that were not over before the time of the report. */
function readBudgets(
  context: Context,
  client: Client,
  { asOf, since }: Pick<ReportWish, 'asOf' | 'since'>,
): ReportBudget[] {
  const { db } = context;
  const there = calendarOf(context, client.uid);
  return readProjectsOf(db, client.uid).flatMap((project): ReportBudget[] => {
    const { budget, closedAt, rate, name } = project;
    if (budget === null || budget.setAt > asOf.at || (closedAt !== null && closedAt < (since ?? asOf.at)))
      return [];
    const { from, to, amount, month } = windowAt(budget, there, asOf.at);
    const justAfter = instant(epoch(asOf.at) + 1);
    const spent = sumSpentOn(db, project, from, to !== null && to < justAfter ? to : justAfter);
    return [{ project: name, month, budget: amount, used: countIn(spent, amount, rate).counted }];
  });
}

/** From when on a report that shows a day tells what happened since the last one; null if there was none before. */
export function readSinceLast({ db, calendar, now }: Context, client: Client, { day }: AsOf): Instant | null {
  const merged = client.otherNames.flatMap((other) => other.merged ?? []);
  return sinceLastReport(readReportsMade(db, [client.uid, ...merged]), dayOfIso(day), calendar, now);
}

/** The reports of all clients with whom something goes on, or something was finished in the time of the report, by name. */
export function readAllReports(context: Context, wish: ReportWish): ClientReport[] {
  return readClients(context.db).flatMap((client) => {
    const report = readClientReport(context, client, wish);
    const goesOn = report.open.length > 0 || report.asks.length > 0;
    const isPast = client.retiredAt !== null && wish.since === null;
    return goesOn || (report.finished.length > 0 && !isPast) ? [report] : [];
  });
}

/** A text of a report that names another client. */
export interface Mention {
  readonly text: FreeText;
  readonly named: NamedClient;
}

/** The names by which clients may be named in texts. */
export function readKnownNames({ db }: Context): KnownNames {
  return prepareNames(readClients(db), [...readProjects(db), ...readUsedProjectNames(db)]);
}

/** The texts of a report that somebody typed, and where they name other clients. */
export function findMentions(
  client: Client,
  report: ClientReport,
  known: KnownNames,
): { readonly texts: readonly FreeText[]; readonly mentions: readonly Mention[] } {
  const texts = freeTextsIn(report);
  const othersIn = findsOthers(client, known);
  return { texts, mentions: texts.flatMap((text) => othersIn(text.text).map((named) => ({ text, named }))) };
}
