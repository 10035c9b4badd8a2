import type { Estimate } from '../../domain/events.ts';
import type { Instant } from '../../domain/moment.ts';
import { orThrow, Refusal, refuse } from '../../domain/refusal.ts';
import { parseAnyDate, type Reading } from '../dates.ts';
import { parseEffort } from '../durations.ts';
import {
  type ForeignFile,
  type ForeignItem,
  kindNamed,
  nameOfText,
  readEach,
  readEntry,
  readWhen,
} from './item.ts';

/** What the columns are called, letter case and everything between the letters aside; the first name that is there counts. */
const COLUMNS = {
  title: ['title', 'what', 'task', 'summary', 'subject', 'description'],
  client: ['client', 'customer', 'company', 'account', 'for'],
  who: ['who', 'from', 'owner'],
  due: ['due', 'duedate', 'by', 'deadline', 'date'],
  kind: ['kind', 'type'],
  hours: ['hours'],
  estimate: ['estimate', 'effort'],
  project: ['project'],
  notes: ['notes', 'note', 'comments', 'comment', 'details', 'description'],
  entered: ['asked', 'created', 'createdat', 'createdon', 'entry', 'entered'],
  status: ['status', 'done', 'state', 'completed'],
  ended: ['end', 'ended', 'finished', 'closed', 'completedat', 'completedon'],
  id: ['id', 'uid', 'uuid', 'key', 'ticket', 'reference'],
} as const;

type Column = keyof typeof COLUMNS;

const DONE = /^(?:done|completed?|closed|finished|resolved|delivered|yes|y|x|true|1|\u2713|\u2714)$/i;
const DELETED = /^(?:cancel?led|deleted|dropped|rejected|won'?t ?(?:do|fix))$/i;

/** What people write into a cell in which there is nothing. */
const NOTHING = /^(?:[-\u2013\u2014]+|n\/?a|none|null)?$/i;

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The column of a table that is about one thing, by the names of the columns; -1 where there is none. */
type Places = Readonly<Record<Column, number>>;

/** The rows of a table whose first line names the columns. Refused when none of them says what a row is about. */
export async function readCsv(text: string, reading: Reading): Promise<ForeignFile | Refusal> {
  const rows = await parseRows(text);
  if (rows instanceof Refusal) return rows;
  const [header, ...others] = rows;
  const names = header?.cells ?? [];
  const places = placesOf(names);
  if (places.title < 0) {
    return refuse(
      'no-title-column',
      `No column says what it is about. There are: ${names.join(', ') || 'none'}.`,
      `Call one of them ${COLUMNS.title.slice(0, -1).join(', ')} or ${COLUMNS.title.at(-1)}; nothing was imported.`,
    );
  }
  // Rows with the same number in tables of another kind are no others than these.
  const table = nameOfText(names.map(keyOf).join(' ')).slice(0, 8);
  const title = ({ cells }: Row) => cells[places.title] ?? '';
  return readEach(
    others.filter(({ cells }) => cells.some((cell) => cell !== '')),
    (row) => ({ line: row.line, title: title(row) }),
    (row) => readRow(row, places, table, reading),
  );
}

/** Whether a line names columns of a table that can be read. */
export function isHeader(line: string): boolean {
  const cells = line.split(delimiterOf(line)).map((cell) => keyOf(cell));
  const known = (Object.values(COLUMNS) as (readonly string[])[]).flat();
  return (
    cells.length > 1 &&
    COLUMNS.title.some((name) => cells.includes(name)) &&
    cells.filter((cell) => known.includes(cell)).length > 1
  );
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function placesOf(names: readonly string[]): Places {
  const keys = names.map(keyOf);
  const find = (column: Column) =>
    COLUMNS[column].map((name) => keys.indexOf(name)).find((place) => place >= 0) ?? -1;
  const places = Object.fromEntries(
    (Object.keys(COLUMNS) as Column[]).map((column) => [column, find(column)]),
  );
  // A column that is the title is not the note as well.
  if (places.notes === places.title) places.notes = -1;
  return places as Places;
}

function delimiterOf(header: string): string {
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: header.split(sign).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

async function parseRows(text: string): Promise<Row[] | Refusal> {
  const { parse } = await import('csv-parse/sync');
  const [header = ''] = text.trimStart().split(/\r\n|\r|\n/, 1);
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(header),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return rows.map(({ info, record }) => ({ line: firstLine(info.lines, record), cells: record }));
  } catch (error) {
    return refuse(
      'not-a-table',
      `This is not a table in CSV (${(error as Error).message}).`,
      'Nothing was imported. Check the quotes around its cells.',
    );
  }
}

/** Where a row begins whose last line is known: a cell may hold lines of its own. */
function firstLine(last: number, cells: readonly string[]): number {
  return last - (cells.join('').match(/\r\n|\r|\n/g)?.length ?? 0);
}

/** Throws a Refusal. */
async function readRow(row: Row, places: Places, table: string, reading: Reading): Promise<ForeignItem> {
  const cell = (column: Column) => {
    const text = row.cells[places[column]]?.trim() ?? '';
    return NOTHING.test(text) ? undefined : text;
  };
  const title = cell('title');
  if (title === undefined) throw refuse('text-missing', 'It has no title.');
  const id = cell('id');
  const note = cell('notes');
  return {
    line: row.line,
    source: `csv:${table}:${id ?? nameOfText(row.cells.join('\n'))}`,
    title: title.replace(/\s+/g, ' '),
    kind: kindNamed(cell('kind') ?? ''),
    client: cell('client'),
    who: cell('who'),
    project: cell('project'),
    due: await readWhen(cell('due'), reading),
    estimate: readEstimate(cell('hours'), cell('estimate'), reading),
    enteredAt: await readEntry(cell('entered'), reading),
    notes: note === undefined ? [] : [{ text: note }],
    end: await readEnd(cell('status'), cell('ended'), reading),
  };
}

/** A number in a column of hours needs no unit. Throws a Refusal. */
function readEstimate(
  hours: string | undefined,
  effort: string | undefined,
  { calendar }: Reading,
): Estimate | undefined {
  const text = effort ?? (hours && /^[\d.,]+$/.test(hours) ? `${hours}h` : hours);
  const estimate = text === undefined ? undefined : orThrow(parseEffort(text, calendar));
  return estimate?.hours === 0 ? undefined : estimate;
}

/** How a row ended: its state says so, or the date on which it did. Throws a Refusal. */
async function readEnd(
  status: string | undefined,
  ended: string | undefined,
  reading: Reading,
): Promise<ForeignItem['end']> {
  const at = (await readWhen(ended, reading, 'back'))?.at;
  if (status !== undefined && DELETED.test(status)) return { how: 'deleted', at };
  if (at !== undefined || (status !== undefined && DONE.test(status))) return { how: 'done', at };
  const day: Instant | null = status === undefined ? null : await dayIn(status, reading);
  return day === null ? undefined : { how: 'done', at: day };
}

/** A column "done" may hold the day on which it was. */
async function dayIn(status: string, reading: Reading): Promise<Instant | null> {
  if (!/\d/.test(status)) return null;
  const moment = await parseAnyDate(status, reading, 'back');
  return moment instanceof Refusal ? null : moment.at;
}
