import type { ImportedJournal } from '../../domain/streams/imported-journal.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayCount } from '../words/amount.ts';
import { bringBack, sayUndoneWork } from '../words/undone-work.ts';
import { wrap } from './width.ts';

/** How many operations that are undone are named; the history has them all. */
const MOST_UNDONE = 10;

/** How much of a journal was imported, and which numbers and clients differ here. */
export function showJournalImport(
  { operations, known, renumbered, merged, undone = [] }: ImportedJournal,
  isTrial: boolean,
  view: ViewContext,
): string {
  const { width, style } = view;
  const here = known === 0 ? '' : `; ${known} ${known === 1 ? 'was' : 'were'} here already`;
  const verb = isTrial ? 'Would import' : 'Imported';
  const fitted = (lines: readonly string[]) => lines.flatMap((line) => wrap(line, width, '  '));
  return [
    ...fitted([
      operations === 0
        ? `Nothing new: ${known === 1 ? 'the only operation is' : `all ${known} operations are`} here already.`
        : `${verb} ${sayCount(operations, 'operation')}${here}.`,
      ...renumbered.map(
        ({ title, from, to }) =>
          `Number ${from} was taken here, so ${title === null ? 'what was undone' : `"${printable(title)}"`} is now ${to}.`,
      ),
      ...merged.map(({ name, into }) => `${printable(name)} and ${printable(into)} are now one client.`),
    ]),
    // Commands are not wrapped, because people copy them.
    ...undone
      .slice(0, MOST_UNDONE)
      .flatMap((each) => [
        ...fitted([sayUndoneWork(each, view)]),
        `  ${style.command(bringBack(each.undone))}`,
      ]),
    ...fitted([
      ...(undone.length > MOST_UNDONE
        ? [`${undone.length - MOST_UNDONE} more were undone likewise. See: followup history`]
        : []),
      ...(isTrial ? ['Nothing was changed.'] : [`See: ${style.command('followup list')}`]),
    ]),
  ].join('\n');
}
