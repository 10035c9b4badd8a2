import type { ViewContext } from '../view-context.ts';
import { alignOrWrap } from './columns.ts';
import { beside } from './labelled.ts';
import { pad } from './width.ts';

/** Columns of the names before figures. */
const NAME = 14;
const INDENT = '  ';

/** A figure behind its name: "  replies       in time 4 of 5 …". What does not fit goes on below it. */
export function figureLine(name: string, text: string, { width, style }: ViewContext): string[] {
  const column = INDENT.length + NAME;
  return beside(`${INDENT}${style.quiet(pad(name, NAME))}`, column, text, Math.max(1, width - column));
}

/** Bars of the same scale, each with its name before it and its amount behind it. */
export function showBars(
  rows: readonly { readonly name: string; readonly size: number; readonly amount: string }[],
  { width }: ViewContext,
): string[] {
  const largest = Math.max(...rows.map(({ size }) => size));
  const room = Math.max(4, Math.min(WIDEST_BAR, Math.floor(width / 3)));
  const bar = (size: number) =>
    '#'.repeat(largest > 0 ? Math.round((Math.max(0, size) / largest) * room) : 0);
  const cells = rows.map(({ name, size, amount }) => [{ text: name }, { text: bar(size) }, { text: amount }]);
  const columns = [{ shrinks: true, least: 8 }, {}, {}];
  return alignOrWrap(columns, cells, width - INDENT.length, INDENT).map((line) => INDENT + line);
}

/** The most columns of a bar. */
const WIDEST_BAR = 30;
