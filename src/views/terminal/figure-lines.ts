import type { ViewContext } from '../view-context.ts';
import { beside } from './labelled.ts';
import { pad, truncate } from './width.ts';

/** Columns of the names before figures. */
const NAME = 18;
const INDENT = '  ';

/** The column in which figures begin. */
export const FIGURES_AT = INDENT.length + NAME;

/** A figure behind its name: "  replies       in time 4 of 5 …". What does not fit goes on below it. */
export function figureLine(name: string, text: string, { width, style }: ViewContext): string[] {
  return beside(
    `${INDENT}${style.quiet(pad(name, NAME))}`,
    FIGURES_AT,
    text,
    Math.max(1, width - FIGURES_AT),
  );
}

/** Bars of the same scale, each with its name before it and its amount behind it. */
export function showBars(
  rows: readonly { readonly name: string; readonly size: number; readonly amount: string }[],
  view: ViewContext,
): string[] {
  const largest = Math.max(...rows.map(({ size }) => size));
  const room = Math.max(4, Math.min(WIDEST_BAR, Math.floor(view.width / 3)));
  const lengths = rows.map(({ size }) => Math.round((Math.max(0, size) / largest) * room) || 0);
  const widest = Math.max(...lengths);
  return rows.flatMap(({ name, amount }, index) =>
    figureLine(truncate(name, NAME - 1), `${pad('#'.repeat(lengths[index] ?? 0), widest)}  ${amount}`, view),
  );
}

/** The most columns of a bar. */
const WIDEST_BAR = 30;
