import { type Cell, type Column, cutCell, fitWidths, GAP, measure } from './columns.ts';
import { widthOf } from './width.ts';

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

/** How many rows are laid out at a time; the time that cli-table3 takes grows with their square. */
const BATCH = 40;

/** Rows under headings, cut to fit the width; columns without text are left out. */
export async function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  head: (text: string) => string,
): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const measured = measure(rows);
  const widths = fitWidths(columns, measured, width);
  const used = columns.map((_, index) => index).filter((index) => (widths[index] ?? 0) > 0);
  const headings = columns.map(({ heading = '' }) => ({ text: heading, style: head }));
  const lines = batches([headings, ...rows]).flatMap((batch) => {
    const table = new Table({
      chars: NO_BORDERS,
      style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
      colWidths: used.map((index, place) => (widths[index] ?? 0) + (place < used.length - 1 ? GAP : 0)),
    });
    for (const row of batch) table.push(used.map((index) => cellText(row[index], index)));
    return table.toString().split('\n');
  });
  return lines.map((line) => line.trimEnd()).join('\n');

  /** Cells are cut here because cli-table3 cuts wide characters in two, and aligned here because its gap is on the right. */
  function cellText(cell: Cell | undefined, index: number): string {
    const room = widths[index] ?? 0;
    const column = columns[index] ?? {};
    const shown = cutCell(cell?.text ?? '', column, room);
    const space = column.align === 'right' ? ' '.repeat(room - widthOf(shown)) : '';
    return space + (cell?.style && shown ? cell.style(shown) : shown);
  }
}

function batches<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );
}
