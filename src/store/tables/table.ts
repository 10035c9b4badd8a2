import type { Db } from '../db.ts';
import { listStatement, statement } from '../statement.ts';
import { type Columns, fieldsOf, type PlacedColumn, readFields, snake, type Value } from './column.ts';

/**
 * A read table with rows of type T. Its definition, and how it is written and read, follow from one list of
 * columns.
 */
export interface Table<T> {
  readonly name: string;
  /**
   * The statement that creates it; `indexes` are separate because they are quicker to build once the rows are
   * there.
   */
  readonly definition: string;
  readonly indexes: readonly string[];
  /** Inserts a row and returns its row number. */
  readonly insert: (db: Db, row: T) => number;
  /** Reads rows; `rest` follows `FROM table`, with a `?` for each value. */
  readonly select: (db: Db, rest?: string, ...values: readonly Value[]) => T[];
  /** Reads only some fields of rows. */
  readonly selectFields: <F extends keyof T & string>(
    db: Db,
    fields: readonly F[],
    rest?: string,
    ...values: readonly Value[]
  ) => Pick<T, F>[];
  /** Deletes the rows that have a value in a column. */
  readonly remove: (db: Db, column: keyof T & string, value: string) => void;
  /** Whether every row, written again from what is read of it, would be the same in each of its columns. */
  readonly isConsistent: (db: Db) => boolean;
}

interface TableOptions<T> {
  /** Columns computed from the row, for queries only; they are not read back. */
  readonly computed?: Readonly<Record<string, (row: T) => string | null>>;
  /** Indexes by name, each as the text that follows `ON table`. */
  readonly indexes?: Readonly<Record<string, string>>;
}

/** Declares a read table. Columns are named after the fields, in snake case. */
export function table<T>(
  name: string,
  columns: Columns<T>,
  { computed = {}, indexes = {} }: TableOptions<T> = {},
): Table<T> {
  const fields = fieldsOf(columns);
  const stored = definitionsOf(fields);
  const definitions = [...stored, ...Object.keys(computed).map((field) => `${snake(field)} TEXT`)];
  const names = namesIn(definitions);
  const insertSql = `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  const encode = (row: T): Value[] => [
    ...fields.flatMap(({ field, column }) => column.write(row[field])),
    ...Object.values(computed).map((compute) => compute(row)),
  ];
  const read = <R>(
    wanted: readonly PlacedColumn<R>[],
    db: Db,
    rest: string,
    values: readonly Value[],
  ): R[] => {
    const list = namesIn(definitionsOf(wanted)).map((column) => `${name}.${column}`);
    const rows = listStatement(db, `SELECT ${list.join(', ')} FROM ${name} ${rest}`).iterate(...values);
    return Array.from(rows as Iterable<readonly Value[]>, (row) => readFields(wanted, row, 0));
  };
  return {
    name,
    definition: `CREATE TABLE ${name} (${definitions.join(', ')}) STRICT`,
    indexes: Object.entries(indexes).map(([index, on]) => `CREATE INDEX ${index} ON ${name} ${on}`),
    insert: (db, row) => {
      return Number(statement(db, insertSql).run(encode(row)).lastInsertRowid);
    },
    select: (db, rest = '', ...values) => read(fields, db, rest, values),
    selectFields: (db, wanted, rest = '', ...values) =>
      read(fieldsOf(columnsFor(columns, wanted)), db, rest, values),
    remove: (db, column, value) => {
      statement(db, `DELETE FROM ${name} WHERE ${snake(column)} = ?`).run(value);
    },
    isConsistent: (db) => {
      const rows = listStatement(db, `SELECT ${names.join(', ')} FROM ${name}`).all() as (readonly Value[])[];
      return rows.every((row) =>
        encode(readFields(fields, row, 0)).every((value, index) => value === row[index]),
      );
    },
  };
}

function columnsFor<T, F extends keyof T & string>(columns: Columns<T>, fields: readonly F[]) {
  return Object.fromEntries(fields.map((field) => [field, columns[field]])) as unknown as Columns<Pick<T, F>>;
}

function definitionsOf<T>(fields: readonly PlacedColumn<T>[]): string[] {
  return fields.flatMap(({ field, column }) => column.define(snake(field)));
}

function namesIn(definitions: readonly string[]): string[] {
  return definitions.map((definition) => definition.split(' ', 1)[0] ?? '');
}
