import { type DateContext, parseDateStrictly } from '../dates.ts';
import { filled } from './cells.ts';
import type { ColumnMap } from './column-map.ts';
import { COLUMNS, type Column } from './columns.ts';
import { IF_DATES, keyOf, NAMES, UNLESS_DATES, workColumnOf } from './headings.ts';
import type { ForeignProgram } from './programs.ts';

/** A row of a table, with its line in the file. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Where each column stands in a table: the places that count, the first one first. */
export type Places = Readonly<Record<Column, readonly number[]>>;

/** How many cells of a column are looked at to tell whether it holds dates. */
const SAMPLE = 100;

/**
 * Finds the columns of a table. What the person said counts first, then the habits of the program that it comes from,
 * then the names. Of names that may mean something else, the first with anything in it counts.
 */
export function findColumns(
  headings: readonly string[],
  rows: readonly Row[],
  context: DateContext,
  program: ForeignProgram | undefined,
  map: ColumnMap,
): Places {
  const keys = headings.map((heading) => keyOf(nameIn(heading)));
  const placesOf = (names: readonly string[], taken: ReadonlySet<number>) =>
    names.flatMap((name) => keys.flatMap((key, place) => (key === name && !taken.has(place) ? [place] : [])));
  const mapped = (column: Column) => placesOf((map[column as keyof ColumnMap] ?? []).map(keyOf), new Set());
  const taken = new Set(COLUMNS.flatMap(mapped));
  const units = headings.map((heading) => workColumnOf(heading)?.column);
  const hasContent = (place: number) => rows.some(({ cells }) => filled(cells[place]) !== undefined);
  const isMeant = (place: number) => isMeantBy(keys[place] ?? '', cellsIn(place, rows, SAMPLE), context);

  function find(column: Column): readonly number[] {
    const said = mapped(column);
    if (said.length > 0) return said;
    const own = program?.columns?.[column];
    if (own) return placesOf(own.map(keyOf), taken);
    const ranks = NAMES[column].map((names) => placesOf(names, taken).filter(isMeant));
    const united = units.flatMap((unit, place) => (unit === column && !taken.has(place) ? [place] : []));
    // A title is looked for in one row after the other; for everything else another name is another thing.
    if (column === 'title') return ranks.flat();
    return [united, ...ranks].find((places) => places.some(hasContent)) ?? [];
  }
  return Object.fromEntries(COLUMNS.map((column) => [column, find(column)])) as unknown as Places;
}

/** The name in a heading: "Custom field (Customer)" is the customer. */
function nameIn(heading: string): string {
  return /^custom field \((.+)\)$/i.exec(heading.trim())?.[1] ?? heading;
}

/** Whether a column is about what its name says, going by its cells. */
function isMeantBy(key: string, cells: readonly string[], context: DateContext): boolean {
  const isDate = (cell: string) => parseDateStrictly(cell, context) !== null;
  if (IF_DATES.has(key)) return cells.some(isDate);
  return !UNLESS_DATES.has(key) || cells.length === 0 || !cells.every(isDate);
}

/** The filled cells of a column, at most so many. */
export function cellsIn(place: number, rows: readonly Row[], most: number = rows.length): string[] {
  const cells: string[] = [];
  for (const row of rows) {
    const cell = filled(row.cells[place]);
    if (cell !== undefined) cells.push(cell);
    if (cells.length >= most) break;
  }
  return cells;
}
