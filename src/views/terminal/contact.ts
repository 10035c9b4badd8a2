import type { Contact } from '../../domain/streams/contact.ts';
import type { ViewContext } from '../view-context.ts';
import { sayContact } from '../words/contact.ts';
import { sayDate } from '../words/time.ts';
import { wrap } from './width.ts';

/** A contact as it was recorded. */
export function describeContact(contact: Contact, view: ViewContext): string[] {
  return wrap(sayContact(contact, view), view.width, '   ');
}

/** That it belongs to an open reply, whose clock it does not move. */
export function showJoined({ joined }: Contact, view: ViewContext): string[] {
  const reply = joined === null ? null : view.commitmentOf(joined);
  if (!reply?.due) return [];
  return wrap(
    `   It belongs to ${reply.number}: one answer to all of it is due ${sayDate(reply.due, view)}.`,
    view.width,
    '   ',
  );
}
