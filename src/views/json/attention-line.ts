import { type AttentionLine, ballOfLine, settlingCommand } from '../../domain/agenda/attention.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { sayLine } from '../words/reason.ts';
import { draftCommand, wholeCommand } from '../words/settling-command.ts';

/** A line of attention as programs see it. */
export function attentionLineJson(line: AttentionLine, view: ViewContext): object {
  return {
    severity: line.severity,
    reason: line.reason,
    id: line.commitment?.number ?? null,
    client: nameOf(line.commitment?.client ?? line.counterpart, view),
    title: line.commitment?.title ?? null,
    due: toLocalIso(line.due, view.calendar),
    since: toLocalIso(line.since, view.calendar),
    message: sayLine(line, view),
    command: `followup ${wholeCommand(line, view)}`,
    needs: settlingCommand(line).needs,
    draft: draftCommand(line, view),
    ball: ballOfLine(line),
    withThem: line.isWithThem ?? false,
    ...(line.reason === 'at-risk' && {
      chance: rounded(line.risk.chance, 3),
      holds: toLocalIso(line.risk.holds.at, view.calendar),
    }),
  };
}
