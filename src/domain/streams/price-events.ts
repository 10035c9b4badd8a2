import type { Amount } from '../base/amount.ts';
import type { Moment } from '../time/moment.ts';
import type { TimedEvent } from './timed-event.ts';

// What is recorded of the price of work that is not part of what was agreed.

/** I told them what work costs that is not part of what was agreed. */
export interface PricePut extends TimedEvent {
  readonly type: 'PricePut';
  readonly amount: Amount;
  /** When they would have it. */
  readonly date?: Moment;
  /** What the price rests on. */
  readonly because?: string;
}

/** They refused the price, and gave a reason. */
export interface PriceRejected extends TimedEvent {
  readonly type: 'PriceRejected';
  readonly because: string;
  /** The date that they want. */
  readonly wanted?: Moment;
}

/** Somebody there said yes to the price. */
export interface PriceApproved extends TimedEvent {
  readonly type: 'PriceApproved';
  readonly by: string;
  readonly inWriting: boolean;
}

/** They need not pay for work that is not part of what was agreed. */
export interface GivenFree extends TimedEvent {
  readonly type: 'GivenFree';
  readonly because: string;
}

/** What can happen to the price of extra work. */
export type PriceEvent = PricePut | PriceRejected | PriceApproved | GivenFree;
