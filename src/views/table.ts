import Table from 'cli-table3';
import { truncate, widthOf } from './width.ts';

/** One column of a table. */
export interface Column {
  readonly heading?: string;
  readonly align?: 'left' | 'right';
  /** Gives way when the table is wider than the terminal, down to `least` columns; the others keep their width. */
  readonly shrinks?: boolean;
  readonly least?: number;
}

/** A cell: its text, and how it is set off once it has been cut to its width. */
export interface Cell {
  readonly text: string;
  readonly style?: (text: string) => string;
}

const GAP = 2;
const NO_BORDERS = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((part) => [part, '']),
);

/**
 * The widths of the columns, so that the rows fit: columns that shrink give way, the widest first. A table that cannot
 * shrink enough stays wider than the terminal, because a command that is cut short is no command.
 */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): number[] {
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.heading ?? ''), ...rows.map((row) => widthOf(row[index]?.text ?? ''))),
  );
  const room = () => width - GAP * (columns.length - 1) - widths.reduce((sum, each) => sum + each, 0);
  while (room() < 0) {
    const [widest] = columns
      .map((column, index) => ({ index, column, width: widths[index] ?? 0 }))
      .filter(({ column, width: each }) => column.shrinks && each > (column.least ?? 8))
      .sort((a, b) => b.width - a.width);
    if (!widest) break;
    widths[widest.index] = widest.width - 1;
  }
  return widths;
}

/** Rows as aligned lines, cut to the widths; columns that are empty all the way down are left out. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  head?: (text: string) => string,
): string[] {
  const used = columns.map((_, index) => index).filter((index) => (widths[index] ?? 0) > 0);
  const table = new Table({
    chars: NO_BORDERS,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: used.map((index, place) => (widths[index] ?? 0) + (place < used.length - 1 ? GAP : 0)),
    colAligns: used.map((index) => columns[index]?.align ?? 'left'),
  });
  if (head) table.push(used.map((index) => head(cutTo(columns[index]?.heading ?? '', index))));
  for (const row of rows) {
    table.push(
      used.map((index) => {
        const { text = '', style } = row[index] ?? {};
        const shown = cutTo(text, index);
        return style && shown ? style(shown) : shown;
      }),
    );
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());

  /** Cut to its column and, when aligned right, filled up from the left: the gap belongs to the right of a cell. */
  function cutTo(text: string, index: number): string {
    const width = widths[index] ?? 0;
    const cut = truncate(text, width);
    const right = columns[index]?.align === 'right';
    const last = index === used.at(-1);
    return right && !last ? `${' '.repeat(width - widthOf(cut))}${cut}${' '.repeat(GAP)}` : cut;
  }
}
