import { isMoney } from '../base/amount.ts';
import type { Money } from '../base/money.ts';
import { withMoney } from '../base/money.ts';
import type { Commitment } from '../streams/commitment.ts';
import { DAY_MS } from '../time/calendar.ts';
import { epoch, type Instant, instant } from '../time/moment.ts';

/** For how many days what was given free is counted. */
export const COUNTED_DAYS = 90;

/** What a client was given free: extra work that they need not pay for. */
export interface Favours {
  readonly count: number;
  readonly hours: number;
  /** What was named as its price before it was given. */
  readonly money: readonly Money[];
  /** When the first of it was given; null if nothing was. */
  readonly since: Instant | null;
}

/** Favours before this instant are no longer counted. */
export function favoursSince(now: Instant): Instant {
  return instant(epoch(now) - COUNTED_DAYS * DAY_MS);
}

/**
 * What was given free, of extra work, at a time that is to be counted. What was dropped, or is part of what was agreed after all,
 * was not given.
 */
export function countFavours(
  commitments: readonly Commitment[],
  isCounted: (givenAt: Instant) => boolean,
): Favours {
  let favours: Favours = { count: 0, hours: 0, money: [], since: null };
  for (const commitment of commitments) {
    const { price, scope, state } = commitment;
    if (!price?.isFree || scope === 'in' || state === 'dropped' || !isCounted(price.putAt)) continue;
    const { count, hours, money, since } = favours;
    favours = {
      count: count + 1,
      hours: hours + hoursGiven(commitment),
      money: price.amount && isMoney(price.amount) ? withMoney(money, price.amount) : money,
      since: since === null || price.putAt < since ? price.putAt : since,
    };
  }
  return favours;
}

/** The hours of work in something: those spent, else those estimated. */
export function hoursIn({ spentHours, estimate }: Commitment): number {
  return spentHours > 0 ? spentHours : (estimate?.hours ?? 0);
}

/** Where nothing was spent or estimated, the hours that were named as the price. */
function hoursGiven(commitment: Commitment): number {
  const amount = commitment.price?.amount ?? null;
  return hoursIn(commitment) || (amount && !isMoney(amount) ? amount.hours : 0);
}
