import { type AttentionLine, subjectOf } from './attention.ts';
import { GROUPS, type Group } from './groups.ts';
import { REASONS } from './reasons.ts';

/** What people read as one item: all lines about a commitment, headed by the worst, or a line about a client. */
export interface Entry {
  /** The line at its head. */
  readonly line: AttentionLine;
  readonly group: Group;
  /** All lines about the same subject, including `line`, in the order of the agenda. */
  readonly lines: readonly AttentionLine[];
}

/**
 * Groups lines into entries, worst first. A commitment is headed by the line whose group comes first, so that
 * no other reason hides a date that is late or in danger.
 */
export function entriesOf(lines: readonly AttentionLine[]): Entry[] {
  const bySubject = new Map<string | null, Entry>();
  for (const line of lines) {
    const group = groupOf(line);
    if (!group) continue;
    const subject = subjectOf(line);
    const existing = bySubject.get(subject);
    const isWorse = !existing || GROUPS.indexOf(group) < GROUPS.indexOf(existing.group);
    const all = [...(existing?.lines ?? []), line];
    bySubject.set(subject, isWorse ? { line, group, lines: all } : { ...existing, lines: all });
  }
  const inOrder = new Map(lines.map((line, index) => [line, index]));
  const place = ({ line }: Entry) => inOrder.get(line) ?? 0;
  return [...bySubject.values()].sort(
    (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || place(a) - place(b),
  );
}

function groupOf({ reason, severity }: AttentionLine): Group | null {
  const { group } = REASONS[reason];
  if (!group) return null;
  return severity === 'soon' ? 'soon' : group[severity];
}
