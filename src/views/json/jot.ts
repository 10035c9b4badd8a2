import type { Commitment } from '../../domain/streams/commitment.ts';
import type { Contact } from '../../domain/streams/contact.ts';
import type { ViewContext } from '../view-context.ts';
import { commitmentJson } from './commitment.ts';
import { contactJson } from './contact.ts';

interface RecordedJot {
  readonly contacts: readonly Contact[];
  readonly commitments: readonly Commitment[];
}

/** What was recorded of a conversation, as programs see it. */
export function jotJson({ contacts, commitments }: RecordedJot, view: ViewContext): object {
  return {
    contacts: contacts.map((contact) => contactJson(contact, view)),
    commitments: commitments.map((commitment) => commitmentJson(commitment, view)),
  };
}
