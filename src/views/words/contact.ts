import type { Contact } from '../../domain/streams/contact.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { asRunningText } from './running-text.ts';

/** A contact as a sentence: who told whom, how and when, and the words. Safe to print. */
export function sayContact(contact: Contact, view: ViewContext): string {
  const name = printable(nameOf(contact.client, view) ?? '');
  const how = contact.via && contact.via !== 'other' ? ` (${contact.via})` : '';
  const said = contact.direction === 'out' ? `You told ${name}` : `${name} told you`;
  const when = contact.at < view.now ? `, ${sayInstant(contact.at, view.calendar, view.now)}` : '';
  return `${said}${how}${when}: ${printable(asRunningText(contact.text))}`;
}
