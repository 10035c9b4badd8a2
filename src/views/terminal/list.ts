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
import { alignRows, type Cell, type Column, TITLE } from './columns.ts';
import { showRest } from './screenful.ts';
import { renderTable } from './table.ts';

// Whose move it is follows from the state, how far away a date is from the date.
const COLUMNS: readonly Column[] = [
  { heading: 'No', align: 'right' },
  { heading: 'Client', shrinks: true, least: 8 },
  TITLE,
  { heading: 'State', leaves: 3 },
  { heading: 'Move', leaves: 1 },
  { heading: 'Date', shrinks: true, least: 17, keepsWords: true },
  { heading: '', leaves: 2 },
];

/** The first commitments of a list as a table, and how many more there are; `client` as in `listCommitments`. */
export async function showList(
  commitments: readonly Commitment[],
  total: number,
  view: ViewContext,
  client: string | null = null,
): Promise<string> {
  const table = await listCommitments(commitments, view, client);
  return [table, ...showRest(total - commitments.length, view)].join('\n');
}

/** Commitments as a table, one line each. The client (by uid) whom the list is about is not named in its rows. */
export async function listCommitments(
  commitments: readonly Commitment[],
  view: ViewContext,
  client: string | null = null,
): Promise<string> {
  const rows = commitments.map((commitment) => cellsOf(commitment, view, client));
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

function cellsOf(commitment: Commitment, view: ViewContext, client: string | null = null): Cell[] {
  const { now, style } = view;
  const whom = counterpart(commitment);
  const date = currentDate(commitment);
  const late = isOverdue(commitment, now) ? style.late : undefined;
  return [
    { text: String(commitment.number) },
    { text: whom === client ? '' : printable(nameOf(whom, view) ?? '') },
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
