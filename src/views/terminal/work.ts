import type { WorkItem } from '../../domain/planning/work-order.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayRoundHours } from '../words/amount.ts';
import { sayDate } from '../words/time.ts';
import { alignRows, type Cell, type Column, TITLE } from './columns.ts';

const COLUMNS: readonly Column[] = [
  { align: 'right' },
  { shrinks: true, least: 8, leaves: 3 },
  TITLE,
  { align: 'right', leaves: 2 },
  { shrinks: true, least: 14, keepsWords: true },
  { align: 'right', leaves: 1 },
];

/** How many commitments are shown; nobody works on more in a day or two. */
const SHOWN = 7;

const INDENT = '  ';

/** What to work on, in order: the hours left, the target, and how many hours are free until then. */
export function showWork(work: readonly WorkItem[], view: ViewContext): string[] {
  if (work.length === 0) return [];
  const { style } = view;
  const cells = work
    .slice(0, SHOWN)
    .map(({ work: { commitment, hours, assumedFrom }, target, hoursFree }) => [
      { text: String(commitment.number) },
      { text: printable(nameOf(commitment.client, view) ?? '') },
      { text: printable(commitment.title) },
      { text: `${assumedFrom === undefined ? '' : 'about '}${sayRoundHours(hours)} left` },
      { text: `by ${sayDate(target, view)}` },
      hoursFreeCell(hoursFree, view),
    ]);
  const rest = work.length - cells.length;
  return [
    style.heading('Work, in this order'),
    ...alignRows(COLUMNS, cells, view.width - INDENT.length).map((row) => INDENT + row),
    ...(rest > 0 ? [`${INDENT}and ${rest} more: followup forecast`] : []),
  ];
}

function hoursFreeCell(hoursFree: number, { style }: ViewContext): Cell {
  const hours = sayRoundHours(Math.abs(hoursFree));
  if (hours === '0h') return { text: 'just fits' };
  return hoursFree < 0
    ? { text: `${hours} short`, style: style.late }
    : { text: `${hours} free`, style: style.quiet };
}
