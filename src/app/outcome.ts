import type { Commitment } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import type { Change } from '../domain/streams/events.ts';

/** What a write came to: the facts recorded (none when nothing changed), and what they left. */
export interface Outcome {
  readonly changes: readonly Change[];
  /** The commitments that the verb was applied to or started, as they are now. */
  readonly commitments: readonly Commitment[];
  readonly contacts: readonly Contact[];
  /** The commitments that the verb was applied to, as they were before. */
  readonly before: readonly Commitment[];
}
