import {
  type AttentionLine,
  type Reason,
  settlingCommand,
  subjectOf,
} from '../../domain/agenda/attention.ts';
import type { Question } from '../../domain/agenda/questions.ts';
import type { WorkItem } from '../../domain/planning/work-order.ts';
import type { Verdict } from '../../domain/streams/review.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { sayDay, sayTime } from '../../domain/time/wording.ts';
import { type Frame, nameOf } from '../frame.ts';
import { quoteForShell } from '../json/json.ts';
import { printable } from '../printable.ts';
import { sayRemedy, sayWhy } from '../words/why.ts';
import { alignRows, type Cell, type Column, GAP } from './columns.ts';
import { showQuestions } from './review.ts';
import { wrap } from './width.ts';
import { showWork } from './work.ts';

/** The groups of the morning, in the order in which they are read. */
const GROUPS = [
  'Late: speak first',
  'In danger: say so now',
  'Today',
  'Tell them',
  'Ask again',
  'Settle a date',
  'Soon',
] as const;
type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<Reason, { readonly overdue: Group; readonly today: Group }>> = {
  delivery: { overdue: 'Late: speak first', today: 'Today' },
  promise: { overdue: 'Late: speak first', today: 'Today' },
  reply: { overdue: 'Late: speak first', today: 'Today' },
  waiting: { overdue: 'Ask again', today: 'Today' },
  update: { overdue: 'Tell them', today: 'Tell them' },
  'not-in-writing': { overdue: 'Tell them', today: 'Tell them' },
  'quiet-client': { overdue: 'Tell them', today: 'Tell them' },
  'at-risk': { overdue: 'In danger: say so now', today: 'In danger: say so now' },
  'offer-unanswered': { overdue: 'Ask again', today: 'Ask again' },
  'no-date': { overdue: 'Settle a date', today: 'Settle a date' },
  // Shown with the questions themselves.
  review: { overdue: 'Today', today: 'Today' },
};

const COLUMNS: readonly Column[] = [
  { align: 'right' },
  { shrinks: true, least: 12 },
  { shrinks: true, least: 10 },
  {},
  {},
];

const SHORT_OPTIONS: Readonly<Record<string, string>> = { '--about': '-a', '--because': '-r' };

const INDENT = '  ';

/** So many entries of a group are shown: a longer list is no help in the morning. */
const SHOWN_ENTRIES = 25;

/** What of the agenda the morning review shows. */
export interface ShownAgenda {
  readonly lines: readonly AttentionLine[];
  readonly questions: readonly Question[];
  readonly verdicts: ReadonlyMap<number, Verdict>;
}

/** The morning review for people: one entry a commitment under its worst reason, the four questions, and the work. */
export function showToday(
  { lines: all, questions, verdicts }: ShownAgenda,
  work: readonly WorkItem[],
  frame: Frame,
  most = SHOWN_ENTRIES,
): string {
  // The review is shown with its questions.
  const lines = all.filter(({ reason }) => reason !== 'review');
  const entries = worstOfEach(lines);
  return [
    ...heading(lines, frame),
    ...showGroups(entries, lines, frame, most),
    ...(lines.length > 0 ? [''] : []),
    ...showQuestions(questions, verdicts, frame),
    ...(work.length > 0 ? [''] : []),
    ...showWork(work, frame),
  ].join('\n');
}

/** One entry of the morning: the worst line of a commitment, or a line about a client, and the group that it is read in. */
export interface Entry {
  readonly line: AttentionLine;
  readonly group: string;
}

/** All entries in the order in which they are read, the worst first. */
export function entriesInOrder(lines: readonly AttentionLine[]): Entry[] {
  const entries = worstOfEach(lines.filter(({ reason }) => reason !== 'review'));
  return GROUPS.flatMap((group) =>
    entries.filter((line) => groupOf(line) === group).map((line) => ({ line, group })),
  );
}

/** One entry with what stands below it, without its command. */
export function showEntry({ line }: Entry, lines: readonly AttentionLine[], frame: Frame): string[] {
  const cells = cellsOf(line, frame).slice(0, -1);
  const [row = ''] = alignRows(COLUMNS, [cells], frame.width - INDENT.length);
  const indent = ' '.repeat(INDENT.length + (cells[0]?.text.length ?? 0) + GAP);
  return [INDENT + row, ...showBelow(line, linesByCommitment(lines), indent, frame)];
}

/** The entries alone, all of them, as `overdue` shows them. */
export function showEntries(lines: readonly AttentionLine[], frame: Frame): string[] {
  return showGroups(worstOfEach(lines), lines, frame, Number.POSITIVE_INFINITY);
}

/** The entries in their groups; of a longer group than `most` the rest is only counted. */
function showGroups(
  entries: readonly AttentionLine[],
  lines: readonly AttentionLine[],
  frame: Frame,
  most: number,
): string[] {
  const byCommitment = linesByCommitment(lines);
  return GROUPS.flatMap((group) => {
    const all = entries.filter((line) => groupOf(line) === group);
    if (all.length === 0) return [];
    const shown = all.slice(0, most);
    const rest = all.length - shown.length;
    const numbers = shown.map(({ commitment }) => String(commitment?.number ?? '').length);
    const indent = ' '.repeat(INDENT.length + Math.max(...numbers) + GAP);
    const rows = alignRows(
      COLUMNS,
      shown.map((line) => cellsOf(line, frame)),
      frame.width - INDENT.length,
    );
    return [
      '',
      frame.style.heading(group),
      ...rows.flatMap((row, index) => [
        INDENT + row,
        ...showBelow(shown[index], byCommitment, indent, frame),
      ]),
      ...(rest > 0 ? [`${INDENT}and ${rest} more: followup today --all`] : []),
    ];
  });
}

function linesByCommitment(lines: readonly AttentionLine[]): ReadonlyMap<string, readonly AttentionLine[]> {
  const byCommitment = new Map<string, AttentionLine[]>();
  for (const line of lines) {
    if (!line.commitment) continue;
    const { uid } = line.commitment;
    byCommitment.set(uid, [...(byCommitment.get(uid) ?? []), line]);
  }
  return byCommitment;
}

/** Below an entry: what else needs attention about it today, and for a date in danger what would make it hold. */
function showBelow(
  entry: AttentionLine | undefined,
  byCommitment: ReadonlyMap<string, readonly AttentionLine[]>,
  indent: string,
  frame: Frame,
): string[] {
  const lines = (entry?.commitment && byCommitment.get(entry.commitment.uid)) ?? [];
  const hidden = lines.filter((line) => line !== entry && line.severity !== 'soon');
  const risk = lines.find((line) => line.risk)?.risk;
  const texts = [...hidden.map((line) => sayWhy(line, frame)), ...(risk ? [sayRemedy(risk, frame)] : [])];
  if (texts.length === 0) return [];
  return wrap(texts.join('; '), frame.width - indent.length).map((text) => indent + frame.style.quiet(text));
}

/** The date, and of how many things something is late, or a matter of today. */
function heading(lines: readonly AttentionLine[], frame: Frame): string[] {
  const { now, calendar, style } = frame;
  const date = `${sayDay(localDay(calendar, now), calendar)}, ${sayTime(now, calendar)}`;
  const subjects = (severity: AttentionLine['severity']) =>
    lines.filter((line) => line.severity === severity).map(subjectOf);
  const late = new Set(subjects('overdue'));
  const rest = new Set(subjects('today').filter((subject) => !late.has(subject)));
  const counts = [late.size && `${late.size} overdue`, rest.size && `${rest.size} for today`]
    .filter(Boolean)
    .join(', ');
  return [
    style.heading(date) + (counts ? ` · ${counts}` : ''),
    ...(lines.length === 0 ? ['', 'Nothing needs you now.', ''] : []),
  ];
}

/**
 * The line under which each commitment is read: of those that are a matter of today or late, the one whose group is read
 * first, so that a date that is late or in danger hides behind no other reason. A line about a client stands for itself.
 */
function worstOfEach(lines: readonly AttentionLine[]): AttentionLine[] {
  const worst = new Map<string, AttentionLine>();
  for (const line of lines) {
    if (!line.commitment) continue;
    const key = line.commitment.uid;
    const before = worst.get(key);
    if (!before || placeOf(line) < placeOf(before)) worst.set(key, line);
  }
  return lines.filter((line) => !line.commitment || worst.get(line.commitment.uid) === line);
}

function placeOf(line: AttentionLine): number {
  return GROUPS.indexOf(groupOf(line));
}

function groupOf(line: AttentionLine): Group {
  return line.severity === 'soon' ? 'Soon' : GROUP_OF[line.reason][line.severity];
}

function cellsOf(line: AttentionLine, frame: Frame): Cell[] {
  const { style } = frame;
  const name = nameOf(line.counterpart, frame);
  const urgency =
    line.severity === 'overdue' ? style.late : line.severity === 'today' ? style.today : style.quiet;
  return [
    { text: line.commitment ? String(line.commitment.number) : '' },
    { text: printable(name ?? '') },
    { text: printable(line.commitment?.title ?? '') },
    { text: sayWhy(line, frame), style: urgency },
    { text: printable(`fup ${shortCommand(line, frame)}`), style: style.command },
  ];
}

/**
 * The command of an entry as short as it works: a client by the first word of the name where no other client begins with
 * it, else with dashes, because neither spaces nor capital letters matter. What only they can settle is asked about.
 */
function shortCommand(line: AttentionLine, frame: Frame): string {
  const name = nameOf(line.counterpart, frame);
  const { args } =
    groupOf(line) === 'Ask again'
      ? { args: ['update', String(line.commitment?.number), 'TEXT'] }
      : settlingCommand(line, name === null ? null : handleOf(name, frame), frame.now);
  return args.map((word) => SHORT_OPTIONS[word] ?? quoteForShell(word)).join(' ');
}

/** The shortest run of whole words of a name, from its first, that no other name begins with. */
function handleOf(name: string, frame: Frame): string {
  const words = name.toLowerCase().split(/[\s-]+/);
  const names = [...frame.names.values()].map((other) =>
    other
      .toLowerCase()
      .split(/[\s-]+/)
      .join('-'),
  );
  const handles = words.map((_, index) => words.slice(0, index + 1).join('-'));
  const unique = handles.find(
    (handle) => [...handle].length >= 3 && names.filter((other) => other.startsWith(handle)).length === 1,
  );
  return unique ?? words.join('-');
}
