import type { ProjectCost } from '../../domain/planning/project-cost.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayPlain } from '../words/project.ts';

/** A project as fields: name, client, budget, spent, what it likely and at most comes to, and by how much it is over. */
export function plainProject(
  { project, window, counted, total, over }: ProjectCost,
  view: ViewContext,
): string[] {
  return [
    project.name,
    nameOf(project.client, view) ?? '',
    window ? sayPlain(window.amount) : '',
    sayPlain(counted),
    total ? sayPlain(total.likely) : '',
    total ? sayPlain(total.most) : '',
    over ? sayPlain(over) : '',
  ];
}
