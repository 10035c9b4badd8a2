import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { type Entry, entriesOf } from '../../domain/agenda/entries.ts';
import { GROUPS } from '../../domain/agenda/groups.ts';
import type { Question } from '../../domain/agenda/questions.ts';
import type { WorkItem } from '../../domain/planning/work-order.ts';
import type { DayAnswer } from '../../domain/streams/review.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { sayDay, sayTime } from '../../domain/time/wording.ts';
import { quoteForShell } from '../json/json.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { settlingArguments } from '../words/command.ts';
import { GROUP_HEADINGS } from '../words/group.ts';
import { sayReason, sayWhatWouldHelp } from '../words/reason.ts';
import { alignRows, type Cell, type Column, GAP } from './columns.ts';
import { showQuestions } from './review.ts';
import { wrap } from './width.ts';
import { showWork } from './work.ts';

const COLUMNS: readonly Column[] = [
  { align: 'right' },
  { shrinks: true, least: 12 },
  { shrinks: true, least: 10 },
  {},
  {},
];

const SHORT_OPTIONS: Readonly<Record<string, string>> = { '--about': '-a', '--because': '-r' };

const INDENT = '  ';

/** How many entries of a group are shown: a longer list is no help in the morning. */
const SHOWN_ENTRIES = 25;

/** What of the agenda the morning review shows. */
export interface ShownAgenda {
  readonly lines: readonly AttentionLine[];
  readonly questions: readonly Question[];
  readonly answeredToday: ReadonlyMap<number, DayAnswer>;
}

/** The morning review for people: the entries, the four questions, and the work. */
export function showToday(
  { lines, questions, answeredToday }: ShownAgenda,
  work: readonly WorkItem[],
  view: ViewContext,
  most = SHOWN_ENTRIES,
): string {
  const entries = entriesOf(lines);
  return [
    ...heading(entries, view),
    ...showGroups(entries, view, most),
    ...(entries.length > 0 ? [''] : []),
    ...showQuestions(questions, answeredToday, view),
    ...(work.length > 0 ? [''] : []),
    ...showWork(work, view),
  ].join('\n');
}

/** One entry with what stands below it, without its command. */
export function showEntry(entry: Entry, view: ViewContext): string[] {
  const cells = cellsOf(entry.line, view).slice(0, -1);
  const [row = ''] = alignRows(COLUMNS, [cells], view.width - INDENT.length);
  const indent = ' '.repeat(INDENT.length + (cells[0]?.text.length ?? 0) + GAP);
  return [INDENT + row, ...showBelow(entry, indent, view)];
}

/** The entries alone, all of them, as `overdue` shows them. */
export function showEntries(lines: readonly AttentionLine[], view: ViewContext): string[] {
  return showGroups(entriesOf(lines), view, Number.POSITIVE_INFINITY);
}

/** The entries in their groups; where a group has more than `most`, the rest is only counted. */
function showGroups(entries: readonly Entry[], view: ViewContext, most: number): string[] {
  return GROUPS.flatMap((group) => {
    const all = entries.filter((entry) => entry.group === group);
    if (all.length === 0) return [];
    const shown = all.slice(0, most);
    const rest = all.length - shown.length;
    const numbers = shown.map(({ line }) => String(line.commitment?.number ?? '').length);
    const indent = ' '.repeat(INDENT.length + Math.max(...numbers) + GAP);
    const rows = alignRows(
      COLUMNS,
      shown.map(({ line }) => cellsOf(line, view)),
      view.width - INDENT.length,
    );
    return [
      '',
      view.style.heading(GROUP_HEADINGS[group]),
      ...shown.flatMap((entry, index) => [`${INDENT}${rows[index]}`, ...showBelow(entry, indent, view)]),
      ...(rest > 0 ? [`${INDENT}and ${rest} more: followup today --all`] : []),
    ];
  });
}

/** Below an entry: what else needs attention about it today, and for a date in danger what would make it hold. */
function showBelow({ line: shown, lines }: Entry, indent: string, view: ViewContext): string[] {
  const hidden = lines.filter((line) => line !== shown && line.severity !== 'soon');
  const risk = lines.find((line) => line.reason === 'at-risk')?.risk;
  const texts = [
    ...hidden.map((line) => sayReason(line, view)),
    ...(risk ? [sayWhatWouldHelp(risk, view)] : []),
  ];
  if (texts.length === 0) return [];
  return wrap(texts.join('; '), view.width - indent.length).map((text) => indent + view.style.quiet(text));
}

/** The date, and how many things are late, or a matter of today. */
function heading(entries: readonly Entry[], view: ViewContext): string[] {
  const { now, calendar, style } = view;
  const date = `${sayDay(localDay(calendar, now), calendar)}, ${sayTime(now, calendar)}`;
  const having = (severity: AttentionLine['severity']) =>
    entries.filter(({ lines }) => lines.some((line) => line.severity === severity));
  const late = having('overdue');
  const rest = having('today').filter((entry) => !late.includes(entry));
  const counts = [late.length && `${late.length} overdue`, rest.length && `${rest.length} for today`]
    .filter(Boolean)
    .join(', ');
  return [
    style.heading(date) + (counts ? ` · ${counts}` : ''),
    ...(entries.length === 0 ? ['', 'Nothing needs you now.', ''] : []),
  ];
}

function cellsOf(line: AttentionLine, view: ViewContext): Cell[] {
  const { style } = view;
  const name = nameOf(line.counterpart, view);
  const urgency =
    line.severity === 'overdue' ? style.late : line.severity === 'today' ? style.today : style.quiet;
  return [
    { text: line.commitment ? String(line.commitment.number) : '' },
    { text: printable(name ?? '') },
    { text: printable(line.commitment?.title ?? '') },
    { text: sayReason(line, view), style: urgency },
    { text: printable(`fup ${shortCommand(line, view)}`), style: style.command },
  ];
}

/** The command of an entry as short as it can be typed: with a handle of the client, and with short options. */
function shortCommand(line: AttentionLine, view: ViewContext): string {
  return settlingArguments(line, view, (name) => handleOf(name, view))
    .map((word) => SHORT_OPTIONS[word] ?? quoteForShell(word))
    .join(' ');
}

/**
 * The first words of a name that no other name begins with, else all of them. Neither spaces nor capital letters matter in
 * a name, so it is joined with dashes and needs no quotes.
 */
function handleOf(name: string, view: ViewContext): string {
  const words = name.toLowerCase().split(/[\s-]+/);
  const names = [...view.names.values()].map((other) =>
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
