/** What can be exported as a table. */
export const CSV_TABLES = ['commitments', 'contacts', 'hours'] as const;
export type CsvTable = (typeof CSV_TABLES)[number];
