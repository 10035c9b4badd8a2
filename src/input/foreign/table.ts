import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { shorten } from '../../domain/base/text.ts';
import { parseCadence } from '../cadences.ts';
import type { DateContext } from '../dates.ts';
import { CellDates, plainDate, wholeDay } from './cell-dates.ts';
import { filled } from './cells.ts';
import { refuseMissingHeading, sayHeadings } from './column-map.ts';
import { type Column, DATE_COLUMNS } from './columns.ts';
import { orderIn, refuseOrder } from './date-order.ts';
import { cellsIn, findColumns, type Places, type Row } from './find-columns.ts';
import type { SaidMaps } from './find-header.ts';
import { keyOf, keysIn, sayNames, YES } from './headings.ts';
import { type ForeignFile, type ForeignItem, kindNamed, readEach, type Unkept } from './item.ts';
import { type ForeignProgram, programOf } from './programs.ts';
import { readEnd } from './row-end.ts';
import { RowIds } from './row-ids.ts';
import { readWork } from './work-cells.ts';

/** A table: its headings, its rows, and how many lines stood above the headings. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  readonly linesAbove: number;
}

/** A row that is a task, with what stands around it. */
interface TaskRow extends Row {
  readonly section: string | undefined;
  readonly remarks: readonly string[];
}

const TASKS = keysIn(({ tasks }) => tasks);
const AGAIN = keysIn(({ again }) => again);

/** Reads a table by its headings, and by what the person said of them. Refused if none of them is the title. */
export async function readTable(
  { headings, rows, linesAbove }: Table,
  context: DateContext,
  maps: SaidMaps,
): Promise<ForeignFile | Refusal> {
  const map = maps.countingFor(headings) ?? {};
  const missing = refuseMissingHeading(map, headings);
  if (missing) return missing;
  const program = programOf(headings);
  const places = findColumns(headings, rows, context, program, map);
  if (places.title.length === 0) return refuseUntitled(headings);
  const { tasks, noTasks } = sortRows(rows, places, program);
  const dateOrder = orderIn(
    DATE_COLUMNS.flatMap((column) => datesIn(rows, places[column])),
    context,
  );
  const reader = new RowReader(headings, places, program, { ...context, dateOrder });
  const file = await readEach(
    tasks,
    (row) => ({ line: row.line, title: reader.titleOf(row) }),
    (row) => reader.read(row),
  );
  return {
    ...file,
    program: program?.name,
    noTasks,
    linesAbove,
    headings,
    unkept: reader.unkept(rows),
    whoColumn: reader.whoColumn,
  };
}

function datesIn(rows: readonly Row[], places: readonly number[]): string[] {
  return places.flatMap((place) => cellsIn(place, rows).map(plainDate));
}

function refuseUntitled(headings: readonly string[]): Refusal {
  return new Refusal(
    'no-title-column',
    `No column holds the title. The columns are: ${sayHeadings(headings.filter((heading) => heading.trim() !== ''))}.`,
    'Nothing was imported. Say which column it is: --map title=HEADING',
    'refused',
    sayNames(headings),
  );
}

/** Sorts out the rows that are no tasks, where a program has such rows. */
function sortRows(
  rows: readonly Row[],
  places: Places,
  program: ForeignProgram | undefined,
): { readonly tasks: readonly TaskRow[]; readonly noTasks: number } {
  const tasks: (TaskRow & { readonly remarks: string[] })[] = [];
  let section: string | undefined;
  let noTasks = 0;
  const first = (row: Row, column: Column) =>
    places[column].map((place) => filled(row.cells[place])).find((cell) => cell !== undefined);
  for (const row of rows) {
    const meaning = program?.rows?.[keyOf(first(row, 'kind') ?? '')];
    if (meaning === 'heading of those below') section = first(row, 'title');
    else if (meaning === 'note of the task above' && tasks.length > 0)
      tasks.at(-1)?.remarks.push(first(row, 'title') ?? '');
    else if (meaning) noTasks++;
    else if (row.cells.some((cell) => cell !== '')) tasks.push({ ...row, section, remarks: [] });
  }
  return { tasks, noTasks };
}

/** Reads the rows of one table. */
class RowReader {
  private readonly dates: CellDates;
  private readonly ids: RowIds;
  /** The places of which something was used. */
  private readonly used = new Set<number>();

  constructor(
    private readonly headings: readonly string[],
    private readonly places: Places,
    private readonly program: ForeignProgram | undefined,
    private readonly context: DateContext,
  ) {
    this.dates = new CellDates(context, program?.midnight);
    this.ids = new RowIds(headings, places);
  }

  /** The heading of the people, if there is one. */
  get whoColumn(): string | undefined {
    return this.headings[this.places.who[0] ?? -1];
  }

  titleOf(row: Row): string {
    return this.cell(row, 'title') ?? '';
  }

  /** Reads a row. Throws a Refusal. */
  async read(row: TaskRow): Promise<ForeignItem> {
    const cell = (column: Column) => this.cell(row, column);
    const title = cell('title');
    if (title === undefined) throw refuse('text-missing', 'It has no title.');
    this.refuseDateOrder(row);
    const kind = cell('kind');
    const knownKind = kindNamed(kind ?? '');
    const isTask = kind === undefined || TASKS.has(keyOf(kind));
    const enteredAt = await this.dates.entry(cell('asked'));
    return {
      line: row.line,
      ...this.ids.idsOf(row, cell),
      title: title.replace(/\s+/g, ' '),
      kind: knownKind,
      unknownKind: knownKind || isTask ? undefined : shorten(kind),
      client: cell('client'),
      who: cell('who'),
      project: cell('project'),
      sections: [cell('section') ?? row.section ?? []].flat(),
      ...(await this.readDue(row, enteredAt)),
      ...readWork(cell, this.context),
      enteredAt,
      notes: [...this.notesOf(row), ...row.remarks].map((text) => ({ text })),
      end: await readEnd((column) => this.cellsOf(row, column), this.dates, this.program),
    };
  }

  /** What columns hold that nothing was read from, apart from those of ids, days and units. */
  unkept(rows: readonly Row[]): Unkept[] {
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    const lines = new Map<string, number[]>();
    for (let place = 0; place < width; place++) {
      if (this.used.has(place)) continue;
      const name = shorten(this.headings[place] || `number ${place + 1}`);
      const those = rows.flatMap(({ line, cells }) => (filled(cells[place]) === undefined ? [] : [line]));
      if (those.length > 0) lines.set(name, [...(lines.get(name) ?? []), ...those]);
    }
    return [...lines].map(([name, those]) => ({ name, lines: [...new Set(those)] }));
  }

  /** The first cell of a column with anything in it. */
  private cell(row: Row, column: Column): string | undefined {
    for (const place of this.places[column]) {
      const cell = this.take(row, place);
      if (cell !== undefined) return cell;
    }
    return undefined;
  }

  /** All cells of a column with anything in them. */
  private cellsOf(row: Row, column: Column): string[] {
    return this.places[column].flatMap((place) => this.take(row, place) ?? []);
  }

  private take(row: Row, place: number): string | undefined {
    const cell = filled(row.cells[place]);
    if (cell !== undefined) this.used.add(place);
    return cell;
  }

  /** The notes; what served as the title is none. */
  private notesOf(row: Row): string[] {
    const title = this.places.title.find((place) => filled(row.cells[place]) !== undefined);
    const places = this.places.notes.filter((place) => place !== title).sort((a, b) => a - b);
    return places.flatMap((place) => this.take(row, place) ?? []);
  }

  private refuseDateOrder(row: Row): void {
    for (const column of DATE_COLUMNS) {
      const no = refuseOrder(plainDate(this.cell(row, column) ?? ''), this.context.dateOrder);
      if (no) throw no;
    }
  }

  private async readDue(
    row: Row,
    enteredAt: ForeignItem['enteredAt'],
  ): Promise<Pick<ForeignItem, 'due' | 'undated'>> {
    const text = this.cell(row, 'due');
    if (text === undefined) return { due: undefined };
    try {
      const due = await this.dates.written(text, enteredAt);
      const isDay = YES.has(keyOf(this.cell(row, 'allDay') ?? ''));
      const zone = this.cell(row, 'zone');
      return { due: due && isDay ? wholeDay(due, zone, this.context.calendar) : due };
    } catch (error) {
      if (error instanceof Refusal && (this.program?.hasOwnDates || this.comesAgain(text))) {
        return { due: undefined, undated: shorten(text) };
      }
      throw error;
    }
  }

  /** Whether words say how often something comes: those of a cadence, also in another language. */
  private comesAgain(text: string): boolean {
    const [word = ''] = text.split(/\s/, 1);
    return AGAIN.has(keyOf(word)) || !(parseCadence(text, this.context) instanceof Refusal);
  }
}
