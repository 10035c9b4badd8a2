import { createHash } from 'node:crypto';
import { type Html, html } from './html.ts';
import type { Cell, Highlight, Outline, Section } from './outline.ts';
import { draw } from './pictures.ts';
import { type Line, type Piece, plainWords } from './pieces.ts';
import { STYLE } from './style.ts';

/** Says of a page that followup wrote it. */
const MARK = html`<meta name="generator" content="followup report">`;

/** Says of a page that it is for a manager, and that a later one may take its place. */
const INTERNAL_MARK = html`<meta name="generator" content="followup report --all">`;

/** Whether a file begins as one of our pages does, so that it may be replaced. */
export function isReport(beginning: string): boolean {
  return beginning.includes(MARK.markup) || isInternalPage(beginning);
}

/** Whether a file begins as a page that is not for a client. */
export function isInternalPage(beginning: string): boolean {
  return beginning.includes(INTERNAL_MARK.markup);
}

const STYLE_ELEMENT = html`<style>${STYLE}</style>`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE.markup).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * A report as one page that asks for nothing: no script, no font, no picture from anywhere; its policy forbids all but its own style.
 * The same outline gives the same bytes.
 */
export function writePage(outline: Outline): string {
  const { language, client, title, about, internal, back, highlights, sections } = outline;
  const name = client === null ? null : plainWords([client]);
  const page = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${internal === null ? MARK : INTERNAL_MARK}
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${name === null ? title : `${title}: ${name}`}</title>
<link rel="icon" href="data:,">
${STYLE_ELEMENT}
</head>
<body>
<div class="page">
<header>
${internal === null ? null : html`<p class="internal">${internal}</p>\n`}${back === null ? null : html`<nav class="back">${pieces(back)}</nav>\n`}${client === null ? html`<h1>${title}</h1>` : html`<p class="kicker">${title}</p>\n<h1>${pieces(client)}</h1>`}
<ul class="about">
${about.map((line) => html`<li>${pieces(line)}</li>\n`)}</ul>
</header>
<main>
${highlights.length === 0 ? null : html`<dl class="highlights">\n${highlights.map(highlight)}</dl>\n`}${sections.map(sectionOf)}</main>
</div>
</body>
</html>
`;
  return page.markup;
}

function pieces(line: Line): Html[] {
  return line.map(pieceOf);
}

function pieceOf(piece: Piece): Html {
  switch (piece.piece) {
    case 'ours':
      return html`${piece.text}`;
    case 'typed':
      return html`<bdi>${piece.text}</bdi>`;
    case 'time':
      return html`<time datetime="${piece.iso}">${unbroken(piece.text)}</time>`;
    case 'old':
      return html`<s><time datetime="${piece.iso}">${unbroken(piece.text)}</time></s>`;
    case 'link':
      return html`<a href="${piece.to}"><bdi>${piece.text}</bdi></a>`;
  }
}

/** A date whose time stays on one line: "4:00 pm". */
function unbroken(text: string): string {
  return text.replace(/(\d[:.h]\d\d) (?=\p{L})/gu, '$1\u00a0');
}

function highlight({ label, value, note, mark, picture }: Highlight, index: number): Html {
  const noted =
    note.length === 0
      ? null
      : html`<dd class="${mark === 'late' ? 'note late' : 'note'}">${pieces(note)}</dd>`;
  const drawn = picture ? html`<dd>${draw(picture, `highlight-${index + 1}`)}</dd>` : null;
  return html`<div><dt>${label}</dt><dd class="value">${pieces(value)}</dd>${noted}${drawn}</div>\n`;
}

function sectionOf({ name, heading, columns, rows, nothing }: Section): Html {
  const id = `${name}-heading`;
  const table = html`<table class="${name}">
<caption>${heading}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows.map((row, index) => rowOf(row, columns, `${name}-${index + 1}`))}</tbody>
</table>`;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
${rows.length > 0 ? table : html`<p class="nothing">${nothing ?? ''}</p>`}
</section>
`;
}

function rowOf([first, ...others]: readonly Cell[], columns: readonly string[], id: string): Html {
  const cells = others.map((cell, index) => {
    const column = columns[index + 1] ?? '';
    return html`<td data-column="${column}">${contentOf(cell, `${id}-${index + 2}`)}</td>`;
  });
  return html`<tr><th scope="row">${first ? contentOf(first, `${id}-1`) : null}</th>${cells}</tr>\n`;
}

function contentOf({ lines, mark, picture }: Cell, id: string): Html[] {
  const shown = lines.map((line, index) =>
    mark !== undefined && index === 0
      ? html`<span class="line"><span class="state ${mark}">${pieces(line)}</span></span>`
      : html`<span class="line">${pieces(line)}</span>`,
  );
  return picture ? [...shown, draw(picture, id)] : shown;
}
