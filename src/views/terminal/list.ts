import {
  ballOf,
  type Commitment,
  counterpart,
  currentDate,
  isOpen,
  isOverdue,
} from '../../domain/streams/commitment.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayStateOrKind } from '../words/commitment.ts';
import { sayDate, sayRelativeDate } from '../words/time.ts';
import { alignRows, type Cell, type Column } from './columns.ts';
import { showRest } from './screenful.ts';
import { renderTable } from './table.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'No', align: 'right' },
  { heading: 'Client', shrinks: true, least: 12 },
  { heading: 'Title', shrinks: true, least: 10 },
  { heading: 'State' },
  { heading: 'Move' },
  { heading: 'Date' },
  { heading: '' },
];

/** The first commitments of a list as a table, and how many more there are. */
export async function showList(
  commitments: readonly Commitment[],
  total: number,
  view: ViewContext,
): Promise<string> {
  const table = await listCommitments(commitments, view);
  return [table, ...showRest(total - commitments.length, view)].join('\n');
}

/** Commitments as a table, one line each. */
export async function listCommitments(
  commitments: readonly Commitment[],
  view: ViewContext,
): Promise<string> {
  const rows = commitments.map((commitment) => cellsOf(commitment, view));
  return renderTable(COLUMNS, rows, view.width, view.style.quiet);
}

/** Commitments as lines to choose from: the rows of the table without headings and colours. */
export function commitmentChoices(commitments: readonly Commitment[], view: ViewContext): string[] {
  return alignRows(
    COLUMNS,
    commitments.map((commitment) => cellsOf(commitment, view).map(({ text }) => ({ text }))),
    view.width,
  );
}

function cellsOf(commitment: Commitment, view: ViewContext): Cell[] {
  const { now, style } = view;
  const date = currentDate(commitment);
  const late = isOverdue(commitment, now) ? style.late : undefined;
  return [
    { text: String(commitment.number) },
    { text: printable(nameOf(counterpart(commitment), view) ?? '') },
    { text: printable(commitment.title) },
    { text: sayStateOrKind(commitment) },
    { text: ballOf(commitment) ?? '' },
    // A date that is only wished for or offered is still a question.
    {
      text: date ? `${sayDate(date, view)}${commitment.due ? '' : '?'}` : 'no date',
      ...(late && { style: late }),
    },
    {
      text: date && isOpen(commitment) ? sayRelativeDate(date, view) : '',
      style: late ?? style.quiet,
    },
  ];
}
