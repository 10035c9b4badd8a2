import stringWidth from 'string-width';

/** ASCII, Latin letters and the punctuation of our own texts take one column each: no table of widths is needed for them. */
const SINGLE = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f…]*$/;

/** How many columns a text takes in a terminal. */
export function widthOf(text: string): number {
  return SINGLE.test(text) ? text.length : stringWidth(text);
}

/** The text, cut to so many columns with an ellipsis at the end if it is longer; no character is cut in two. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (width < 1) return '';
  if (SINGLE.test(text)) return `${text.slice(0, width - 1).trimEnd()}…`;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The text with spaces after it, up to so many columns. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/**
 * Text in lines of at most so many columns, broken between words; every line after the first is indented. A word that is
 * wider than a line, such as a web address or a sentence without spaces, is broken where the line ends.
 */
export function wrap(text: string, width: number, indent = ''): string[] {
  if (width === Number.POSITIVE_INFINITY) return [text];
  const room = Math.max(8, width - indent.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => cutToPieces(each, room))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(lines.length ? indent + longer : longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines.map((entry, index) => (index === 0 ? entry : indent + entry));
}

/** A word in pieces that are no wider than the room. */
function cutToPieces(word: string, room: number): string[] {
  if (widthOf(word) <= room) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (widthOf(piece + segment) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
