import type { Amount } from '../../domain/base/amount.ts';
import type {
  ClientReport,
  ReportAsk,
  ReportItem,
  ReportMove,
  ReportStep,
  ReportSubject,
} from '../../domain/report/client-report.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { amountJson } from './money.ts';

/** A report as programs see it: what the client is shown, with the numbers of the commitments. */
export function reportJson(report: ClientReport, { calendar }: ViewContext): object {
  const { client, asOf, since, next, open, asks, finished, story, budgets, kept } = report;
  return {
    client: client.name,
    asOf: asOf.day,
    since: instantJson(since),
    next: dateJson(next),
    open: open.map(itemJson),
    asks: asks.map(askJson),
    finished: finished.map(itemJson),
    story: story.map(({ step, ...subject }) => ({ ...subjectJson(subject), ...stepJson(step) })),
    budgets:
      budgets?.map(({ project, month, budget, used }) => ({
        project,
        month,
        budget: amountJson(budget),
        used: amountJson(used),
      })) ?? null,
    kept: kept.kept,
    of: kept.of,
  };

  function instantJson(at: string | null): string | null {
    return at === null ? null : toLocalIso(at, calendar);
  }

  function dateJson(date: Moment | null): string | null {
    return instantJson(date?.at ?? null);
  }

  function subjectJson({ uid, number, kind, title, project }: ReportSubject) {
    return { id: number, uid, kind, title, project };
  }

  function moveJson({ at, from, to, reason }: ReportMove) {
    return { at: instantJson(at), from: dateJson(from), to: dateJson(to), reason };
  }

  function itemJson(item: ReportItem) {
    return {
      ...subjectJson(item),
      state: item.state,
      due: dateJson(item.date),
      offered: dateJson(item.offered),
      wantedBy: dateJson(item.wantedBy),
      overdue: item.isOverdue,
      moves: item.moves.map(moveJson),
      next: dateJson(item.next?.date ?? null),
      nextIsPast: item.next?.isPast ?? false,
      finishedAt: instantJson(item.finishedAt),
      late: item.wasLate,
    };
  }

  function askJson(ask: ReportAsk) {
    return {
      ...subjectJson(ask),
      ask: ask.ask,
      by: dateJson(ask.date),
      offered: dateJson(ask.offered),
      overdue: ask.isOverdue,
      moves: ask.moves.map(moveJson),
      amount: ask.ask === 'price' ? amountJson(ask.amount) : null,
    };
  }

  /** A step with its times as instants of the user's zone. */
  function stepJson({ at, ...step }: ReportStep) {
    const fields = Object.entries(step).map(([name, value]: [string, unknown]) => [
      name,
      name === 'clearAt' ? instantJson(value as string) : fieldJson(value),
    ]);
    return { at: instantJson(at), ...Object.fromEntries(fields) };
  }

  function fieldJson(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    return 'at' in value ? dateJson(value as Moment) : amountJson(value as Amount);
  }
}
