import type { Contact } from '../../domain/streams/contact.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { type Frame, nameOf } from '../frame.ts';
import { printable } from '../printable.ts';
import { toLocalIso } from '../words/time.ts';
import { wrap } from './width.ts';

/** A contact as it was recorded. */
export function describeContact(contact: Contact, frame: Frame): string[] {
  const name = printable(nameOf(contact.client, frame) ?? '');
  const how = contact.via && contact.via !== 'other' ? ` (${contact.via})` : '';
  const said = contact.direction === 'out' ? `You told ${name}` : `${name} told you`;
  const when = contact.at < frame.now ? `, ${sayInstant(contact.at, frame.calendar, frame.now)}` : '';
  return wrap(`${said}${how}${when}: ${printable(contact.text)}`, frame.width, '   ');
}

/** A contact for programs that read lines. */
export function plainContact(contact: Contact, frame: Frame): string[] {
  return [
    toLocalIso(contact.at, frame.calendar),
    contact.direction,
    nameOf(contact.client, frame) ?? '',
    contact.via ?? '',
    contact.text,
  ];
}
