import { Refusal, refuse } from '../../domain/base/refusal.ts';
import type { DateContext } from '../dates.ts';
import type { Row } from './find-columns.ts';
import { findHeader, type Header, isHeader, likeliestHeader, NO_MAPS, type SaidMaps } from './find-header.ts';
import type { ForeignFile } from './item.ts';
import { readTable, type Table } from './table.ts';

/** Reads a table of which one line names the columns. Refused if none of them is the title. */
export async function readCsv(
  text: string,
  context: DateContext,
  maps: SaidMaps = NO_MAPS,
): Promise<ForeignFile | Refusal> {
  const table = await parseCsv(text, maps);
  return table instanceof Refusal ? table : readTable(table, context, maps);
}

async function parseCsv(text: string, maps: SaidMaps): Promise<Table | Refusal> {
  const header = findHeader(text, maps) ?? likeliestHeader(text);
  const rows = await parseRows(text.slice(header.start), header);
  if (rows instanceof Refusal) return rows;
  // A heading may be written in several lines, so it is looked for among the rows as well.
  const found = rows.slice(0, MOST_ABOVE).findIndex(({ cells }) => isHeader(cells, maps));
  const [names, ...others] = rows.slice(Math.max(found, 0));
  return { headings: names?.cells ?? [], rows: others, linesAbove: (names?.line ?? 1) - 1 };
}

/** How many rows may stand above the headings. */
const MOST_ABOVE = 100;

async function parseRows(text: string, { line, delimiter }: Header): Promise<Row[] | Refusal> {
  const { parse } = await import('csv-parse/sync');
  const lineAt = lineCounter(text, line);
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { info: { bytes: number }; record: string[] }[];
    // A row begins with the first character after the row before it.
    return rows.map(({ record }, index) => ({
      line: lineAt(rows[index - 1]?.info.bytes ?? 0, /\S/g),
      cells: record,
    }));
  } catch (error) {
    const { code, bytes } = error as { code?: string; bytes?: number };
    return refuse(
      'not-a-table',
      sayBroken(code, bytes === undefined ? line : lineAt(bytes, /"/g)),
      BROKEN_HINT,
    );
  }
}

const BROKEN_HINT =
  'Nothing was imported. A cell that begins with a quote ends with one, and quotes inside it are written twice.';

function sayBroken(code: string | undefined, line: number): string {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? `A cell in line ${line} begins with a quote that is never closed.`
    : `A cell in line ${line} begins with a quote, and there is more after the closing quote.`;
}

/**
 * Returns a function for the line in which the first match at or after a byte position is; positions have to
 * be given in order. A cell may contain line breaks.
 */
function lineCounter(text: string, firstLine: number): (byte: number, something: RegExp) => number {
  // One character for each byte.
  const bytes = Buffer.from(text).toString('latin1');
  let [line, counted] = [firstLine, 0];
  return (byte, something) => {
    something.lastIndex = byte;
    const place = something.exec(bytes)?.index ?? byte;
    line += bytes.slice(counted, place).match(/\r\n|\r|\n/g)?.length ?? 0;
    counted = Math.max(counted, place);
    return line;
  };
}
