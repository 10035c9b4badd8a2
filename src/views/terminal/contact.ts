import type { Contact } from '../../domain/streams/contact.ts';
import type { ViewContext } from '../view-context.ts';
import { sayContact } from '../words/contact.ts';
import { wrap } from './width.ts';

/** A contact as it was recorded. */
export function describeContact(contact: Contact, view: ViewContext): string[] {
  return wrap(sayContact(contact, view), view.width, '   ');
}
