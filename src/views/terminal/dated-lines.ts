import { compareInstants, type Instant } from '../../domain/time/moment.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import type { ViewContext } from '../view-context.ts';
import { beside } from './labelled.ts';
import { pad, widthOf } from './width.ts';

const INDENT = '   ';

/** The least room for the sentences, however narrow the terminal is. */
const LEAST_ROOM = 20;

/** What was said of something, in order: when, and beside it the sentence. */
export function datedLines(
  told: readonly { readonly at: Instant; readonly text: string }[],
  { calendar, now, style, width }: ViewContext,
): string[] {
  const inOrder = [...told].sort((a, b) => compareInstants(a.at, b.at));
  const whens = inOrder.map(({ at }) => sayInstant(at, calendar, now));
  const longest = Math.max(...whens.map(widthOf));
  const column = INDENT.length + longest + 2;
  return inOrder.flatMap(({ text }, index) =>
    beside(
      `${INDENT}${style.quiet(pad(whens[index] ?? '', longest))}  `,
      column,
      text,
      Math.max(LEAST_ROOM, width - column),
    ),
  );
}
