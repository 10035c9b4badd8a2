import stringWidth from 'string-width';
import { lazy } from '../../domain/base/memo.ts';

/** Text of ASCII, Latin letters and ellipses, which take one column each and combine with nothing. */
const SINGLE = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f…]*$/;

/** The beginning of a line that is a command, with or without a style. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: styles are set by control characters.
const COMMAND = /^(?:\u001b\[\d+m)*(?:followup|fup) /;

/** Made when it is first needed, because loading it takes longer than laying out a screen. */
const segmenter = lazy(() => new Intl.Segmenter());

/** How many columns a text takes in a terminal. */
export function widthOf(text: string): number {
  return SINGLE.test(text) ? text.length : stringWidth(text);
}

/** The characters of a text as people see them, an emoji or a letter with its accents as one. */
export function segmentsOf(text: string): Intl.Segments {
  return segmenter().segment(text);
}

/** Text without style, cut to the width with an ellipsis at the end if it is longer; no character is cut in two. */
export function truncate(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (width < 1) return '';
  // What comes after the cut does not matter.
  if (SINGLE.test(text.slice(0, width))) return `${text.slice(0, width - 1).trimEnd()}…`;
  let kept = '';
  let sum = 0;
  for (const { segment } of segmentsOf(text)) {
    sum += widthOf(segment);
    // The parts of a flag may be wider than the flag, so the sum alone does not decide.
    if (sum >= width && widthOf(kept + segment) >= width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Like `truncate`, but words and clock times before the cut are whole: "Tue 10 Mar 10:00…". */
export function truncateBetweenWords(text: string, width: number): string {
  const cut = truncate(text, width);
  if (cut === text) return text;
  const kept = cut.length - 1;
  const [, whole] = /^(.*[^ -])[ -]/.exec(text.slice(0, kept + 1)) ?? [];
  return whole === undefined ? cut : `${whole}…`;
}

/** The text with spaces after it, up to the width. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/**
 * Text in lines no wider than the width, broken between words; every line after the first is indented. A word that is
 * wider than a line, such as a web address or a sentence without spaces, is broken at the end of the line.
 */
export function wrap(text: string, width: number, indent = ''): string[] {
  if (width === Number.POSITIVE_INFINITY) return [text];
  const room = Math.max(8, width - indent.length);
  const isOneLine = widthOf(text) <= Math.min(room, width) && !text.startsWith(' ');
  if (isOneLine) return [text];
  const words = text.split(' ').flatMap((each) => cutToPieces(each, room));
  return breakBetween(words, width, indent);
}

/**
 * A screen without lines that are wider than the terminal: those are broken between words, and their indentation is kept.
 * A word that is wider, such as a path, stays whole on a line of its own, and so does a line that is a command: people
 * copy them.
 */
export function fitLines(screen: string, width: number): string {
  return screen
    .split('\n')
    .flatMap((line) => {
      if (widthOf(line) <= width) return [line];
      const [, indent = '', text = ''] = /^( *)(.*)$/.exec(line) ?? [];
      if (COMMAND.test(text)) return [line];
      const lines = breakBetween(text.split(' '), width - indent.length, '');
      return lines.map((each) => (indent + each).trimEnd());
    })
    .join('\n');
}

/** Words in lines no wider than the width, if no word is; every line after the first is indented. */
function breakBetween(words: readonly string[], width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
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

/** A word in pieces no wider than the room. Pieces are measured whole, because the word may hold codes of a style. */
function cutToPieces(word: string, room: number): string[] {
  if (widthOf(word) <= room) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of segmentsOf(word)) {
    if (widthOf(piece + segment) > room) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
