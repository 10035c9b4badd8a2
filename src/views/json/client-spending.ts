import type { ClientSpending } from '../../domain/planning/project-cost.ts';
import type { ViewContext } from '../view-context.ts';
import { sumJson } from './money.ts';
import { projectJson } from './project.ts';

/** What was spent on a client, and its open projects. */
export function clientSpendingJson({ lately, inAll, projects }: ClientSpending, view: ViewContext): object {
  return {
    spent: { last30Days: sumJson(lately), inAll: sumJson(inAll) },
    projects: projects.map((cost) => projectJson(cost, view)),
  };
}
