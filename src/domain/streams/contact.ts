import { defined } from '../base/defined.ts';
import type { Instant } from '../time/moment.ts';
import type { Channel } from './channel.ts';
import { type ContactEvent, ignoreUnknown } from './events.ts';

/** Any exchange with a client, in or out. Clients and commitments are referred to by uid. */
export interface Contact {
  readonly uid: string;
  readonly client: string;
  readonly direction: 'in' | 'out';
  readonly text: string;
  readonly at: Instant;
  readonly via: Channel | null;
  readonly about: string | null;
  readonly opened: string | null;
  readonly joined: string | null;
  /** The id of the draft that the words were sent from. */
  readonly draft: string | null;
  /** What the message is known by in which the words stand; the same for its subject, what it repeats, and its thread. */
  readonly messageId: string | null;
  readonly subject: string | null;
  readonly quoted: string | null;
  readonly thread: string | null;
}

/** Applies one event to a contact. Never throws. */
export function evolveContact(state: Contact | null, event: ContactEvent, uid: string): Contact | null {
  switch (event.type) {
    case 'ContactRecorded':
      return {
        uid,
        client: event.client,
        direction: event.direction,
        text: event.text,
        at: event.at,
        via: event.via ?? null,
        about: event.about ?? null,
        opened: event.opened ?? null,
        joined: event.joined ?? null,
        draft: event.draft ?? null,
        messageId: event.messageId ?? null,
        subject: event.subject ?? null,
        quoted: event.quoted ?? null,
        thread: event.thread ?? null,
      };
    case 'SentCopyFound': {
      const { messageId, text, subject, quoted, thread } = event;
      return state && { ...state, ...defined({ messageId, text, subject, quoted, thread }) };
    }
    case 'ContactConnected': {
      const { about, opened } = event;
      return state && { ...state, ...defined({ about, opened }) };
    }
    case 'ContactReassigned':
      return state && { ...state, client: event.client };
    default:
      return ignoreUnknown(event, state);
  }
}
