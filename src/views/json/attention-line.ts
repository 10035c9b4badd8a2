import {
  type AttentionLine,
  ballOfLine,
  type LineOf,
  settlingCommand,
  titleOf,
} from '../../domain/agenda/attention.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { sayLine } from '../words/reason.ts';
import { draftCommand, wholeCommand } from '../words/settling-command.ts';
import { holdsUpJson, lateOfTheirsJson } from './held-up.ts';
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
    ...(line.commitment && heldUpFields(line.commitment, view)),
    ...(line.reason === 'update' && line.together && { together: line.together.map(({ number }) => number) }),
    ...(line.reason === 'over-budget' && budgetFields(line)),
    ...(line.reason === 'at-risk' && {
      chance: rounded(line.risk.chance, 3),
      holds: toLocalIso(line.risk.holds.at, view.calendar),
    }),
  };
}

/** What a line about a commitment adds where something of theirs was late. */
function heldUpFields(commitment: Commitment, view: ViewContext): object {
  const held = view.heldUp(commitment);
  const [first] = held;
  if (!first) return {};
  return commitment.kind === 'awaiting'
    ? { holdsUp: holdsUpJson(first, view) }
    : { lateOfTheirs: held.map((each) => lateOfTheirsJson(each, view)) };
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
