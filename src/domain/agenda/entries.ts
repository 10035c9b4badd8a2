import type { Commitment } from '../streams/commitment.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
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
  /** Where several updates are due to a client: the commitments that one word to them covers. Null for all other entries. */
  readonly together: readonly Commitment[] | null;
}

/**
 * The entries of lines, worst first. Several updates that are due to a client are one, because one word settles them, and that they
 * have heard nothing for too long; `apart` are clients whose updates are asked about one by one.
 */
export function entriesOf(lines: readonly AttentionLine[], apart: ReadonlySet<string> = NOBODY): Entry[] {
  const entries = entriesBySubject(lines);
  const joined = new Map<string, Entry & { readonly lines: AttentionLine[] }>();
  for (const entry of entries) {
    const { reason, counterpart, together } = { together: undefined, ...entry.line };
    if (reason !== 'update' || counterpart === null || !together || apart.has(counterpart)) continue;
    if (!joined.has(counterpart)) joined.set(counterpart, { ...entry, together, lines: [] });
  }
  return entries.flatMap((entry) => {
    const { reason, counterpart } = entry.line;
    const isSettled = reason === 'quiet-client' || (reason === 'update' && entry.line.together);
    const whole = isSettled ? joined.get(counterpart ?? '') : undefined;
    if (!whole) return [entry];
    const isFirst = whole.lines.length === 0;
    whole.lines.push(...entry.lines);
    return isFirst ? [whole] : [];
  });
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Groups lines into entries by what they are about, worst first. A commitment is headed by the line whose group comes first, so that
 * no other reason hides a date that is late or in danger.
 */
export function entriesBySubject(lines: readonly AttentionLine[]): Entry[] {
  const bySubject = new Map<string | null, OpenEntry>();
  lines.forEach((line, place) => {
    const group = groupOf(line);
    if (!group) return;
    const rank = GROUPS.indexOf(group);
    const subject = subjectOf(line);
    const entry = bySubject.get(subject);
    if (!entry) bySubject.set(subject, { line, group, rank, place, lines: [line], together: null });
    else {
      entry.lines.push(line);
      if (rank < entry.rank) Object.assign(entry, { line, group, rank, place });
    }
  });
  return [...bySubject.values()].sort((a, b) => a.rank - b.rank || a.place - b.place);
}

/** An entry while its lines are collected. */
interface OpenEntry extends Entry {
  readonly lines: AttentionLine[];
  /** The places of its group among the groups, and of its line among the lines. */
  readonly rank: number;
  readonly place: number;
}

function groupOf({ reason, severity, isWithThem, commitment }: AttentionLine): Group | null {
  const { group } = REASONS[reason];
  if (!group) return null;
  if (isWithThem) return 'with-them';
  const isTheirs = commitment !== null && KIND_TRAITS[commitment.kind].owedBy === 'them';
  return (isTheirs ? group.theirs : undefined) ?? group[severity] ?? 'soon';
}
