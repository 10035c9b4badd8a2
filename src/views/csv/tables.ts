import type { ViewContext } from '../view-context.ts';

/** What can be exported as a table. */
export const CSV_TABLES = ['commitments', 'contacts', 'hours'] as const;
export type CsvTable = (typeof CSV_TABLES)[number];

/** What a cell holds: text, a number, or nothing. */
export type CellValue = string | number | null;

/** A table: the names of its columns, which never change their order, and its rows, read one after the other. */
export interface ExportedTable {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly CellValue[]>;
}

/** The columns of a table in their order: what each shows of a thing. */
export type ColumnsOf<T> = Readonly<Record<string, (thing: T, view: ViewContext) => CellValue>>;

/** Things as a table, a row each. */
export function tableOf<T>(columns: ColumnsOf<T>, things: Iterable<T>, view: ViewContext): ExportedTable {
  const cells = Object.values(columns);
  const rows = (function* () {
    for (const thing of things) yield cells.map((cellOf) => cellOf(thing, view));
  })();
  return { columns: Object.keys(columns), rows };
}
