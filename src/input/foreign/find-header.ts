import type { ColumnMap } from './column-map.ts';
import { areHeadings, countKnown, keyOf } from './headings.ts';

/** What people have said about tables. */
export interface SaidMaps {
  /** What is said of this table. */
  readonly given: ColumnMap | null;
  /** What was said before of tables with the same headings. */
  readonly remembered: (headings: readonly string[]) => ColumnMap | null;
  /** What counts for the table with these headings. */
  readonly countingFor: (headings: readonly string[]) => ColumnMap | null;
}

/** Nothing was ever said about any table. */
export const NO_MAPS: SaidMaps = { given: null, remembered: () => null, countingFor: () => null };

/** Where the headings of a table are, and what stands between its cells. */
export interface Header {
  /** Its line, from 1, and where it begins in the text. */
  readonly line: number;
  readonly start: number;
  readonly delimiter: string;
}

const DELIMITERS = [',', ';', '\t', '|'];

/** What some programs write first, to say what separates the cells. */
const SEPARATOR_LINE = /^"?sep=(.)"?$/i;

/** How many lines may stand above the headings, and how long a line of headings may be. */
const MOST_ABOVE = 100;
const LONGEST = 100_000;

/**
 * The headings of a table: the first line with a name for the title and one more, or with those that a person named. Null
 * if there is no such line.
 */
export function findHeader(text: string, maps: SaidMaps): Header | null {
  const lines = linesOf(text);
  const separator = separatorIn(lines);
  const delimiters = separator === null ? DELIMITERS : [separator];
  for (const [index, { content, line, start }] of lines.entries()) {
    const found = delimiters
      .map((delimiter) => ({ delimiter, cells: splitLine(content, delimiter) }))
      .filter(({ cells }) => isHeader(cells, maps))
      .sort(
        (a, b) =>
          countKnown(b.cells.map(keyOf)) - countKnown(a.cells.map(keyOf)) || b.cells.length - a.cells.length,
      );
    const delimiter = found[0]?.delimiter;
    // Prose with a comma is no table: below headings there are rows.
    const below = lines[index + 1]?.content;
    const isTable =
      index === 0 || below === undefined || (delimiter !== undefined && below.includes(delimiter));
    if (delimiter !== undefined && isTable) return { line, start, delimiter };
  }
  return null;
}

/** The line that is likeliest to name the columns of a table, where none names its title: with most names that are known. */
export function likeliestHeader(text: string): Header {
  const lines = linesOf(text);
  const separator = separatorIn(lines);
  const candidates = lines
    .filter(({ content }) => !SEPARATOR_LINE.test(content))
    .map((line) => {
      const delimiter = separator ?? commonest(line.content);
      return { ...line, delimiter, known: countKnown(splitLine(line.content, delimiter).map(keyOf)) };
    });
  const [first = { line: 1, start: 0, delimiter: separator ?? ',', known: 0 }] = candidates;
  return candidates.reduce((best, each) => (each.known > best.known ? each : best), first);
}

/** Whether cells name the columns of a table. */
export function isHeader(cells: readonly string[], { given, remembered }: SaidMaps): boolean {
  if (cells.length === 0) return false;
  if (areHeadings(cells)) return true;
  const map = given ?? remembered(cells);
  const keys = new Set(cells.map(keyOf));
  const named = Object.values(map ?? {}).flat();
  return named.length > 0 && named.every((heading) => keys.has(keyOf(heading)));
}

function separatorIn(lines: readonly { readonly content: string }[]): string | null {
  return SEPARATOR_LINE.exec(lines[0]?.content ?? '')?.[1] ?? null;
}

function commonest(line: string): string {
  const counts = DELIMITERS.map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((most, candidate) => (candidate.count > most.count ? candidate : most)).sign;
}

function splitLine(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1'));
}

/** The first lines of a text that are not empty. */
function linesOf(
  text: string,
): { readonly content: string; readonly line: number; readonly start: number }[] {
  const lines: { content: string; line: number; start: number }[] = [];
  const ends = /\r\n|\r|\n|$/g;
  for (let [line, start] = [1, 0]; start < text.length && lines.length < MOST_ABOVE; line++) {
    ends.lastIndex = start;
    const end = ends.exec(text);
    const stop = end?.index ?? text.length;
    const content = text.slice(start, Math.min(stop, start + LONGEST)).trim();
    if (content !== '') lines.push({ content, line, start });
    start = stop + (end?.[0].length || 1);
  }
  return lines;
}
