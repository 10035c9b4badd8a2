import stringWidth from 'string-width';
import { lazy, memoize } from '../../domain/base/memo.ts';
import { grouped } from '../../domain/base/text.ts';

/** Text of ASCII, Latin letters and ellipses, which take one column each and combine with nothing. */
const SINGLE = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f…]*$/;

/** The beginning of a line that is a command or a job of cron or systemd, with or without a style. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: styles are set by control characters.
const COMMAND = /^(?:\u001b\[\d+m)*(?:(?:followup|fup) |(?:[\d*/,-]+ ){5}(?:\[ "\$\()?TZ=|ExecStart=)/;

/** Made when it is first needed, because loading it takes longer than laying out a screen. */
const segmenter = lazy(() => new Intl.Segmenter());

/** A style is set by such a code, which takes no room. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: styles are set by control characters.
const STYLE_CODE = /\u001b\[\d+m/g;

/** How many columns a text takes in a terminal. */
export function widthOf(text: string): number {
  return widthUpTo(text, Number.POSITIVE_INFINITY);
}

/** How many columns a character takes. A text has few different ones, and measuring them takes time. */
const widthOfSegment = memoize(widthOf);

/** How many columns a text takes; if that is more than `most`, any number above it, because the rest is not looked at. */
export function widthUpTo(text: string, most: number): number {
  if (SINGLE.test(text)) return text.length;
  if (text.length <= AT_A_TIME) return stringWidth(text);
  let width = 0;
  for (const segment of segmentsOf(text.replace(STYLE_CODE, ''))) {
    width += widthOfSegment(segment);
    if (width > most) break;
  }
  return width;
}

/**
 * How many code units are segmented at a time: the engine needs time for every segment that grows with the text it is
 * taken from. What people see as one character is far shorter, and is cut in two only if it is longer than this.
 */
const AT_A_TIME = 256;

/** The characters of a text as people see them, an emoji or a letter with its accents as one. */
export function* segmentsOf(text: string): Generator<string> {
  for (const part of partsOf(text)) {
    for (const { segment } of segmenter().segment(part)) yield segment;
  }
}

/** A text in parts that can be segmented on their own. */
function* partsOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = start + AT_A_TIME;
    if (end >= text.length) {
      yield text.slice(start);
      return;
    }
    // The last segment may go on behind the end.
    const last =
      segmenter()
        .segment(text.slice(start, end))
        .containing(AT_A_TIME - 1)?.index || AT_A_TIME;
    const length = last === AT_A_TIME && isHighSurrogate(text, end - 1) ? last - 1 : last;
    yield text.slice(start, start + length);
    start += length;
  }
}

function isHighSurrogate(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > 0xffff;
}

/** How many code units a column holds at most: whole families of emoji fit, and heaps of marks do not. */
const MOST_IN_COLUMN = 32;

/** Text without style, cut to the width with an ellipsis at the end if it is longer; no character is cut in two. */
export function truncate(text: string, width: number): string {
  const most = MOST_IN_COLUMN * width;
  if (text.length <= most && widthUpTo(text, width) <= width) return text;
  if (width < 1) return '';
  // What comes after the cut does not matter.
  if (SINGLE.test(text.slice(0, width))) return `${text.slice(0, width - 1).trimEnd()}…`;
  let kept = '';
  let sum = 0;
  for (const segment of segmentsOf(text)) {
    sum += widthOfSegment(segment);
    // The parts of a flag may be wider than the flag, so the sum alone does not decide.
    if (kept.length + segment.length > most) break;
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

/** The most code units of one text on a screen: some three hundred lines. */
const MOST_ON_SCREEN = 20_000;

/** The beginning of a long text, and how much more there is. */
function curtail(text: string): string {
  const kept = text.slice(0, MOST_ON_SCREEN - CURTAILED).toWellFormed();
  return `${kept}… (${grouped(text.length - kept.length)} more characters: --json has them all)`;
}

/** Room for what is said behind the beginning of a long text. */
const CURTAILED = 100;

/**
 * Text in lines no wider than the width, broken between words; every line after the first is indented. A word that is
 * wider than a line, such as a web address or a sentence without spaces, is broken at the end of the line. Of a text that
 * nobody reads on a screen, only the beginning is shown.
 */
export function wrap(text: string, width: number, indent = ''): string[] {
  if (width === Number.POSITIVE_INFINITY) return [text];
  if (text.length > MOST_ON_SCREEN) return wrap(curtail(text), width, indent);
  const room = Math.max(8, width - indent.length);
  const most = Math.min(room, width);
  const isOneLine = widthUpTo(text, most) <= most && !text.startsWith(' ');
  if (isOneLine) return [text];
  const words = text.split(' ').flatMap((each) => cutToPieces(each, room));
  return breakBetween(words, width, indent);
}

/**
 * A screen without lines that are wider than the terminal: those are broken between words, and their indentation is kept.
 * A word that is wider, such as a path, stays whole on a line of its own, and so does a line that is a command, or a job that
 * calls one: people copy them.
 */
export function fitLines(screen: string, width: number): string {
  return screen
    .split('\n')
    .flatMap((line) => {
      if (widthUpTo(line, width) <= width) return [line];
      const [, indent = '', text = ''] = /^( *)(.*)$/.exec(line) ?? [];
      if (COMMAND.test(text)) return [line];
      const lines = breakBetween(text.split(' '), width - indent.length, '');
      return lines.map((each) => (indent + each).trimEnd());
    })
    .join('\n');
}

/** Like `wrap`, for a text that is no screen: all of it, and a word that is wider than a line, such as a web address, stays whole. */
export function wrapWhole(text: string, width: number, indent = ''): string[] {
  return widthUpTo(text, width) <= width ? [text] : breakBetween(text.split(' '), width, indent);
}

/** Words in lines no wider than the width, if no word is; every line after the first is indented. */
function breakBetween(words: readonly string[], width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of words) {
    // A space joins with nothing, so widths can be added up.
    const needed = widthOf(word);
    if (line !== '' && used + 1 + needed > width) {
      lines.push(line);
      line = word;
      used = indent.length + needed;
    } else {
      used += needed + (line === '' ? 0 : 1);
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((entry, index) => (index === 0 ? entry : indent + entry));
}

/** A word in pieces no wider than the room. Pieces are measured whole, because the word may hold codes of a style. */
function cutToPieces(word: string, room: number): string[] {
  if (widthUpTo(word, room) <= room) return [word];
  if (SINGLE.test(word)) return word.match(new RegExp(`.{1,${room}}`, 'g')) ?? [];
  const pieces: string[] = [];
  let piece = '';
  let sum = 0;
  for (const segment of segmentsOf(word)) {
    const needed = widthOfSegment(segment);
    sum += needed;
    // The parts of a code or a flag may be wider than the whole, so the sum alone does not decide.
    if (sum > room && widthOf(piece + segment) > room) {
      pieces.push(piece);
      piece = '';
      sum = needed;
    }
    piece += segment;
  }
  return [...pieces, piece];
}
