import type { Contact } from '../../domain/streams/contact.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** A contact as programs see it; `about`, `opened` and `joined` are numbers of commitments. */
export function contactJson(contact: Contact, view: ViewContext): object {
  return {
    uid: contact.uid,
    client: nameOf(contact.client, view),
    direction: contact.direction,
    channel: contact.via,
    at: toLocalIso(contact.at, view.calendar),
    text: contact.text,
    about: contact.about === null ? null : view.numberOf(contact.about),
    opened: contact.opened === null ? null : view.numberOf(contact.opened),
    joined: contact.joined === null ? null : view.numberOf(contact.joined),
    messageId: contact.messageId,
    subject: contact.subject,
    quoted: contact.quoted,
  };
}
