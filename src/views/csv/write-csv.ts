import { guardFormula } from '../../domain/base/formula.ts';
import { printable } from '../printable.ts';
import type { CellValue, ExportedTable } from './tables.ts';

/** How many rows are written at once. */
const BATCH = 500;

/** The mark at the beginning of a file by which Excel knows that it is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A day, a month, or a time with its offset, as `date-cells.ts` and the months of hours are written. */
const ISO_DATE = /^\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))?)?$/;

/**
 * A table as CSV in pieces (RFC 4180: commas, CRLF). A row is a line: line ends within a text are shown as ⏎. Texts stand in quotes,
 * because some spreadsheets split at semicolons too; numbers, dates and the names of columns do not. No text is taken for a formula;
 * numbers are as they are.
 */
export async function writeCsv({ columns, rows }: ExportedTable): Promise<Iterable<string>> {
  const { stringify } = await import('csv-stringify/sync');
  const write = (batch: readonly (readonly CellValue[])[]) =>
    stringify(batch as CellValue[][], {
      record_delimiter: '\r\n',
      cast: { string: (value) => ({ value, quoted: !ISO_DATE.test(value) }) },
    });
  return (function* () {
    yield `${columns.join(',')}\r\n`;
    let batch: CellValue[][] = [];
    for (const row of rows) {
      batch.push(row.map(cellOf));
      if (batch.length < BATCH) continue;
      yield write(batch);
      batch = [];
    }
    if (batch.length > 0) yield write(batch);
  })();
}

function cellOf(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  return guardFormula(printable(value));
}
