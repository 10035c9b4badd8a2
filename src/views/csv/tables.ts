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
