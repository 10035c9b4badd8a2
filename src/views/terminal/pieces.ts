import { widthOf, wrap } from './width.ts';

/** A piece of a line: its text, and the style it gets once it is in its place. */
export interface Piece {
  readonly text: string;
  readonly style?: ((text: string) => string) | undefined;
  /** Whether it is never broken, because it is to be copied. */
  readonly isWhole?: boolean;
}

const BETWEEN = ' \u00b7 ';

/** Pieces side by side in lines of at most `width` columns. What is wider than a line has lines of its own. */
export function linesOfPieces(pieces: readonly Piece[], width: number): string[] {
  const lines: string[] = [];
  let room = 0;
  for (const { text, style = (plain: string) => plain, isWhole = false } of pieces) {
    const needed = BETWEEN.length + widthOf(text);
    if (lines.length > 0 && needed <= room) {
      lines[lines.length - 1] += BETWEEN + style(text);
      room -= needed;
    } else {
      const parts = isWhole ? [text] : wrap(text, width);
      lines.push(...parts.map((part) => style(part)));
      room = width - widthOf(parts.at(-1) ?? '');
    }
  }
  return lines;
}
