import { truncate, truncateBetweenWords, widthOf, widthUpTo, wrap } from './width.ts';

/** One column of aligned rows. */
export interface Column {
  readonly heading?: string;
  readonly align?: 'left' | 'right';
  /** Whether it shrinks, down to `least`, when the rows are wider than the terminal. */
  readonly shrinks?: boolean;
  readonly least?: number;
  /** Whether its cells, if it shrinks, are cut between words only: a part of a date is another date. */
  readonly keepsWords?: boolean;
  /** When it is left out, if the rows are still too wide: the lowest number first. Without a number it stays. */
  readonly leaves?: number;
}

/** A cell: its text, and the style it gets once it has been cut to its width. */
export interface Cell {
  readonly text: string;
  readonly style?: (text: string) => string;
}

/** Spaces between two columns. */
export const GAP = 2;

const USUAL_LEAST = 8;

/** The title of a commitment in any table: as much of it as tells it from others. */
export const TITLE: Column = { heading: 'Title', shrinks: true, least: 24 };

/** Rows as aligned lines, cut to fit the width; columns without text are left out. */
export function alignRows(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): string[] {
  const measured = measure(rows);
  const widths = fitWidths(columns, measured, width);
  const used = columns.map((_, index) => index).filter((index) => (widths[index] ?? 0) > 0);
  const gap = ' '.repeat(GAP);
  return rows.map((row, line) => {
    const cells = used.map((index) => {
      const { text = '', style } = row[index] ?? {};
      const column = columns[index] ?? {};
      const room = widths[index] ?? 0;
      const full = measured[line]?.[index] ?? 0;
      const shown = full <= room ? text : cutCell(text, column, room);
      const space = ' '.repeat(room - (full <= room ? full : widthOf(shown)));
      const set = style && shown ? style(shown) : shown;
      return column.align === 'right' ? space + set : set + space;
    });
    return cells.join(gap).trimEnd();
  });
}

/** Whether rows fit the width without giving up a column, or more of one than it can spare. */
export function rowsFit(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
): boolean {
  return totalWidth(leastWidths(columns, naturalWidths(columns, measure(rows)))) <= width;
}

/**
 * Rows aligned if they can be shown whole, else each as text with commas between its cells, wrapped, with the indent
 * before the lines that follow. For cells of which no part may be missing.
 */
export function alignOrWrap(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  indent: string,
): string[] {
  const whole = totalWidth(naturalWidths(columns, measure(rows)));
  if (whole <= width) return alignRows(columns, rows, width);
  return rows.flatMap((row) => {
    const texts = row.map(({ text }) => text.trim()).filter((text) => text !== '');
    return wrap(texts.join(', '), width, indent);
  });
}

/** A cell cut to its room. */
export function cutCell(text: string, { keepsWords }: Column, room: number): string {
  return keepsWords ? truncateBetweenWords(text, room) : truncate(text, room);
}

/** Wider than any terminal: how much wider a cell is makes no difference. */
const WIDEST = 1000;

/** The widths of cells, as far as they matter. */
export function measure(rows: readonly (readonly Cell[])[]): number[][] {
  return rows.map((row) => row.map(({ text }) => widthUpTo(text, WIDEST)));
}

/**
 * The widths of the columns when they are made to fit: what can be cut anywhere shrinks to its least, whatever has most
 * above it first. If that is not enough, columns that keep words shrink one by one, then columns leave; and in the end the
 * widest of those that shrink give what is missing. The others are never cut: a part of a number says something else.
 */
export function fitWidths(
  columns: readonly Column[],
  measured: readonly (readonly number[])[],
  width: number,
): number[] {
  const widths = naturalWidths(columns, measured);
  const concessions = [
    ...columns.flatMap(({ keepsWords, least = USUAL_LEAST }, index) =>
      keepsWords ? [{ index, most: least }] : [],
    ),
    ...columns
      .flatMap(({ leaves }, index) => (leaves === undefined ? [] : [{ index, leaves, most: 0 }]))
      .sort((a, b) => a.leaves - b.leaves),
  ];
  for (const { index, most } of concessions) {
    if (totalWidth(leastWidths(columns, widths)) <= width) break;
    widths[index] = Math.min(widths[index] ?? 0, most);
  }
  const barely = widths.map((each, index) => (columns[index]?.shrinks ? Math.sign(each) : each));
  return shrink(shrink(widths, leastWidths(columns, widths), width), barely, width);
}

/** The widths that show every cell whole; 0 for a column without text. */
function naturalWidths(columns: readonly Column[], measured: readonly (readonly number[])[]): number[] {
  return columns.map(({ heading = '' }, index) => {
    const widest = measured.reduce((most, row) => Math.max(most, row[index] ?? 0), 0);
    return widest === 0 ? 0 : Math.max(widest, widthOf(heading));
  });
}

/** The least widths of columns that can be cut anywhere; the others stay as they are. */
function leastWidths(columns: readonly Column[], widths: readonly number[]): number[] {
  return widths.map((each, index) => {
    const { shrinks, keepsWords, least = USUAL_LEAST } = columns[index] ?? {};
    return shrinks && !keepsWords ? Math.min(least, each) : each;
  });
}

function totalWidth(widths: readonly number[]): number {
  const shown = widths.filter((each) => each > 0);
  return shown.reduce((sum, each) => sum + each, 0) + GAP * Math.max(0, shown.length - 1);
}

/** Takes what is missing from the widths that are furthest above their least. */
function shrink(from: readonly number[], least: readonly number[], width: number): number[] {
  const widths = [...from];
  for (let missing = totalWidth(widths) - width; missing > 0; missing--) {
    const spare = widths.map((each, index) => each - (least[index] ?? 0));
    const most = Math.max(...spare);
    if (most <= 0) break;
    const index = spare.lastIndexOf(most);
    widths[index] = (widths[index] ?? 0) - 1;
  }
  return widths;
}
