import { type AttentionLine, subjectOf, titleOf } from '../../domain/agenda/attention.ts';
import { type Entry, entriesOf } from '../../domain/agenda/entries.ts';
import { GROUPS, type Group } from '../../domain/agenda/groups.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { GROUP_HEADINGS, TO_BE_WRITTEN } from '../words/group.ts';
import { sayConsequences, sayReason, sayTogether, sayWhenTogether } from '../words/reason.ts';
import { shortCommand } from '../words/short-command.ts';
import { alignRows, type Cell, type Column, GAP, rowsFit, TITLE } from './columns.ts';
import { linesOfPieces, type Piece } from './pieces.ts';
import { widthOf } from './width.ts';

const COLUMNS: readonly Column[] = [{ align: 'right' }, { shrinks: true, least: 8 }, TITLE, {}, {}];

const INDENT = 2;

/** The entries of a group, each as a row and the lines below it. */
export interface GroupOfEntries {
  readonly group: Group;
  readonly size: number;
  /** Whether a draft of one of them can be asked for by its number. */
  readonly isToBeWritten: boolean;
  /** The first `count` entries, each with its lines. */
  readonly first: (count: number) => readonly (readonly string[])[];
}

/** What the lines below the entries say. */
export interface Detail {
  /** Whether each date in danger says which date would hold, and what waits for something of theirs what is lost by it. */
  readonly holds: boolean;
}

/** One entry with the lines below it, without its command. */
export function showEntry(entry: Entry, view: ViewContext): string[] {
  const [lines = []] = showRows([entry], { holds: true }, view, false);
  return [...lines];
}

/** All entries in their groups. */
export function showEntries(lines: readonly AttentionLine[], view: ViewContext): string[] {
  return groupsOf(entriesOf(lines), { holds: true }, view).flatMap((group) => [
    '',
    showGroupHeading(group, group.size, view),
    ...group.first(group.size).flat(),
  ]);
}

/** The entries by group, worst first; groups without entries are left out. */
export function groupsOf(entries: readonly Entry[], detail: Detail, view: ViewContext): GroupOfEntries[] {
  return GROUPS.flatMap((group) => {
    const own = entries.filter((entry) => entry.group === group);
    const first = (count: number) => showRows(own.slice(0, count), detail, view);
    if (own.length === 0) return [];
    const isToBeWritten =
      TO_BE_WRITTEN.includes(group) &&
      own.some(({ line, together }) => line.commitment !== null && !together && line.reason !== 'missed');
    return [{ group, size: own.length, isToBeWritten, first }];
  });
}

/** The heading of a group; where only the first entries are shown, with how many there are, and where words are to be sent, with what writes them. */
export function showGroupHeading(
  { group, size, isToBeWritten }: GroupOfEntries,
  shown: number,
  { style, width }: ViewContext,
  remark = '',
): string {
  const heading = GROUP_HEADINGS[group];
  const count = shown < size ? `  ${shown} of ${size}` : '';
  const hint = isToBeWritten ? WRITE : '';
  const fits = widthOf(heading + remark + count + hint) <= width;
  return style.heading(heading) + style.quiet(remark + count + (fits ? hint : ''));
}

/** What writes the words to be sent. */
const WRITE = '  write it: fup draft ID';

/**
 * Entries as aligned rows, each with what stands below it. What does not fit beside a title that can still be read
 * stands below: first the command, then the reason too.
 */
function showRows(
  entries: readonly Entry[],
  detail: Detail,
  view: ViewContext,
  withCommand = true,
): string[][] {
  const all = entries.map((entry) => ({
    entry,
    cells: cellsOf(entry, view).slice(0, withCommand ? 5 : 4),
  }));
  const room = view.width - INDENT;
  const beside =
    [5, 4].find((count) =>
      rowsFit(
        COLUMNS,
        all.map(({ cells }) => cells.slice(0, count)),
        room,
      ),
    ) ?? 3;
  const rows = alignRows(
    COLUMNS,
    all.map(({ cells }) => cells.slice(0, beside)),
    room,
  );
  const numbers = Math.max(...all.map(({ cells }) => cells[0]?.text.length ?? 0));
  const indent = ' '.repeat(INDENT + (numbers > 0 ? numbers + GAP : 0));
  return all.map(({ entry, cells }, index) => {
    const [reason, command] = [3, 4].map((place) => (place < beside ? undefined : cells[place]));
    const below = linesOfPieces(
      [
        ...(reason ? [reason] : []),
        ...notesOn(entry, detail, view),
        // A command comes last, so that a line that is copied from there on can be run.
        ...(command ? [{ ...command, isWhole: true }] : []),
      ],
      view.width - indent.length,
    );
    return [' '.repeat(INDENT) + rows[index], ...below.map((line) => indent + line)];
  });
}

/** What else about an entry needs attention today, and what would save a date in danger. */
function notesOn({ line: head, lines, together }: Entry, { holds }: Detail, view: ViewContext): Piece[] {
  // While they have not answered to a price, what waits for that says nothing more.
  const isAboutPrice = head.reason === 'awaiting-approval' || head.reason === 'unpriced-scope';
  const hidden = lines.filter(
    (line) =>
      line !== head &&
      line.severity !== 'soon' &&
      !(isAboutPrice && line.isWithThem) &&
      !(together && line.reason === 'update'),
  );
  const notes = [
    ...hidden.map((line) => named(line) + sayReason(line, view)),
    ...(holds ? bySubject(lines).flatMap(consequencesOf) : []),
  ];

  /** Which of several commitments it is about, where the entry is about them together. */
  function named(line: AttentionLine | undefined): string {
    return together && line?.commitment ? `${line.commitment.number}: ` : '';
  }

  function consequencesOf(own: readonly AttentionLine[]): string[] {
    return sayConsequences(own, view, true).map((text) => named(own[0]) + text);
  }

  return notes.map((text) => ({ text, style: view.style.quiet }));
}

/** Lines by what they are about, in order. */
function bySubject(lines: readonly AttentionLine[]): AttentionLine[][] {
  const subjects = [...new Set(lines.map(subjectOf))];
  return subjects.map((subject) => lines.filter((line) => subjectOf(line) === subject));
}

function cellsOf({ line, together }: Entry, view: ViewContext): Cell[] {
  const { style } = view;
  const urgency =
    line.severity === 'overdue' ? style.late : line.severity === 'today' ? style.today : style.quiet;
  return [
    { text: line.commitment && !together ? String(line.commitment.number) : '' },
    { text: printable(nameOf(line.counterpart, view) ?? '') },
    { text: together ? sayTogether(together) : printable(titleOf(line) ?? '') },
    { text: together ? sayWhenTogether(line, view) : sayReason(line, view), style: urgency },
    { text: printable(`fup ${shortCommand(line, view)}`), style: style.command },
  ];
}
