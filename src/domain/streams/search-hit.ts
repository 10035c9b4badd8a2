import type { Instant } from '../time/moment.ts';
import type { Channel } from './channel.ts';
import type { Commitment } from './commitment.ts';
import type { StreamKind } from './events.ts';

/** A text that matched a search, and what it belongs to. Clients are referred to by uid. */
export interface SearchHit {
  /** What contains the words. */
  readonly kind: Exclude<StreamKind, 'away'>;
  /** When the words were said or written down. */
  readonly at: Instant;
  readonly text: string;
  readonly client: string | null;
  /** The name of the project that the words are about. */
  readonly project: string | null;
  /** For a contact: who said it, and on which channel. */
  readonly direction: 'in' | 'out' | null;
  readonly via: Channel | null;
  /** The commitment that the words are about, in its current state. */
  readonly commitment: Commitment | null;
}
