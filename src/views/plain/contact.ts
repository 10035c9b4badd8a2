import type { Contact } from '../../domain/streams/contact.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** A contact as fields. */
export function plainContact(contact: Contact, view: ViewContext): string[] {
  return [
    toLocalIso(contact.at, view.calendar),
    contact.direction,
    nameOf(contact.client, view) ?? '',
    contact.via ?? '',
    contact.text,
  ];
}
