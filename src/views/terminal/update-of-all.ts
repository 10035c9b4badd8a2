import { nextUpdateOf } from '../../domain/agenda/clocks.ts';
import { type Commitment, counterpart } from '../../domain/streams/commitment.ts';
import type { Contact } from '../../domain/streams/contact.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { dateOfUpdate } from '../words/commitment.ts';
import { sayContact } from '../words/contact.ts';
import { sayDate } from '../words/time.ts';
import { alignRows, type Column, TITLE } from './columns.ts';
import { wrap } from './width.ts';

const COLUMNS: readonly Column[] = [{ align: 'right' }, TITLE, {}];

const INDENT = '  ';

/** One word to each client about everything open with them: the word, and below it what it covers and what comes next of each. */
export function showUpdateOfAll(
  contacts: readonly Contact[],
  commitments: readonly Commitment[],
  view: ViewContext,
): string[] {
  return contacts.flatMap((contact) => {
    const covered = commitments.filter((each) => counterpart(each) === contact.client);
    const rows = covered.map((each) => [
      { text: String(each.number) },
      { text: printable(each.title) },
      { text: sayNext(each, view), style: view.style.quiet },
    ]);
    return [
      ...wrap(sayContact(contact, view), view.width, '   '),
      ...alignRows(COLUMNS, rows, view.width - INDENT.length).map((row) => INDENT + row),
    ];
  });
}

/** When they hear of it next, else its date. */
function sayNext(commitment: Commitment, view: ViewContext): string {
  const { kind, due, state } = commitment;
  const update = nextUpdateOf(commitment, view.clockSettingsOf, view.calendar);
  if (update !== null) return `next update ${sayDate(dateOfUpdate(commitment, update, view.calendar), view)}`;
  if (due !== null) return `${kind === 'reply' ? 'answer due' : 'due'} ${sayDate(due, view)}`;
  return state;
}
