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
      };
    case 'ContactReassigned':
      return state && { ...state, client: event.client };
    default:
      return ignoreUnknown(event, state);
  }
}
