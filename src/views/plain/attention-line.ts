import { type AttentionLine, titleOf } from '../../domain/agenda/attention.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayLine } from '../words/reason.ts';

/** A line of attention as fields. */
export function plainAttentionLine(line: AttentionLine, view: ViewContext): string[] {
  return [
    line.severity,
    line.reason,
    line.commitment ? String(line.commitment.number) : '',
    nameOf(line.counterpart, view) ?? '',
    titleOf(line) ?? '',
    toLocalIso(line.due, view.calendar),
    sayLine(line, view),
  ];
}
