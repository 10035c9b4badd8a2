import type { WorkItem } from '../../domain/planning/work-order.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayRoundHours } from '../words/amount.ts';
import { sayDate } from '../words/time.ts';
import { alignRows, type Cell, type Column, TITLE } from './columns.ts';
import { truncate } from './width.ts';

const COLUMNS: readonly Column[] = [
  { align: 'right' },
  { shrinks: true, least: 6, leaves: 3 },
  TITLE,
  { align: 'right', leaves: 2 },
  { shrinks: true, least: 14, keepsWords: true },
  { align: 'right', leaves: 1 },
];

/** How many commitments are shown; nobody works on more in a day or two. */
const SHOWN = 4;

const INDENT = '  ';

/** What to work on, in order, in five lines: the hours left, the target, and how many hours are free until then. */
export function showWork(work: readonly WorkItem[], view: ViewContext): string[] {
  if (work.length === 0) return [];
  const cells = work.slice(0, SHOWN).map((item) => cellsOf(item, view));
  return [
    view.style.heading('Work, in this order') + showCount(work, view),
    ...alignRows(COLUMNS, cells, view.width - INDENT.length).map((row) => INDENT + row),
  ];
}

/** The numbers of the first commitments to work on, in one line. */
export function showWorkBriefly(work: readonly WorkItem[], view: ViewContext): string[] {
  if (work.length === 0) return [];
  const numbers = work.slice(0, SHOWN).map(({ work: { commitment } }) => commitment.number);
  const more = work.length > SHOWN ? ` and ${work.length - SHOWN} more` : '';
  return [truncate(`Work, in this order: ${numbers.join(', ')}${more}`, view.width)];
}

function showCount(work: readonly WorkItem[], { style }: ViewContext): string {
  const rest = work.length > SHOWN ? `${SHOWN} of ${work.length} \u00b7 ` : '';
  return style.quiet(`  ${rest}fup forecast`);
}

/** An offer that has not been answered has a question mark after its date, as in the forecast. */
function cellsOf({ work, target, hoursFree }: WorkItem, view: ViewContext): Cell[] {
  const { commitment, hours, assumedFrom } = work;
  return [
    { text: String(commitment.number) },
    { text: printable(nameOf(commitment.client, view) ?? '') },
    { text: printable(commitment.title) },
    { text: `${assumedFrom === undefined ? '' : '~'}${sayRoundHours(hours)}` },
    { text: `by ${sayDate(target, view)}${commitment.due ? '' : '?'}` },
    hoursFreeCell(hoursFree, view),
  ];
}

function hoursFreeCell(hoursFree: number, { style }: ViewContext): Cell {
  const hours = sayRoundHours(Math.abs(hoursFree));
  if (hours === '0h') return { text: 'just fits' };
  return hoursFree < 0
    ? { text: `${hours} short`, style: style.late }
    : { text: `${hours} free`, style: style.quiet };
}
