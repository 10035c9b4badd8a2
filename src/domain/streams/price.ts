import type { Amount } from '../base/amount.ts';
import type { Instant, Moment } from '../time/moment.ts';

/** What work costs that is not part of what was agreed. */
export interface Price {
  /** When it was put to them, or given. */
  readonly putAt: Instant;
  /** Whether they need not pay for it. */
  readonly isFree: boolean;
  /** What it costs, or would have cost; null if it was given before anybody said. */
  readonly amount: Amount | null;
  /** What it rests on, or why it was given; null if nobody said. */
  readonly because: string | null;
  /** Why they refused it; null while they have not. */
  readonly refused: string | null;
  /** When they would have it; null if that was not said with the price. */
  readonly date: Moment | null;
}
