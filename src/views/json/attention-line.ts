import {
  type AttentionLine,
  ballOfLine,
  type LineOf,
  settlingCommand,
  titleOf,
} from '../../domain/agenda/attention.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { sayLine } from '../words/reason.ts';
import { draftCommand, wholeCommand } from '../words/settling-command.ts';
import { amountJson } from './money.ts';

/** A line of attention as programs see it. */
export function attentionLineJson(line: AttentionLine, view: ViewContext): object {
  return {
    severity: line.severity,
    reason: line.reason,
    id: line.commitment?.number ?? null,
    client: nameOf(line.commitment?.client ?? line.counterpart, view),
    title: titleOf(line),
    due: toLocalIso(line.due, view.calendar),
    since: toLocalIso(line.since, view.calendar),
    message: sayLine(line, view),
    command: `followup ${wholeCommand(line, view)}`,
    needs: settlingCommand(line).needs,
    draft: draftCommand(line, view),
    ball: ballOfLine(line),
    withThem: line.isWithThem ?? false,
    ...(line.reason === 'over-budget' && budgetFields(line)),
    ...(line.reason === 'at-risk' && {
      chance: rounded(line.risk.chance, 3),
      holds: toLocalIso(line.risk.holds.at, view.calendar),
    }),
  };
}

/** What a line about a budget adds: which mark is reached, and the numbers. */
function budgetFields({ project, cost, mark, earlier }: LineOf<'over-budget'>): object {
  const over = earlier?.over ?? cost.over;
  return {
    project: project.name,
    mark,
    month: earlier?.month ?? cost.window?.month ?? null,
    budget: amountJson(earlier?.window.amount ?? cost.window?.amount ?? { hours: 0 }),
    spent: amountJson(earlier?.counted ?? cost.counted),
    over: over && amountJson(over),
    chance: cost.chance === null || earlier ? null : rounded(cost.chance, 3),
  };
}
