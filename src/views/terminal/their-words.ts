import type { Commitment } from '../../domain/streams/commitment.ts';
import { counterpart } from '../../domain/streams/commitment.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { asRunningText } from '../words/running-text.ts';
import { wrap } from './width.ts';

/** Of a long message no more lines are shown. */
const MOST_LINES = 20;

const INDENT = '  ';

/** What they said, message by message, as it is shown before it is answered. */
export function showTheirWords(
  commitment: Commitment,
  words: readonly { readonly at: Instant; readonly via: string | null; readonly text: string }[],
  view: ViewContext,
): string[] {
  const name = printable(nameOf(counterpart(commitment), view) ?? '');
  return words.flatMap(({ at, via, text }) => {
    const how = via && via !== 'other' ? ` (${via})` : '';
    const lines = asRunningText(text)
      .split('\n')
      .flatMap((line) => wrap(printable(line), view.width - INDENT.length))
      .map((line) => INDENT + line);
    return [
      view.style.quiet(`${name}${how}, ${sayInstant(at, view.calendar, view.now)}:`),
      ...lines.slice(0, MOST_LINES),
      ...(lines.length > MOST_LINES ? [`${INDENT}...  all of it: followup show ${commitment.number}`] : []),
    ];
  });
}
