import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import { grouped, shorten } from '../../domain/base/text.ts';
import type { DateContext } from '../dates.ts';
import type { SaidMaps } from './find-header.ts';
import { isHeader } from './find-header.ts';
import { keyOf, NAMES } from './headings.ts';
import type { ForeignFile } from './item.ts';
import { parseJson } from './parse-json.ts';
import { readTable, type Table } from './table.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** What a JSON text is: our journal, tasks of Taskwarrior, or anything with a table in it. */
type JsonFormat = 'journal' | 'taskwarrior' | 'json';

/** How text begins that is JSON, or would be if it were whole. */
const BEGINS = /^(?:\[\s*\{|\{\s*["}])/;

/** The JSON format of a text; a refusal if it is JSON of another kind, or broken; null if it is no JSON. */
export function recogniseJson(text: string, maps: SaidMaps): JsonFormat | Refusal | null {
  if (/^\{\s*"format"\s*:\s*"followup-journal"/.test(text)) return 'journal';
  if (!/^[[{]/.test(text)) return null;
  const document = parseDocument(text);
  if (document === undefined) return BEGINS.test(text) ? refuseBroken(text) : null;
  const objects = objectsIn(document);
  if (objects.some(isOfTaskwarrior) || isEmptyList(document)) return 'taskwarrior';
  if (isOurs(document, objects)) return refuseOurs();
  return isBoard(document) || tableIn(document, maps) !== null ? 'json' : refuseOther(document);
}

/** Reads JSON in which something is a table: a Trello board, or a list of objects with names that are known. */
export async function readJson(
  text: string,
  context: DateContext,
  maps: SaidMaps,
): Promise<ForeignFile | Refusal> {
  const document = parseDocument(text.trim());
  if (document === undefined) return refuseBroken(text);
  const table = isBoard(document) ? await readBoard(document) : tableIn(document, maps);
  if (table === null) return refuseOther(document);
  const file = await readTable(table, context, maps);
  return 'items' in file ? { ...file, placeNoun: 'entry' } : file;
}

async function readBoard(document: unknown): Promise<Table | null> {
  const { tableOfBoard } = await import('./trello.ts');
  return tableOfBoard(document);
}

/** A whole JSON text, or an object a line; undefined if it is neither. */
function parseDocument(text: string): unknown {
  const whole = parseJson(text);
  if (whole !== undefined) return whole;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map((line) => parseJson(line.trim().replace(/,$/, '')));
  return lines.length > 1 && values.some((value) => isObject(value)) ? values.filter(isObject) : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmptyList(document: unknown): boolean {
  return Array.isArray(document) && document.length === 0;
}

function objectsIn(document: unknown): readonly JsonObject[] {
  return [document].flat().filter(isObject);
}

const OTHER_TITLES: ReadonlySet<string> = new Set(
  NAMES.title.flat().filter((name) => name !== 'description'),
);

/** How Taskwarrior writes a date. */
const STAMP = /^\d{8}T\d{6}Z$/;

/** A task of Taskwarrior is a description, with nothing that could be its title and no date that it would write otherwise. */
function isOfTaskwarrior(task: JsonObject): boolean {
  if (typeof task.description !== 'string') return false;
  if ('uuid' in task && ('entry' in task || 'status' in task)) return true;
  const hasItsDates = typeof task.due !== 'string' || STAMP.test(task.due);
  return hasItsDates && !Object.keys(task).some((key) => OTHER_TITLES.has(keyOf(key)));
}

/** Whether this is a board of Trello: cards in lists. */
function isBoard(document: unknown): boolean {
  return isObject(document) && Array.isArray(document.cards) && Array.isArray(document.lists);
}

/** Whether this is what followup itself prints with --json. */
function isOurs(document: unknown, objects: readonly JsonObject[]): boolean {
  const [first] = objects;
  const isCommitment =
    first !== undefined && ['uid', 'kind', 'ball', 'inWriting'].every((key) => key in first);
  return isCommitment || (isObject(document) && 'attention' in document && 'questions' in document);
}

function refuseOurs(): Refusal {
  return refuse(
    'own-json',
    'This is what followup shows with --json: how things stand, without the record behind them.',
    'Nothing was imported. To take the whole record to another machine: followup export > FILE',
  );
}

const WHAT_CAN_BE =
  'What can be imported: an export of followup (followup export > FILE) or of Taskwarrior (task export > FILE), a board of Trello, and any list of objects with names such as title, due and client';

function refuseOther(document: unknown): Refusal {
  return refuse(
    'other-json',
    `This is JSON, ${describe(document)}, and nothing in it is known as a task.`,
    `Nothing was imported. ${WHAT_CAN_BE}; for other names: --map title=NAME`,
  );
}

function describe(value: unknown): string {
  if (Array.isArray(value)) {
    const kinds = new Set(
      value.map((each) => (Array.isArray(each) ? 'list' : each === null ? 'null' : typeof each)),
    );
    const [kind = 'value'] = kinds.size === 1 ? kinds : ['value'];
    const names = kind === 'object' ? ` with ${sayNames(Object.keys(value[0]))}` : '';
    return value.length === 1
      ? `a list of one ${kind}${names}`
      : `a list of ${grouped(value.length)} ${kind}s${names}`;
  }
  if (!isObject(value)) return 'a single value';
  return Object.keys(value).length === 0
    ? 'an empty object'
    : `an object with ${sayNames(Object.keys(value))}`;
}

/** How many names are listed. */
const MOST_NAMED = 8;

function sayNames(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).map(shorten).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function refuseBroken(text: string): Refusal {
  return refuse(
    'broken-json',
    `This looks like JSON, but it ${whereBroken(text)}.`,
    'Nothing was imported. Make the export again; perhaps it was not written to its end.',
  );
}

function whereBroken(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1];
    if (at !== undefined && Number(at) < text.trimEnd().length) {
      return `is broken in line ${text.slice(0, Number(at)).split('\n').length}`;
    }
  }
  return 'breaks off before its end';
}

/** The most names that entries may have together; what has more is no list of tasks. */
const MOST_NAMES = 200;

/** The largest list of objects in a document that can be read as a table; null if there is none. */
function tableIn(document: unknown, maps: SaidMaps): Table | null {
  const tables = listsIn(document)
    .map((list) => tableOfList(list.filter(isObject)))
    .filter(
      ({ headings }) =>
        isHeader(headings, maps) || headings.some((heading) => NAMES.title[0]?.includes(keyOf(heading))),
    );
  return tables.sort((a, b) => b.rows.length - a.rows.length)[0] ?? null;
}

/** How deep in an object a list of tasks may lie. */
const DEEPEST = 3;

/** The lists in a document, those that are not in another list. */
function listsIn(value: unknown, depth = 0): readonly (readonly unknown[])[] {
  if (Array.isArray(value)) return [value];
  if (!isObject(value) || depth === DEEPEST) return [];
  return Object.values(value).flatMap((each) => listsIn(each, depth + 1));
}

function tableOfList(objects: readonly JsonObject[]): Table {
  const places = new Map<string, number>();
  const rows = objects.map((object, index) => {
    const cells: string[] = [];
    for (const [name, value] of Object.entries(object)) {
      const place = places.get(name) ?? places.size;
      if (place >= MOST_NAMES) continue;
      places.set(name, place);
      while (cells.length < place) cells.push('');
      cells[place] = textOf(value);
    }
    return { line: index + 1, cells };
  });
  return { headings: [...places.keys()], rows, linesAbove: 0 };
}

/** Which part of an object says what it is, in this order. */
const TELLING = [
  'date',
  'dateTime',
  'datetime',
  'name',
  'title',
  'displayName',
  'fullName',
  'text',
  'value',
  'label',
];

/** A value as a cell. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join(', ');
  }
  if (!isObject(value)) return String(value);
  const part = TELLING.find((name) => typeof value[name] === 'string');
  return part === undefined ? JSON.stringify(value) : String(value[part]);
}
