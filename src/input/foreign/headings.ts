import { COLUMNS, type Column, NAMED_COLUMNS, type NamedColumn } from './columns.ts';
import { DE } from './languages/de.ts';
import { EN } from './languages/en.ts';
import { ES } from './languages/es.ts';
import { FR } from './languages/fr.ts';
import type { TableWords } from './languages/table-words.ts';

/** The languages of tables. Where two of them use a word differently, the first counts. */
export const LANGUAGES: readonly TableWords[] = [EN, DE, FR, ES];

/** A heading or another word of a table as it is compared: lower-case letters and digits, without accents. */
export function keyOf(heading: string): string {
  return heading
    .slice(0, LONGEST)
    .replaceAll('%', ' percent ')
    .replaceAll('\u00df', 'ss')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Far longer than any heading. */
const LONGEST = 200;

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** The keys of a word: without its accents, and with them spelt out ("faellig"). */
function keysOf(word: string): string[] {
  const spelt = word.replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter);
  return spelt === word ? [keyOf(word)] : [keyOf(word), keyOf(spelt)];
}

/** All words of a kind in all languages, as keys. */
export function keysIn(wordsOf: (language: TableWords) => readonly string[]): ReadonlySet<string> {
  return new Set(LANGUAGES.flatMap((language) => wordsOf(language).flatMap(keysOf)));
}

/** The lists of names, in the order in which they count. */
const RANKS = ['columns', 'otherwise', 'atLast'] as const;

/** The keys of the names of each column: those that count first, those that count otherwise, and those at last. */
export const NAMES: Readonly<Record<Column, readonly (readonly string[])[]>> = Object.fromEntries(
  COLUMNS.map((column) => [
    column,
    RANKS.map((rank) => [...keysIn((language) => language[rank]?.[column] ?? [])]),
  ]),
) as Record<Column, string[][]>;

/** The keys of all names. */
const KNOWN: ReadonlySet<string> = new Set(Object.values(NAMES).flat(2));
const TITLES: ReadonlySet<string> = new Set(NAMES.title.flat());

export const IF_DATES = keysIn(({ ifDates }) => ifDates);
export const UNLESS_DATES = keysIn(({ unlessDates }) => unlessDates);

/** What stands for yes. */
export const YES = keysIn(({ yes }) => yes);

/** Whether a line of a table names its columns: one for the title, and at least one more. */
export function areHeadings(cells: readonly string[]): boolean {
  const keys = cells.map((cell) => workColumnOf(cell)?.key ?? keyOf(cell));
  return keys.some((key) => TITLES.has(key)) && countKnown(keys) > 1;
}

/** How many of the keys are names of columns. */
export function countKnown(keys: readonly string[]): number {
  return keys.filter((key) => KNOWN.has(key)).length;
}

/** The names of the columns that people have, a line for each, in the language that the headings of a table seem to be in. */
export function sayNames(headings: readonly string[]): string[] {
  const keys = headings.map(keyOf);
  const namesIn = (language: TableWords, column: Column) =>
    RANKS.flatMap((rank) => language[rank]?.[column] ?? []);
  const countIn = (language: TableWords) =>
    keys.filter((key) => COLUMNS.some((column) => namesIn(language, column).flatMap(keysOf).includes(key)))
      .length;
  const [spoken = EN] = [...LANGUAGES].sort((a, b) => countIn(b) - countIn(a));
  const others = LANGUAGES.filter((language) => language !== spoken).map(({ language }) => language);
  return [
    `These ${spoken.language} headings are understood, and those in ${others.slice(0, -1).join(', ')} and ${others.at(-1)}:`,
    ...(Object.keys(NAMED_COLUMNS) as NamedColumn[]).map((column) => {
      const names = namesIn(spoken, column).filter((name) => name !== column);
      return `  ${column}: ${names.slice(0, MOST_SHOWN).join(', ')}`;
    }),
  ];
}

/** How many names of a column are shown. */
const MOST_SHOWN = 6;

/** The number of a month (January is 0) by its name in any of the languages but English, as a key. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap(({ months }) =>
    months.flatMap((names, month) => names.flatMap(keysOf).map((key): [string, number] => [key, month])),
  ),
);

/** Columns of work by the words for their unit. */
const UNITS = (['days', 'hours', 'minutes'] as const).map((column) => ({
  column,
  words: keysIn(({ units }) => units[column] ?? []),
}));

/** The unit of work that a word (as a key) means in any of the languages, in English; null if it is none. */
export function unitNamed(key: string): 'days' | 'hours' | 'minutes' | null {
  return UNITS.find(({ words }) => words.has(key))?.column ?? null;
}

/** The heading of an amount of work with its unit, such as "Effort (h)" or "Aufwand in Stunden"; null if it is none. */
export function workColumnOf(
  heading: string,
): { readonly key: string; readonly column: 'days' | 'hours' | 'minutes' } | null {
  const [, name = '', unit = ''] =
    /^([^()[\]]+)[([]\s*(?:in\s+)?([^()[\]]+)[)\]]$/i.exec(heading.trim()) ??
    /^(\S+) (?:in|en) (\S+)$/i.exec(heading.trim()) ??
    [];
  const key = keyOf(name);
  const column = unitNamed(keyOf(unit));
  return column !== null && NAMES.estimate.some((names) => names.includes(key)) ? { key, column } : null;
}
