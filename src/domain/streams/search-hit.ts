import type { Instant } from '../time/moment.ts';
import type { Channel } from './channel.ts';
import type { Commitment } from './commitment.ts';
import type { StreamKind } from './events.ts';

/** Words that a search found, and what they belong to. Clients are named by uid. */
export interface SearchHit {
  /** What holds the words. */
  readonly kind: Exclude<StreamKind, 'away'>;
  /** When they were said or written down. */
  readonly at: Instant;
  readonly text: string;
  readonly client: string | null;
  /** For a contact: who said it, and on which channel. */
  readonly direction: 'in' | 'out' | null;
  readonly via: Channel | null;
  /** The commitment that the words are about, in its current state. */
  readonly commitment: Commitment | null;
}
