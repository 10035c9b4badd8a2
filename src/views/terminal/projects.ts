import type { ProjectCost } from '../../domain/planning/project-cost.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import {
  sayAhead,
  sayBudget,
  sayChance,
  sayMissing,
  sayPastOverrun,
  saySpentOf,
  sayTotal,
} from '../words/project.ts';
import { BAR_LEGEND, budgetBar } from './budget-bar.ts';
import { alignRows, type Column } from './columns.ts';
import { linesOfPieces } from './pieces.ts';
import { wrap } from './width.ts';

const COLUMNS: readonly Column[] = [{ shrinks: true, least: 16 }, { shrinks: true, least: 8 }, {}];

const INDENT = '  ';
const WIDEST_BAR = 60;

/** Projects, each with what is spent of its budget, a bar, and what it will come to. */
export function listProjects(costs: readonly ProjectCost[], view: ViewContext): string {
  const { style, width } = view;
  const heads = alignRows(
    COLUMNS,
    costs.map((cost) => [
      { text: printable(cost.project.name), style: style.heading },
      { text: printable(nameOf(cost.project.client, view) ?? '') },
      { text: saySpentOf(cost), ...(cost.over && { style: style.late }) },
    ]),
    width,
  );
  const room = Math.min(WIDEST_BAR, width - INDENT.length);
  const bars = costs.map((cost) => budgetBar(cost, room, view));
  return [
    ...costs.flatMap((cost, index) => [
      ...(index > 0 ? [''] : []),
      (heads[index] ?? '').trimEnd(),
      ...(bars[index] ? [INDENT + bars[index]] : []),
      ...outlook(cost, view).map((line) => INDENT + line),
    ]),
    ...(bars.some(Boolean) ? ['', ...wrap(BAR_LEGEND, width).map((line) => style.quiet(line))] : []),
  ].join('\n');
}

function outlook(cost: ProjectCost, view: ViewContext): string[] {
  const { style, width } = view;
  const { project, ahead, earlier, window } = cost;
  const total = sayTotal(cost);
  const chance = sayChance(cost);
  const monthly = window?.month ? sayBudget(cost, view) : null;
  const pieces = [
    ...(project.closedAt === null ? [] : ['closed']),
    ...(window ? [] : ['no budget']),
    ...(monthly ? [monthly] : []),
    ...(ahead.tasks > 0 ? [`${sayAhead(cost)} left`] : project.closedAt === null ? [sayAhead(cost)] : []),
    ...(total ? [`comes to ${total}`] : []),
    ...(chance ? [chance] : []),
    ...sayMissing(cost),
  ].map((text) => ({ text, style: style.quiet }));
  const overruns = earlier.map((overrun) => ({ text: sayPastOverrun(overrun), style: style.late }));
  return linesOfPieces([...pieces, ...overruns], width - INDENT.length);
}
