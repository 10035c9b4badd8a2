import { pad, truncate, widthOf } from './width.ts';

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

/** Columns between two columns. */
export const GAP = 2;
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
export function alignRows(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
): string[] {
  const used = columns.map((_, index) => index).filter((index) => (widths[index] ?? 0) > 0);
  return rows.map((row) =>
    used
      .map((index) => {
        const { text = '', style } = row[index] ?? {};
        const width = widths[index] ?? 0;
        const shown = truncate(text, width);
        const space = pad('', width - widthOf(shown));
        const set = style && shown ? style(shown) : shown;
        return columns[index]?.align === 'right' ? space + set : index === used.at(-1) ? set : set + space;
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}
