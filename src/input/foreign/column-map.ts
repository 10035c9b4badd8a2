import { nearWords } from '../../domain/base/edit-distance.ts';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { shorten } from '../../domain/base/text.ts';
import { NAMED_COLUMNS, type NamedColumn } from './columns.ts';
import { keyOf } from './headings.ts';

/** Which headings hold what, as a person said it. */
export type ColumnMap = Readonly<Partial<Record<NamedColumn, readonly string[]>>>;

const WORDS = Object.keys(NAMED_COLUMNS) as NamedColumn[];

/**
 * Reads which column is what: pairs such as `title=Betreff, due = Fällig am`, with commas or line breaks between them. A
 * line that begins with # is a remark. A heading with a comma stands in quotes, or on a line of its own.
 */
export function parseColumnMap(text: string): ColumnMap | Refusal {
  const map: Partial<Record<NamedColumn, string[]>> = {};
  for (const pair of pairsIn(text)) {
    const [, word = '', typed = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    const heading = typed.trim().replace(/^(["'])(.*)\1$/s, '$2');
    const column = WORDS.find((each) => keyOf(each) === keyOf(word));
    if (heading === '' || keyOf(word) === '') return refusePair(pair);
    if (column === undefined) return refuseWord(word.trim());
    map[column] = [...(map[column] ?? []), heading];
  }
  return Object.keys(map).length > 0 ? map : refusePair(text);
}

function pairsIn(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap(splitPairs);
}

/** A comma divides pairs only where another one begins after it. */
function splitPairs(line: string): string[] {
  const pairs = line.match(/(?:"[^"]*"|'[^']*'|[^,"']|["']|,(?!\s*\p{L}+\s*=))+/gu) ?? [];
  return pairs.map((pair) => pair.trim()).filter((pair) => pair !== '');
}

const HINT = `Say which heading holds what, such as --map title=Betreff,due=F\u00e4llig. What there is: ${WORDS.join(', ')}.`;

function refusePair(pair: string): Refusal {
  return new Refusal(
    'map-not-understood',
    `"${shorten(pair.trim())}" does not say which heading holds what.`,
    HINT,
    'usage',
  );
}

function refuseWord(word: string): Refusal {
  const [near] = nearWords(word.toLowerCase(), WORDS);
  return new Refusal(
    'map-unknown-column',
    `"${shorten(word)}" is nothing that an import knows.`,
    `${near ? `Did you mean ${near}? ` : ''}It is one of: ${WORDS.join(', ')}.`,
    'usage',
  );
}

/** The refusal of a map that names a heading which is not in the file; null if there is none. */
export function refuseMissingHeading(map: ColumnMap, headings: readonly string[]): Refusal | null {
  const keys = new Set(headings.map(keyOf));
  const missing = Object.values(map)
    .flat()
    .find((heading) => !keys.has(keyOf(heading)));
  if (missing === undefined) return null;
  const [near] = nearWords(missing, headings);
  const named = [...new Set(headings.filter((heading) => heading.trim() !== ''))];
  return refuse(
    'map-no-such-heading',
    `There is no heading "${shorten(missing)}" in the file.`,
    `Nothing was imported. ${near ? `Did you mean ${near}? ` : ''}Its headings are: ${sayHeadings(named)}.`,
  );
}

/** How many headings are named in a refusal. */
const MOST_NAMED = 30;

/** Headings as a list, of which only some are named if they are many. */
export function sayHeadings(headings: readonly string[]): string {
  const more = headings.length - MOST_NAMED;
  const named = headings.slice(0, MOST_NAMED).map(shorten).join(', ');
  return more > 0 ? `${named} and ${more} more` : named || 'none';
}

/** A map as it can be typed. */
export function sayColumnMap(map: ColumnMap): string {
  return (Object.entries(map) as [string, readonly string[]][])
    .flatMap(([column, headings]) => headings.map((heading) => `${column}=${quoted(heading)}`))
    .join(', ');
}

function quoted(heading: string): string {
  return /[,="']/.test(heading) ? `"${heading}"` : heading;
}

/** By what a table is known again: its headings, whatever their order and however often they come. */
export function tableKey(headings: readonly string[]): string {
  return [...new Set(headings.map(keyOf))].sort().join('\n');
}
