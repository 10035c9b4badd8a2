import { type Amount, isMoney } from '../../domain/base/amount.ts';
import type { Money } from '../../domain/base/money.ts';
import type { Cadence } from '../../domain/time/cadence.ts';
import type { Moment } from '../../domain/time/moment.ts';

/** A value as SQLite stores it. */
export type Value = string | number | null;

/** How a field of type T is stored: in one column, or in several that belong together. */
export interface Column<T> {
  /** The definitions of its columns, given the field's name. */
  readonly define: (name: string) => readonly string[];
  /** Its values, in the order of its columns. */
  readonly write: (value: T) => readonly Value[];
  /** Reads the field from a row, where its values start at `place`. */
  readonly read: (row: readonly Value[], place: number) => T;
}

/** The columns for all fields of T. A missing column or one of the wrong type does not compile. */
export type Columns<T> = { readonly [F in keyof T]-?: Column<T[F]> };

/**
 * A value in one column, stored as it is. What is read was written by the same column: SQLite checks the types
 * (STRICT), and `doctor` the rest.
 */
function single<T extends Value>(type: 'TEXT' | 'INTEGER' | 'REAL', constraint: string): Column<T> {
  return {
    define: (name) => [`${name} ${type}${constraint && ` ${constraint}`}`],
    write: (value) => [value],
    read: (row, place) => row[place] as T,
  };
}

/** Text, or one of a fixed set of words. */
export function text<T extends string = string>(constraint = ''): Column<T> {
  return single('TEXT', `NOT NULL${constraint && ` ${constraint}`}`);
}

export function optionalText<T extends string = string>(): Column<T | null> {
  return single('TEXT', '');
}

/** Text of a field that may be undefined. */
export function textIfAny(): Column<string | undefined> {
  const { define } = optionalText();
  return {
    define,
    write: (value) => [value ?? null],
    read: (row, place) => (row[place] ?? undefined) as string,
  };
}

export function integer<T extends number = number>(constraint = ''): Column<T> {
  return single('INTEGER', `NOT NULL${constraint && ` ${constraint}`}`);
}

export function real(): Column<number> {
  return single('REAL', 'NOT NULL');
}

export function boolean(): Column<boolean> {
  const { define } = integer();
  return { define, write: (value) => [Number(value)], read: (row, place) => row[place] === 1 };
}

/** A moment: the column `name` holds the instant, and further columns its zone, grain and the rest. */
export function moment(): Column<Moment> {
  return {
    define: (name) => [
      `${name} TEXT NOT NULL`,
      `${name}_from TEXT`,
      `${name}_zone TEXT NOT NULL`,
      `${name}_grain TEXT NOT NULL`,
      `${name}_text TEXT`,
    ],
    write: ({ at, from = null, zone, grain, text: typed = null }) => [at, from, zone, grain, typed],
    read: (row, place) => {
      const from = row[place + 1];
      const typed = row[place + 4];
      const read: { -readonly [F in keyof Moment]: Moment[F] } = {
        at: row[place] as string,
        zone: row[place + 2] as string,
        grain: row[place + 3] as Moment['grain'],
      };
      if (from != null) read.from = from as string;
      if (typed != null) read.text = typed as string;
      return read;
    },
  };
}

/** A cadence: the column `name` holds the rule, and `name_text` its words. */
export function cadence(): Column<Cadence> {
  return {
    define: (name) => [`${name} TEXT NOT NULL`, `${name}_text TEXT NOT NULL`],
    write: ({ rrule, text: typed }) => [rrule, typed],
    read: (row, place) => ({ rrule: row[place] as string, text: row[place + 1] as string }),
  };
}

/** Words without spaces, in one column. */
export function wordList(): Column<readonly string[]> {
  const { define } = text();
  return {
    define,
    write: (words) => [words.join(' ')],
    read: (row, place) => (row[place] as string).split(' '),
  };
}

/** Money: its minor units, and in `name_currency` its currency. */
export function money(): Column<Money> {
  return {
    define: (name) => [`${name}_minor INTEGER NOT NULL`, `${name}_currency TEXT NOT NULL`],
    write: ({ minor, currency }) => [minor, currency],
    read: (row, place) => ({ minor: row[place] as number, currency: row[place + 1] as string }),
  };
}

/** Money in several currencies, in one column: minor units and currencies, as in "30000 EUR, 500 JPY". */
export function moneyList(): Column<readonly Money[]> {
  const { define } = text();
  return {
    define,
    write: (amounts) => [amounts.map(({ minor, currency }) => `${minor} ${currency}`).join(', ')],
    read: (row, place) =>
      (row[place] as string).split(', ').flatMap((amount) => {
        const [minor, currency] = amount.split(' ');
        return currency === undefined ? [] : [{ minor: Number(minor), currency }];
      }),
  };
}

/** Work or money: the column `name` says which it is. */
export function amount(): Column<Amount> {
  return {
    define: (name) => [
      `${name} TEXT NOT NULL`,
      `${name}_hours REAL`,
      `${name}_text TEXT`,
      `${name}_minor INTEGER`,
      `${name}_currency TEXT`,
    ],
    write: (value) =>
      isMoney(value)
        ? ['money', null, null, value.minor, value.currency]
        : ['work', value.hours, value.text ?? null, null, null],
    read: (row, place) => {
      const [kind, hours, typed, minor, currency] = row.slice(place, place + 5);
      if (kind === 'money') return { minor: minor as number, currency: currency as string };
      return { hours: hours as number, ...(typed != null && { text: typed as string }) };
    },
  };
}

/** Any values in order, as a JSON array in one column. Nobody looks for one of them. */
export function list<T>(): Column<readonly T[]> {
  const { define } = text();
  return {
    define,
    write: (values) => [JSON.stringify(values)],
    read: (row, place) => JSON.parse(row[place] as string) as readonly T[],
  };
}

/**
 * An optional field. Its first column is NULL if it is null, and only then; throws if the first column could be
 * NULL otherwise, because such values would be lost.
 */
export function nullable<T>(column: Column<T>): Column<T | null> {
  const definitions = column.define('');
  if (!definitions[0]?.includes(' NOT NULL')) throw new Error(`May be NULL on its own: ${definitions[0]}`);
  const nothing: readonly Value[] = definitions.map(() => null);
  return {
    define: (name) => column.define(name).map((definition) => definition.replace(/ NOT NULL/, '')),
    write: (value) => (value === null ? nothing : column.write(value)),
    read: (row, place) => (row[place] === null ? null : column.read(row, place)),
  };
}

/**
 * An object with its own columns: `agreement` of `{ at, inWriting }` becomes `agreement_at` and
 * `agreement_in_writing`. Its type has to be named, so that none of its fields can be left out.
 */
export function group<T extends object = never>(columns: Columns<NoInfer<T>>): Column<T> {
  const fields = fieldsOf(columns);
  return {
    define: (name) => fields.flatMap(({ field, column }) => column.define(`${name}_${snake(field)}`)),
    write: (value) => fields.flatMap(({ field, column }) => column.write(value[field])),
    read: (row, place) => readFields(fields, row, place),
  };
}

/** A field with its column, and where its values start in a row. */
export interface PlacedColumn<T> {
  readonly field: keyof T & string;
  readonly column: Column<T[keyof T & string]>;
  readonly place: number;
}

/** The fields with the position of their columns in a row. */
export function fieldsOf<T>(columns: Columns<T>): readonly PlacedColumn<T>[] {
  let place = 0;
  return (Object.keys(columns) as (keyof T & string)[]).map((field) => {
    const placed = { field, column: columns[field], place };
    place += columns[field].define('').length;
    return placed;
  });
}

/** Builds an object from the values of a row, starting at a position. */
export function readFields<T>(fields: readonly PlacedColumn<T>[], row: readonly Value[], from: number): T {
  const result: Partial<T> = {};
  for (const { field, column, place } of fields) result[field] = column.read(row, from + place);
  return result as T;
}

/** The column name of a field: `lastWordAt` becomes `last_word_at`. */
export function snake(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
