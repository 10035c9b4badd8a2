import { truncate, widthOf } from './width.ts';

/** One column of aligned rows. */
export interface Column {
  readonly heading?: string;
  readonly align?: 'left' | 'right';
  /** Whether it shrinks, down to `least`, when the rows are wider than the terminal. */
  readonly shrinks?: boolean;
  readonly least?: number;
}

/** A cell: its text, and the style it gets once it has been cut to its width. */
export interface Cell {
  readonly text: string;
  readonly style?: (text: string) => string;
}

/** Spaces between two columns. */
export const GAP = 2;

/** The columns that a title keeps; narrow screens cannot give it as many. */
export function leastTitle(width: number): number {
  return Math.min(24, Math.floor(0.3 * width));
}

/** Whether rows fit the width once their columns are shrunk as far as they may. */
export function rowFits(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): boolean {
  const measured = rows.map((row) => row.map(({ text }) => widthOf(text)));
  const widths = fitWidths(columns, measured, width).filter((each) => each > 0);
  return widths.reduce((sum, each) => sum + each, GAP * (widths.length - 1)) <= width;
}

/** Rows as aligned lines, cut to fit the width; columns without text are left out. */
export function alignRows(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): string[] {
  const measured = rows.map((row) => row.map(({ text }) => widthOf(text)));
  const widths = fitWidths(columns, measured, width);
  const used = columns.map((_, index) => index).filter((index) => (widths[index] ?? 0) > 0);
  const gap = ' '.repeat(GAP);
  return rows.map((row, line) => {
    const cells = used.map((index) => {
      const { text = '', style } = row[index] ?? {};
      const room = widths[index] ?? 0;
      const full = measured[line]?.[index] ?? 0;
      const shown = full <= room ? text : truncate(text, room);
      const space = ' '.repeat(room - (full <= room ? full : widthOf(shown)));
      const set = style && shown ? style(shown) : shown;
      return columns[index]?.align === 'right' ? space + set : set + space;
    });
    return cells.join(gap).trimEnd();
  });
}

/**
 * The widths of the columns when they are shrunk to fit, the widest first. Rows that cannot shrink enough stay wider than
 * the terminal, because a command that is cut cannot be used.
 */
export function fitWidths(
  columns: readonly Column[],
  measured: readonly (readonly number[])[],
  width: number,
): number[] {
  const widths = columns.map((column, index) =>
    measured.reduce((widest, row) => Math.max(widest, row[index] ?? 0), widthOf(column.heading ?? '')),
  );
  const shown = widths.filter((each) => each > 0).length;
  let missing = widths.reduce((sum, each) => sum + each, 0) + GAP * (shown - 1) - width;
  for (; missing > 0; missing--) {
    const [widest] = columns
      .map((column, index) => ({ index, column, width: widths[index] ?? 0 }))
      .filter(({ column, width: each }) => column.shrinks && each > (column.least ?? 8))
      .sort((a, b) => b.width - a.width);
    if (!widest) break;
    widths[widest.index] = widest.width - 1;
  }
  return widths;
}
