import type { Commitment } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import type { Change } from '../domain/streams/events.ts';

/** The result of a write: the changes recorded (none if nothing changed), and the commitments concerned. */
export interface Outcome {
  /** The operation, by its id; null if nothing was recorded. */
  readonly operation: string | null;
  readonly verb: string;
  readonly changes: readonly Change[];
  /** The commitments that the verb acted on or started, as they are now. */
  readonly commitments: readonly Commitment[];
  readonly contacts: readonly Contact[];
  /** The commitments that the verb acted on, as they were before. */
  readonly before: readonly Commitment[];
}
