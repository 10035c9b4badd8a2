import type { Client } from './client.ts';
import type { Commitment } from './commitment.ts';
import type { Contact } from './contact.ts';
import type { Instant } from './moment.ts';

/** What to know about a client while the phone rings. */
export interface Brief {
  readonly client: Client;
  /** The last word that I gave them, about anything. */
  readonly lastWordAt: Instant | null;
  /** What is open, and what was delivered and is not accepted yet. */
  readonly open: readonly Commitment[];
  /** The last words both ways, the latest first. */
  readonly contacts: readonly Contact[];
}
