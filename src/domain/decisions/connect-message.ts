import { defined } from '../base/defined.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Contact } from '../streams/contact.ts';
import type { Change } from '../streams/events.ts';
import { type Decision, on } from './decision.ts';
import { refuseAnotherClient } from './guards.ts';
import type { Situation } from './situation.ts';
import { keepTalk } from './talk.ts';

/** What the words of a contact are to a commitment. */
type Connection = 'about' | 'opened';

/**
 * Connects a message that was recorded before with a commitment that its words turned out to be about, and records them there.
 * Nothing if it is in no contact, or in one that is about something already. Refused if it was exchanged with another client.
 */
export function connectMessage(commitment: Commitment, messageId: string, situation: Situation): Decision {
  const contact = situation.contactWith(messageId);
  if (contact === null) return [];
  const client = situation.clients.find(({ uid }) => uid === contact.client);
  const other =
    client &&
    refuseAnotherClient(
      commitment,
      client,
      `Check the number, or the message: it is a word of ${client.name}.`,
    );
  if (other) return other;
  const connected = connectWords(contact, 'about', commitment, situation);
  const isMine = connected.length > 0 && contact.direction === 'out';
  const saying = { at: contact.at, via: contact.via ?? undefined };
  return isMine ? [...connected, ...keepTalk(commitment, saying, undefined, situation)] : connected;
}

/** The connection, unless there is one already, and the words as the commitment keeps them. */
export function connectWords(
  contact: Contact,
  as: Connection,
  commitment: { readonly uid: string },
  situation: Situation,
): Change[] {
  const connected = connect(contact, as, commitment, situation);
  if (connected.length === 0) return [];
  const { uid, direction, text, at, via } = contact;
  const type = direction === 'in' ? 'WordHeard' : 'UpdateGiven';
  return [
    ...connected,
    on(commitment, defined({ type, text, contact: uid, at, via: via ?? undefined } as const)),
  ];
}

/** The connection alone, unless there is one already: what was recorded first stands. */
export function connect(
  contact: Contact,
  as: Connection,
  { uid }: { readonly uid: string },
  { now }: Situation,
): Change[] {
  if (contact[as] !== null || contact.about === uid || contact.opened === uid) return [];
  return [
    {
      stream: { kind: 'contact', uid: contact.uid },
      event: { type: 'ContactConnected', [as]: uid, at: now },
    },
  ];
}
