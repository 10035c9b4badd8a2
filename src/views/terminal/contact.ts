import type { Contact } from '../../domain/streams/contact.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { toLocalIso } from '../words/time.ts';
import { wrap } from './width.ts';

/** A contact as it was recorded. */
export function describeContact(contact: Contact, view: ViewContext): string[] {
  const name = printable(nameOf(contact.client, view) ?? '');
  const how = contact.via && contact.via !== 'other' ? ` (${contact.via})` : '';
  const said = contact.direction === 'out' ? `You told ${name}` : `${name} told you`;
  const when = contact.at < view.now ? `, ${sayInstant(contact.at, view.calendar, view.now)}` : '';
  return wrap(`${said}${how}${when}: ${printable(contact.text)}`, view.width, '   ');
}

/** A contact for programs that read lines. */
export function plainContact(contact: Contact, view: ViewContext): string[] {
  return [
    toLocalIso(contact.at, view.calendar),
    contact.direction,
    nameOf(contact.client, view) ?? '',
    contact.via ?? '',
    contact.text,
  ];
}
