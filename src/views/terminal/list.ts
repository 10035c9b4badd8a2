import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { ballOf, type Commitment, currentDate, isOpen, isOverdue } from '../../domain/streams/commitment.ts';
import { type Frame, nameOf } from '../frame.ts';
import { printable } from '../printable.ts';
import { sayLine } from '../words/reason.ts';
import { sayDate, sayRelative, toLocalIso } from '../words/time.ts';
import { alignRows, type Cell, type Column } from './columns.ts';
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

/** Commitments as a table, a line each. */
export async function listCommitments(commitments: readonly Commitment[], frame: Frame): Promise<string> {
  const rows = commitments.map((commitment) => cellsOf(commitment, frame));
  return renderTable(COLUMNS, rows, frame.width, frame.style.quiet);
}

/** The same without headings, for a list to choose from: a line each. */
export function chooseable(commitments: readonly Commitment[], frame: Frame): string[] {
  return alignRows(
    COLUMNS,
    commitments.map((commitment) => cellsOf(commitment, frame).map(({ text }) => ({ text }))),
    frame.width,
  );
}

function cellsOf(commitment: Commitment, frame: Frame): Cell[] {
  const { now, calendar, style } = frame;
  const date = currentDate(commitment);
  const late = isOverdue(commitment, now) ? style.late : undefined;
  return [
    { text: String(commitment.number) },
    { text: printable(nameOf(commitment.who ?? commitment.client, frame) ?? '') },
    { text: printable(commitment.title) },
    { text: commitment.kind === 'request' || !isOpen(commitment) ? commitment.state : commitment.kind },
    { text: ballOf(commitment) ?? '' },
    // A date that is wished for or offered is a question still.
    {
      text: date ? `${sayDate(date, frame)}${commitment.due ? '' : '?'}` : 'no date',
      ...(late && { style: late }),
    },
    {
      text: date && isOpen(commitment) ? sayRelative(date.at, now, calendar) : '',
      style: late ?? style.quiet,
    },
  ];
}

/** Commitments for programs that read lines: the fields of a row, to be separated by tabs. */
export function plainCommitment(commitment: Commitment, frame: Frame): string[] {
  const { calendar } = frame;
  const date = currentDate(commitment);
  return [
    String(commitment.number),
    commitment.kind,
    commitment.state,
    ballOf(commitment) ?? '',
    nameOf(commitment.client, frame) ?? '',
    commitment.title,
    date ? toLocalIso(date.at, calendar) : '',
  ];
}

/** A line of attention for programs that read lines. */
export function plainLine(line: AttentionLine, frame: Frame): string[] {
  return [
    line.severity,
    line.reason,
    line.commitment ? String(line.commitment.number) : '',
    nameOf(line.counterpart, frame) ?? '',
    line.commitment?.title ?? '',
    toLocalIso(line.due, frame.calendar),
    sayLine(line, frame),
  ];
}
