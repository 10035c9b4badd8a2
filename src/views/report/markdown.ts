import type { Cell, Outline, Section } from './outline.ts';
import { type Line, type Piece, plainSubject } from './pieces.ts';

/** A report in Markdown, with tables as GitHub reads them. */
export function writeMarkdown({ client, title, about, internal, highlights, sections }: Outline): string {
  const blocks = [
    `# ${client === null ? asText(title) : `${asText(title)}: ${inline(client)}`}`,
    ...(internal === null ? [] : [`**${asText(internal)}**`]),
    about.map((line) => inline(line)).join('  \n'),
    highlights
      .map(({ label, value, note }) => {
        const noted = note.length === 0 ? '' : ` (${inline(note)})`;
        return `- ${asText(label)}: **${inline(value)}**${noted}`;
      })
      .join('\n'),
    ...sections.flatMap(sectionOf),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function sectionOf({ heading, columns, rows, nothing }: Section): string[] {
  if (rows.length === 0) return [`## ${asText(heading)}`, asText(nothing ?? '')];
  const table = [
    columns.map(asText),
    columns.map(() => '---'),
    ...rows.map(([first, ...others]) => [plainSubject(first?.lines ?? [], inline), ...others.map(cellOf)]),
  ];
  return [`## ${asText(heading)}`, table.map((row) => `| ${row.join(' | ')} |`).join('\n')];
}

function cellOf({ lines }: Cell): string {
  return lines.map(inline).join('; ');
}

function inline(line: Line): string {
  return line.map(pieceOf).join('');
}

function pieceOf(piece: Piece): string {
  switch (piece.piece) {
    case 'old':
      return `~~${asText(piece.text)}~~`;
    case 'link':
      return `[${asText(piece.text)}](${encodeURI(piece.to)})`;
    default:
      return asText(piece.text);
  }
}

/**
 * A text in which no sign means anything: no tag, no link, no cell, no emphasis. Readers make links of addresses however they are
 * escaped, but not of code.
 */
function asText(text: string): string {
  return text
    .split(WORD)
    .map((part) => (ADDRESS.test(part) ? `\`${part}\`` : escaped(part)))
    .join('');
}

/** A run of signs that mean nothing in code. */
const WORD = /([^\s`|<>\\&]+)/u;

/** What readers take for an address. */
const ADDRESS = /[a-z]:\/\/|www\.|@[\p{L}\p{N}]/iu;

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&#]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
  );
}
