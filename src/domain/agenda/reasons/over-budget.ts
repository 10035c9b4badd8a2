import type { BudgetWindow } from '../../planning/budget-window.ts';
import {
  type PastOverrun,
  type ProjectCost,
  reachedAt,
  unansweredMarks,
} from '../../planning/project-cost.ts';
import type { AnsweredMark, BudgetMark } from '../../streams/events.ts';
import { keyOf } from '../../streams/names.ts';
import type { Budget, Project } from '../../streams/project.ts';
import { localDay, startOfDay } from '../../time/calendar.ts';
import { epoch, type Instant, instant, latest } from '../../time/moment.ts';
import type { Ledger } from '../ledger.ts';
import type { Concern, ReasonDefinition } from '../reason.ts';

/** A mark of a budget that was reached and not answered. */
interface UsedBudget extends Concern {
  readonly commitment: null;
  readonly project: Project;
  readonly cost: ProjectCost;
  readonly mark: BudgetMark;
  /** The overrun, if it is that of a month that is over. */
  readonly earlier: PastOverrun | null;
}

/**
 * A project has used four fifths of its budget, is past it, or is likely to pass it; each once, until the budget is raised
 * or somebody says that they know. An overrun stays as long as nobody does, also when all work is accepted.
 */
export const overBudget: ReasonDefinition<UsedBudget> = {
  find: (ledger) =>
    ledger.projects.flatMap((cost) =>
      unansweredMarks(cost).flatMap((answer) => lineOf(cost, answer, ledger)),
    ),
  shown: 'always-today',
  group: { overdue: 'in-danger', today: 'in-danger' },
  settle: ({ project }) => ({
    args: ['project', typeable(project.name), '--seen', '--because', 'TEXT'],
    needs: ['TEXT'],
  }),
  draft: ({ counterpart }) => (counterpart === null ? null : 'update'),
};

function lineOf(cost: ProjectCost, { mark, month }: AnsweredMark, { now, calendar }: Ledger): UsedBudget[] {
  const { project, window } = cost;
  const { budget } = project;
  if (!budget || !window) return [];
  const earlier = cost.earlier.find((overrun) => window.month !== month && overrun.month === month) ?? null;
  const due = momentOf(cost, mark, earlier?.window ?? window, budget);
  const since = mark === 'likely' ? startOfDay(calendar, localDay(calendar, now)) : due;
  return [{ commitment: null, project, counterpart: project.client, cost, mark, earlier, due, since }];
}

/**
 * Since when a mark stands: when so much was spent, but not before there was this budget. A forecast has no such time, so
 * it stands since a moment after the budget was set: never the same as another mark, or reminders would take one for the
 * other.
 */
function momentOf(cost: ProjectCost, mark: BudgetMark, window: BudgetWindow, { setAt }: Budget): Instant {
  const begin = latest(setAt, window.from ?? setAt);
  return mark === 'likely'
    ? instant(epoch(begin) + 1)
    : latest(begin, reachedAt(cost, mark, window) ?? begin);
}

/** A name as a word of a command line; one that would be read as an option is written without its signs. */
function typeable(name: string): string {
  return name.startsWith('-') ? keyOf(name) : name;
}
