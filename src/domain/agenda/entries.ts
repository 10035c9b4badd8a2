import { type AttentionLine, subjectOf } from './attention.ts';
import { GROUPS, type Group } from './groups.ts';
import { REASONS } from './reasons.ts';

/** What people read as one: everything about a commitment under its worst line, or a line about a client. */
export interface Entry {
  /** The line that the entry is read under. */
  readonly line: AttentionLine;
  readonly group: Group;
  /** All lines about the same subject, `line` among them, in the order of the agenda. */
  readonly lines: readonly AttentionLine[];
}

/**
 * The entries in the order in which they are read, the worst first. A commitment is read under the line whose group comes
 * first, so that a date that is late or in danger hides behind no other reason.
 */
export function entriesOf(lines: readonly AttentionLine[]): Entry[] {
  const bySubject = new Map<string | null, Entry>();
  for (const line of lines) {
    const group = groupOf(line);
    if (!group) continue;
    const subject = subjectOf(line);
    const before = bySubject.get(subject);
    const isWorse = !before || GROUPS.indexOf(group) < GROUPS.indexOf(before.group);
    const all = [...(before?.lines ?? []), line];
    bySubject.set(subject, isWorse ? { line, group, lines: all } : { ...before, lines: all });
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
