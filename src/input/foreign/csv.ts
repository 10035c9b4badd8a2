import { unguardFormula } from '../../domain/base/formula.ts';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { shorten } from '../../domain/base/text.ts';
import type { Estimate } from '../../domain/streams/events.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { type DateContext, parseAnyDate, parseDateStrictly } from '../dates.ts';
import { orderIn, refuseOrder } from './date-order.ts';
import {
  ContentIds,
  type ForeignFile,
  type ForeignItem,
  kindNamed,
  nameOfText,
  readEach,
  readEffort,
  readEntry,
  readWhen,
  readWritten,
} from './item.ts';

/**
 * The names of the columns, ignoring letter case and everything but letters; the first name that is present
 * counts. The first name says what the column is about.
 */
const COLUMNS = {
  title: ['title', 'what', 'task', 'summary', 'subject', 'description'],
  client: ['client', 'customer', 'company', 'account', 'for', 'whom', 'to'],
  who: ['who', 'from', 'owner'],
  due: [
    'due',
    'due date',
    'by',
    'deadline',
    'date',
    'when',
    'until',
    'needed by',
    'needed',
    'promised by',
    'promised',
  ],
  kind: ['kind', 'type'],
  hours: ['hours', 'estimate hours'],
  estimate: ['estimate', 'effort'],
  project: ['project'],
  notes: ['notes', 'note', 'comments', 'comment', 'details', 'description'],
  entered: ['asked', 'created', 'created at', 'created on', 'entry', 'entered'],
  status: ['status', 'done', 'state', 'completed'],
  ended: ['end', 'ended', 'finished', 'closed', 'closed at', 'completed at', 'completed on'],
  id: ['id', 'uid', 'uuid', 'key', 'ticket', 'reference'],
} as const;

type Column = keyof typeof COLUMNS;

/** Names that may mean something else; whether they are dates depends on the cells. */
const IF_DATES: readonly string[] = ['when', 'until', 'needed by', 'needed', 'promised by', 'promised'];
const UNLESS_DATES: readonly string[] = ['whom', 'to'];

const DONE = /^(?:done|completed?|closed|finished|resolved|delivered|yes|y|x|true|1|\u2713|\u2714)$/i;
const DELETED = /^(?:cancel?led|deleted|dropped|rejected|won'?t ?(?:do|fix))$/i;

/** How many columns are named in a refusal. */
const MOST_NAMED = 30;

/** What people write in an empty cell. */
const NOTHING = /^(?:[-\u2013\u2014]+|n\/?a|none|null)?$/i;

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The index of each column in a table; -1 if it is missing. */
type Places = Readonly<Record<Column, number>>;

/** Reads a table whose first line names the columns. Refused if none of them is the title. */
export async function readCsv(text: string, context: DateContext): Promise<ForeignFile | Refusal> {
  const rows = await parseRows(text);
  if (rows instanceof Refusal) return rows;
  const [header, ...others] = rows;
  const names = header?.cells ?? [];
  const places = placesOf(names, others, context);
  if (places.title < 0) {
    return refuse(
      'no-title-column',
      `No column holds the title. The columns are: ${names.slice(0, MOST_NAMED).map(shorten).join(', ') || 'none'}.`,
      `Nothing was imported. These headings are understood: ${sayNames()}.`,
    );
  }
  // The columns are part of the id, because a table of another kind may use the same row numbers.
  const table = nameOfText(names.map(keyOf).join(' ')).slice(0, 8);
  const ids = new ContentIds();
  const inOrder = { ...context, dateOrder: orderIn(datesOf(others, places), context) };
  const title = ({ cells }: Row) => cells[places.title] ?? '';
  const file = await readEach(
    others.filter(({ cells }) => cells.some((cell) => cell !== '')),
    (row) => ({ line: row.line, title: title(row) }),
    (row) => readRow(row, places, { table, ids }, inOrder),
  );
  return { ...file, unusedColumns: unusedColumns(names, others, places), whoColumn: names[places.who] };
}

/** All column names that are understood. */
function sayNames(): string {
  return Object.values(COLUMNS)
    .map(([first, ...others]) => (others.length > 0 ? `${first} (${others.join(', ')})` : first))
    .join(', ');
}

/** Whether a line contains the column names of a table that can be read. */
export function isHeader(line: string): boolean {
  const cells = line.split(delimiterOf(line)).map((cell) => keyOf(cell));
  const columnNames = (Object.values(COLUMNS) as (readonly string[])[]).flat().map(keyOf);
  return (
    cells.length > 1 &&
    COLUMNS.title.some((name) => cells.includes(name)) &&
    cells.filter((cell) => columnNames.includes(cell)).length > 1
  );
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function placesOf(names: readonly string[], rows: readonly Row[], context: DateContext): Places {
  const keys = names.map(keyOf);
  const find = (column: Column) =>
    COLUMNS[column]
      .map((name) => ({ name, place: keys.indexOf(keyOf(name)) }))
      .find(({ name, place }) => place >= 0 && isMeant(name, cellsIn(place, rows), context))?.place ?? -1;
  const places = Object.fromEntries(
    (Object.keys(COLUMNS) as Column[]).map((column) => [column, find(column)]),
  );
  // A column that serves as the title is not the note as well.
  if (places.notes === places.title) places.notes = -1;
  return places as Places;
}

/** Whether a column is about what its name says, going by its cells. */
function isMeant(name: string, cells: readonly string[], context: DateContext): boolean {
  const isDate = (cell: string) => parseDateStrictly(cell, context) !== null;
  if (IF_DATES.includes(name)) return cells.some(isDate);
  return !UNLESS_DATES.includes(name) || !cells.every(isDate);
}

/** The cells of a column. */
function cellsIn(place: number, rows: readonly Row[]): string[] {
  return rows.flatMap(({ cells }) => filled(cells[place]) ?? []);
}

/** The text of a cell; undefined if it is empty. */
function filled(cell: string | undefined): string | undefined {
  // An apostrophe that keeps a spreadsheet from reading a formula is not part of the text.
  const text = unguardFormula(cell?.trim() ?? '').trim();
  return NOTHING.test(text) ? undefined : text;
}

/** The names of the columns that have content but are not read. */
function unusedColumns(names: readonly string[], rows: readonly Row[], places: Places): string[] {
  const used = new Set(Object.values(places));
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, place) => place)
    .filter((place) => !used.has(place) && cellsIn(place, rows).length > 0)
    .map((place) => shorten(names[place] || `number ${place + 1}`));
}

/** The columns with dates; some cells of the status column may be dates. */
const DATES = ['due', 'entered', 'ended', 'status'] as const;

function datesOf(rows: readonly Row[], places: Places): string[] {
  return DATES.flatMap((column) => cellsIn(places[column], rows));
}

function delimiterOf(header: string): string {
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: header.split(sign).length }));
  return counts.reduce((most, candidate) => (candidate.count > most.count ? candidate : most)).sign;
}

async function parseRows(text: string): Promise<Row[] | Refusal> {
  const { parse } = await import('csv-parse/sync');
  const [header = ''] = text.trimStart().split(/\r\n|\r|\n/, 1);
  const lineAt = lineCounter(text);
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(header),
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
    return refuse('not-a-table', sayBroken(code, bytes === undefined ? 1 : lineAt(bytes, /"/g)), BROKEN_HINT);
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
function lineCounter(text: string): (byte: number, something: RegExp) => number {
  // One character for each byte.
  const bytes = Buffer.from(text).toString('latin1');
  let [line, counted] = [1, 0];
  return (byte, something) => {
    something.lastIndex = byte;
    const place = something.exec(bytes)?.index ?? byte;
    line += bytes.slice(counted, place).match(/\r\n|\r|\n/g)?.length ?? 0;
    counted = Math.max(counted, place);
    return line;
  };
}

/** Reads a row. Throws a Refusal. */
async function readRow(
  row: Row,
  places: Places,
  { table, ids }: { readonly table: string; readonly ids: ContentIds },
  context: DateContext,
): Promise<ForeignItem> {
  const cell = (column: Column) => filled(row.cells[places[column]]);
  const title = cell('title');
  if (title === undefined) throw refuse('text-missing', 'It has no title.');
  for (const column of DATES) {
    const no = refuseOrder(cell(column) ?? '', context.dateOrder);
    if (no) throw no;
  }
  const id = cell('id');
  const note = cell('notes');
  const kind = cell('kind');
  const knownKind = kindNamed(kind ?? '');
  const enteredAt = await readEntry(cell('entered'), context);
  return {
    line: row.line,
    source: `csv:${table}:${id ?? ids.next(row.cells.join('\n'))}`,
    title: title.replace(/\s+/g, ' '),
    kind: knownKind,
    unknownKind: knownKind || kind === undefined ? undefined : shorten(kind),
    client: cell('client'),
    who: cell('who'),
    project: cell('project'),
    due: await readWritten(cell('due'), context, enteredAt),
    estimate: readEstimate(cell('hours'), cell('estimate'), context),
    enteredAt,
    notes: note === undefined ? [] : [{ text: note }],
    end: await readEnd(cell('status'), cell('ended'), context),
  };
}

/** Reads an estimate; a number in a column of hours needs no unit. Throws a Refusal. */
function readEstimate(
  hours: string | undefined,
  effort: string | undefined,
  context: DateContext,
): Estimate | undefined {
  const text = effort ?? (hours && /^[\d.,]+$/.test(hours) ? `${hours}h` : hours);
  return readEffort(text, context);
}

/** Whether and how a row ended, by its status or the date of its end. Throws a Refusal. */
async function readEnd(
  status: string | undefined,
  ended: string | undefined,
  context: DateContext,
): Promise<ForeignItem['end']> {
  const at = (await readWhen(ended, context, 'back'))?.at;
  if (status !== undefined && DELETED.test(status)) return { how: 'deleted', at };
  if (at !== undefined || (status !== undefined && DONE.test(status))) return { how: 'done', at };
  const day: Instant | null = status === undefined ? null : await dayIn(status, context);
  return day === null ? undefined : { how: 'done', at: day };
}

/** The day in a column "done", which may hold the date rather than a mark. */
async function dayIn(status: string, context: DateContext): Promise<Instant | null> {
  if (!/\d/.test(status)) return null;
  const moment = await parseAnyDate(status, context, 'back');
  return moment instanceof Refusal ? null : moment.at;
}
