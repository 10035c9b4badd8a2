import type { TextLayout } from '../view-context.ts';
import { pad, wrap } from './width.ts';

const INDENT = 3;

const LABEL = 8;

/** A fact below the heading of a commitment: its label, and its text in lines that fit the terminal. */
export function labelled(label: string, text: string, { width, style }: TextLayout): string[] {
  const column = INDENT + LABEL + 1;
  return wrap(text, width - column).map((line, index) =>
    index === 0
      ? `${' '.repeat(INDENT)}${style.quiet(pad(label, LABEL))} ${line}`
      : `${' '.repeat(column)}${line}`,
  );
}
