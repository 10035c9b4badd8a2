import { defined } from '../base/defined.ts';
import type { Change } from '../streams/events.ts';
import type { Project } from '../streams/project.ts';
import type { Instant } from '../time/moment.ts';
import { onProject, renameIn } from './on-project.ts';
import type { Situation } from './situation.ts';

/**
 * Merges a project into another of the same name, which two files started separately: what was spent on it counts there.
 * Of what there can be only one, the client, the rate and the budget, the one that stays keeps its own.
 */
export function mergeProject(into: Project, other: Project, at: Instant, situation: Situation): Change[] {
  const { budget } = other;
  const details = defined({
    client: into.client === null ? (other.client ?? undefined) : undefined,
    rate: into.rate === null ? (other.rate ?? undefined) : undefined,
  });
  return [
    ...[other.uid, ...other.merged].map((project) =>
      onProject(into, { type: 'ProjectAdopted', project, at }),
    ),
    ...(Object.keys(details).length > 0
      ? [onProject(into, { type: 'ProjectDetailsChanged', ...details, at })]
      : []),
    ...(into.budget === null && budget !== null
      ? [
          onProject(
            into,
            defined({
              type: 'BudgetSet' as const,
              amount: budget.amount,
              monthly: budget.isMonthly ? (true as const) : undefined,
              since: budget.since,
              until: budget.until ?? undefined,
              answers: budget.answers.length > 0 ? budget.answers : undefined,
              at: budget.setAt,
            }),
          ),
        ]
      : []),
    ...(into.closedAt !== null && other.closedAt === null
      ? [onProject(into, { type: 'ProjectReopened', at })]
      : []),
    ...renameIn(into.name, into.name, at, situation),
    onProject(other, { type: 'ProjectMerged', into: into.uid, at }),
  ];
}
