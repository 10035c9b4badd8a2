import { pad, widthOf, wrap } from '../terminal/width.ts';
import type { Cell, Outline, Section } from './outline.ts';
import { type Line, plainSubject, plainWords } from './pieces.ts';

/** Columns of a text for a mail. */
export const TEXT_WIDTH = 72;

/** A report as text that fits a mail, or a narrower place. */
export function writeText(
  { client, title, about, internal, highlights, sections }: Outline,
  width = TEXT_WIDTH,
): string {
  const heading = client === null ? title : `${title}: ${plainWords([client])}`;
  const labels = highlights.map(({ label }) => widthOf(label));
  const widest = Math.max(0, ...labels) + 2;
  const blocks = [
    [
      ...wrapHeading(heading, width),
      ...(internal === null ? [] : wrap(internal, width)),
      ...about.flatMap((line) => wrap(words(line), width)),
    ],
    highlights.flatMap(({ label, value, note }) => {
      const noted = note.length === 0 ? '' : ` (${words(note)})`;
      return wrapBehind(pad(`${label}:`, widest), `${words(value)}${noted}`, width);
    }),
    ...sections.map((section) => sectionOf(section, width)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function sectionOf(section: Section, width: number): string[] {
  const { heading, rows, nothing } = section;
  const lines = rows.length === 0 ? [nothing ?? ''] : rows.flatMap((row) => rowOf(row, section, width));
  return [heading, '-'.repeat(Math.min(widthOf(heading), width)), ...lines];
}

/** What a row is about, and below it everything else with what it is. What happened is told in sentences. */
function rowOf(row: readonly Cell[], { columns, isStory }: Section, width: number): string[] {
  const [first, ...others] = row;
  if (!first) return [];
  if (isStory) return wrapBehind('- ', row.map(({ lines }) => plainWords(lines, '. ')).join(': '), width);
  const rest = others.flatMap(({ lines }, index) => {
    const content = plainWords(lines);
    return content === '–' ? [] : wrapBehind('  ', `${columns[index + 1]}: ${content}`, width);
  });
  return [...wrapBehind('- ', plainSubject(first.lines, words), width), ...rest];
}

/** Wraps a heading, in which nothing that somebody typed begins a line. */
function wrapHeading(heading: string, width: number): string[] {
  const [first = '', ...more] = wrap(heading, width - 2);
  return [first, ...more.map((line) => `  ${line}`)];
}

/** Wraps a text behind a beginning, under which its other lines stand clear. */
function wrapBehind(beginning: string, text: string, width: number): string[] {
  const indent = ' '.repeat(widthOf(beginning));
  const [first = '', ...more] = wrap(text, width - widthOf(beginning));
  return [`${beginning}${first}`, ...more.map((line) => `${indent}${line}`)];
}

function words(line: Line): string {
  return plainWords([line]);
}
