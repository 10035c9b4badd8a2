import type { TextLayout } from '../view-context.ts';
import { pad, wrap } from './width.ts';

const INDENT = 3;

const LABEL = 8;

/** A fact below the heading of a commitment: its label, and its text in lines that fit the terminal. */
export function labelled(label: string, text: string, { width, style }: TextLayout): string[] {
  const column = INDENT + LABEL + 1;
  const head = `${' '.repeat(INDENT)}${style.quiet(pad(label, LABEL))} `;
  return beside(head, column, text, width - column);
}

/** Text in lines of at most `room` columns: the first behind `head`, the others below it, in the same column. */
export function beside(head: string, column: number, text: string, room: number): string[] {
  return wrap(text, room).map((line, index) => (index === 0 ? head : ' '.repeat(column)) + line);
}
