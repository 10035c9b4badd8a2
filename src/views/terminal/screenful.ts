import type { ViewContext } from '../view-context.ts';

/** Lines of a screen that are not rows of a table: its headings, the line after it, and the prompt. */
const AROUND_TABLE = 4;

/** How many rows of a table fill the screen. */
export function screenful({ height }: ViewContext): number {
  return height - AROUND_TABLE;
}

/** What stands below the beginning of a list: how many more there are, and how to see them; nothing where it is whole. */
export function showRest(rest: number, { style }: ViewContext): string[] {
  return rest === 0 ? [] : [style.quiet(`and ${rest} more: --limit all`)];
}
