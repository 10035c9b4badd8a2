import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { type ProjectCost, unansweredMarks } from '../../domain/planning/project-cost.ts';
import { type Commitment, isUnpriced } from '../../domain/streams/commitment.ts';
import { isStarted } from '../../domain/streams/project.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import type { NextStep } from './next-steps.ts';

/**
 * What may come next of a project: a budget, if it has none; else, while a mark of it is not answered, what answers it. `work` is
 * what belongs to it.
 */
export function stepsOfProject(
  cost: ProjectCost,
  work: readonly Commitment[],
  view: ViewContext,
): NextStep[] {
  const { project, window } = cost;
  const step = (when: string, ...words: string[]): NextStep => ({
    when,
    command: ['followup', ...words].join(' '),
  });
  const named = ['project', quoteForShell(project.name)];
  if (window === null) {
    const when = isStarted(project) ? 'to give it a budget' : 'to make it a project';
    return project.closedAt === null ? [step(when, ...named, '--budget', 'AMOUNT')] : [];
  }
  if (unansweredMarks(cost).length === 0) return [];
  const client = nameOf(project.client, view);
  const extra = work.find(isUnpriced);
  return [
    step('to raise it', ...named, '--budget', 'AMOUNT', '--because', 'WHY', '--by', 'WHO'),
    extra
      ? step('to price what is extra, before you raise it', 'price', String(extra.number), 'AMOUNT')
      : step('if some of it is extra, before you raise it', 'edit', 'ID', '--scope', 'out'),
    ...(client === null
      ? []
      : [step('to tell them', 'draft', '-c', quoteForShell(client), 'update', '--say', 'TEXT')]),
    step('if you leave it as it is', ...named, '--seen', '--because', 'WHY'),
  ];
}
