import { printable } from '../printable.ts';

/**
 * A part of a line: words of ours; words that somebody typed, which may run in the other direction; a time, with what programs read
 * of it; one that does not hold any more; or the address of another page.
 */
export type Piece =
  | { readonly piece: 'ours' | 'typed'; readonly text: string }
  | { readonly piece: 'time' | 'old'; readonly text: string; readonly iso: string }
  | { readonly piece: 'link'; readonly text: string; readonly to: string };

export type Line = readonly Piece[];

export function ours(text: string): Piece {
  return { piece: 'ours', text };
}

/** Words that somebody typed, on one line, and without signs that would change how what stands around them is read. */
export function typed(text: string): Piece {
  return { piece: 'typed', text: printable(text.replace(/\s+/g, ' ').trim()) };
}

/** A pattern of a language with pieces in place of what stands in braces. */
export function fill(pattern: string, values: Readonly<Record<string, Piece | readonly Piece[]>> = {}): Line {
  return pattern
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const value = /^\{\w+\}$/.test(part) ? values[part.slice(1, -1)] : undefined;
      return value ?? ours(part);
    });
}

/** What a row is about as plain words: "Checkout redesign (Checkout)". */
export function plainSubject([first, ...more]: readonly Line[], say: (line: Line) => string): string {
  const rest = more.map(say).join(', ');
  return `${first ? say(first) : ''}${rest === '' ? '' : ` (${rest})`}`;
}

/** Lines as plain words, one after the other. */
export function plainWords(lines: readonly Line[], between = '; '): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join(between);
}
