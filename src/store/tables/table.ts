import type { Db } from '../db.ts';
import { listStatement, statement } from '../statement.ts';
import { type Columns, fieldsOf, readFields, snake, type Value } from './column.ts';

/** A read table of rows of T. Its definition, its writing and its reading all follow from one list of columns. */
export interface Table<T> {
  readonly name: string;
  /** The statement that makes it, and those for its indexes: they are quicker to make once the rows are there. */
  readonly definition: string;
  readonly indexes: readonly string[];
  /** Writes a row, and returns its row number. */
  readonly insert: (db: Db, row: T) => number;
  /** Its rows; `rest` is what follows `FROM table`, with a `?` for each value. */
  readonly select: (db: Db, rest?: string, ...values: readonly Value[]) => T[];
  /** Deletes the rows with a value in a column. */
  readonly remove: (db: Db, column: keyof T & string, value: string) => void;
}

interface TableOptions<T> {
  /** Columns for queries alone, computed from the row: written and not read back. */
  readonly computed?: Readonly<Record<string, (row: T) => string | null>>;
  /** Indexes by their names, each as what follows `ON table`. */
  readonly indexes?: Readonly<Record<string, string>>;
}

/** Declares a read table. Columns are named as the fields are, with underscores. */
export function table<T>(
  name: string,
  columns: Columns<T>,
  { computed = {}, indexes = {} }: TableOptions<T> = {},
): Table<T> {
  const fields = fieldsOf(columns);
  const stored = fields.flatMap(({ field, column }) => column.define(snake(field)));
  const definitions = [...stored, ...Object.keys(computed).map((field) => `${snake(field)} TEXT`)];
  const names = definitions.map((definition) => definition.split(' ', 1)[0]);
  const read = names.slice(0, stored.length).map((column) => `${name}.${column}`);
  const insertSql = `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return {
    name,
    definition: `CREATE TABLE ${name} (${definitions.join(', ')}) STRICT`,
    indexes: Object.entries(indexes).map(([index, on]) => `CREATE INDEX ${index} ON ${name} ${on}`),
    insert: (db, row) => {
      const values = fields.flatMap(({ field, column }) => column.write(row[field]));
      for (const compute of Object.values(computed)) values.push(compute(row));
      return Number(statement(db, insertSql).run(values).lastInsertRowid);
    },
    select: (db, rest = '', ...values) => {
      const rows = listStatement(db, `SELECT ${read.join(', ')} FROM ${name} ${rest}`).all(...values);
      return (rows as (readonly Value[])[]).map((row) => readFields(fields, row, 0));
    },
    remove: (db, column, value) => {
      statement(db, `DELETE FROM ${name} WHERE ${snake(column)} = ?`).run(value);
    },
  };
}
