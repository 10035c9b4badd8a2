import { type ProjectCost, unansweredMarks } from '../../domain/planning/project-cost.ts';
import type { WeekSpent } from '../../domain/planning/spent-by-week.ts';
import type { ProjectEvent } from '../../domain/streams/events.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { sayProjectEvent } from '../words/project-story.ts';
import { amountJson, moneyJson, sumJson } from './money.ts';

/** A project as programs see it; amounts are hours or money, as its budget is. */
export function projectJson(cost: ProjectCost, view: ViewContext): object {
  const { project, window, counted, apart, ahead, total, chance, share, over, earlier } = cost;
  const { budget, rate } = project;
  return {
    uid: project.uid || null,
    name: project.name,
    client: nameOf(project.client, view),
    startedAt: toLocalIso(project.startedAt, view.calendar),
    closedAt: project.closedAt === null ? null : toLocalIso(project.closedAt, view.calendar),
    rate: rate && moneyJson(rate),
    budget:
      budget && window
        ? {
            amount: amountJson(window.amount),
            monthly: budget.isMonthly,
            month: window.month,
            perMonth: budget.isMonthly ? amountJson(budget.amount) : null,
            since: budget.since,
            until: budget.until,
          }
        : null,
    spent: amountJson(counted),
    notCounted: sumJson(apart),
    left: {
      tasks: ahead.tasks,
      unestimated: ahead.unestimated,
      notThisMonth: ahead.later,
      likelyHours: rounded(ahead.likelyHours, 2),
      mostHours: rounded(ahead.mostHours, 2),
    },
    likely: total && amountJson(total.likely),
    most: total && amountJson(total.most),
    chance: chance === null ? null : rounded(chance, 3),
    share: share === null ? null : rounded(share, 4),
    over: over && amountJson(over),
    unanswered: unansweredMarks(cost).map(({ mark, month = null }) => ({ mark, month })),
    earlier: earlier.map((overrun) => ({ month: overrun.month, over: amountJson(overrun.over) })),
  };
}

/** The same with its weeks, the numbers of its work, and its story. */
export function shownProjectJson(
  shown: {
    readonly cost: ProjectCost;
    readonly weeks: readonly WeekSpent[];
    readonly commitments: readonly { readonly number: number }[];
    readonly events: readonly ProjectEvent[];
  },
  view: ViewContext,
): object {
  return {
    ...projectJson(shown.cost, view),
    ids: shown.commitments.map(({ number }) => number),
    weeks: shown.weeks.map(({ day, counted }) => ({ week: isoOfDay(day), spent: amountJson(counted) })),
    story: shown.events.map((event) => ({
      at: toLocalIso(event.at, view.calendar),
      type: event.type,
      summary: sayProjectEvent(event, view),
    })),
  };
}
