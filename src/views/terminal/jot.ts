import { newClientNames } from '../../domain/streams/client.ts';
import { type Commitment, isOpen, isUnwritten } from '../../domain/streams/commitment.ts';
import type { Contact } from '../../domain/streams/contact.ts';
import type { Change } from '../../domain/streams/events.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { describeContact } from './contact.ts';
import { showDaysOff } from './days-off.ts';
import { listCommitments } from './list.ts';
import { wrap } from './width.ts';

/** What was recorded of a conversation. */
interface Jotted {
  readonly changes: readonly Change[];
  readonly commitments: readonly Commitment[];
  readonly contacts: readonly Contact[];
}

/** What was recorded of a conversation: the words, the facts, and the commitments that it touched. */
export async function showJotted(
  { name, uid }: { readonly name: string; readonly uid: string | null },
  jotted: Jotted,
  view: ViewContext,
): Promise<string> {
  const { changes, commitments, contacts } = jotted;
  const words = contacts.filter(({ opened }) => opened === null);
  const facts = changes.flatMap(({ event }) =>
    event.type === 'FactRemembered' ? wrap(`To remember: ${printable(event.text)}`, view.width, '  ') : [],
  );
  const added = newClientNames(changes);
  const unwritten = commitments.filter((commitment) => isOpen(commitment) && isUnwritten(commitment));
  const plainly = (text: string) => wrap(text, view.width, '  ');
  return [
    ...words.flatMap((contact) => describeContact(contact, view)),
    ...facts,
    ...(commitments.length > 0 ? [await listCommitments(commitments, view, uid)] : []),
    ...showDaysOff(changes, view),
    ...(unwritten.length > 0
      ? plainly(
          `Not in writing yet: followup confirm ${unwritten.map(({ number }) => number).join(' ')} --via email`,
        )
      : []),
    ...(added.length > 0 ? plainly(`New: client ${added.map(printable).join(', ')}`) : []),
    ...plainly(`All with ${printable(name)} is one operation; to take it back: followup undo`).map(
      view.style.quiet,
    ),
  ].join('\n');
}
