import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { type Entry, entriesOf } from '../../domain/agenda/entries.ts';
import { GROUPS } from '../../domain/agenda/groups.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { GROUP_HEADINGS } from '../words/group.ts';
import { sayReason, sayWhatWouldHelp } from '../words/reason.ts';
import { shortCommand } from '../words/short-command.ts';
import { alignBesideCommands, alignRows, type Cell, type Column, GAP, TITLE } from './columns.ts';
import { wrap } from './width.ts';

const COLUMNS: readonly Column[] = [{ align: 'right' }, { shrinks: true, least: 8 }, TITLE, {}];

const INDENT = '  ';

/** One entry with the lines below it, without its command. */
export function showEntry(entry: Entry, view: ViewContext): string[] {
  const cells = cellsOf(entry.line, view);
  const [row = ''] = alignRows(COLUMNS, [cells], view.width - INDENT.length);
  const indent = ' '.repeat(INDENT.length + (cells[0]?.text.length ?? 0) + GAP);
  return [INDENT + row, ...showBelow(entry, indent, view)];
}

/** All entries in their groups. */
export function showEntries(lines: readonly AttentionLine[], view: ViewContext): string[] {
  return showGroups(entriesOf(lines), view, Number.POSITIVE_INFINITY);
}

/** The entries in their groups. Beyond `most`, the rest of a group is only counted. */
export function showGroups(entries: readonly Entry[], view: ViewContext, most: number): string[] {
  return GROUPS.flatMap((group) => {
    const all = entries.filter((entry) => entry.group === group);
    if (all.length === 0) return [];
    const shown = all.slice(0, most);
    const rest = all.length - shown.length;
    const numbers = shown.map(({ line }) => String(line.commitment?.number ?? '').length);
    const indent = ' '.repeat(INDENT.length + Math.max(...numbers) + GAP);
    const rows = alignBesideCommands(
      COLUMNS,
      shown.map(({ line }) => ({ cells: cellsOf(line, view), command: commandCell(line, view) })),
      view.width - INDENT.length,
      indent.slice(INDENT.length),
    );
    return [
      '',
      view.style.heading(GROUP_HEADINGS[group]),
      ...shown.flatMap((entry, index) => [
        ...(rows[index] ?? []).map((row) => INDENT + row),
        ...showBelow(entry, indent, view),
      ]),
      ...(rest > 0 ? [`${INDENT}and ${rest} more: followup today --all`] : []),
    ];
  });
}

/** Below an entry: what else about it needs attention today, and what would save a date in danger. */
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
  ];
}

function commandCell(line: AttentionLine, view: ViewContext): Cell {
  return { text: printable(`fup ${shortCommand(line, view)}`), style: view.style.command };
}
