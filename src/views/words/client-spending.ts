import type { ClientSpending } from '../../domain/planning/project-cost.ts';
import { printable } from '../printable.ts';
import { sayProjectBriefly, saySum } from './project.ts';

/** What was spent on a client: "12h and EUR 120 in the last 30 days, 80h in all". */
export function saySpentOnClient({ lately, inAll }: ClientSpending): string {
  const all = saySum(inAll);
  const last = saySum(lately);
  return all === last ? `${all} in the last 30 days` : `${last} in the last 30 days, ${all} in all`;
}

/** The open projects of a client with their budgets, a line each. Safe to print. */
export function sayProjectsOf({ projects }: ClientSpending): string[] {
  return projects.map((cost) => `${printable(cost.project.name)}: ${sayProjectBriefly(cost)}`);
}
