/**
 * An amount of money in one currency: whole minor units (cents), never a fraction, and the ISO 4217 code. It is kept as
 * it was said and never converted.
 */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** The most that one amount may be, in minor units: far from where whole numbers become inexact, also times some hours. */
export const MOST_MINOR = 100_000_000_000_000;

/** How many decimals currencies have that do not have two. */
const MINOR_DIGITS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((currency) => [currency, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((currency) => [currency, 3] as const),
]);

/** How many decimals amounts in a currency have. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS.get(currency) ?? 2;
}

/** Nothing, in a currency. */
export function noMoney(currency: string): Money {
  return { minor: 0, currency };
}

/** The sum of two amounts in the same currency. It stops at what whole numbers can hold, which no work costs. */
export function addMoney(a: Money, { minor }: Money): Money {
  return { minor: withinWhole(a.minor + minor), currency: a.currency };
}

/**
 * What hours cost at a rate for an hour. It is computed in whole numbers, of seconds and of minor units, and rounded once:
 * half a minor unit goes up, and down for hours that are taken back, so that they take back what they cost.
 */
export function timesHours(rate: Money, hours: number): Money {
  const seconds = Number.isFinite(hours) ? Math.round(hours * SECONDS_IN_HOUR) : 0;
  const product = BigInt(rate.minor) * BigInt(seconds);
  const half = BigInt(SECONDS_IN_HOUR / 2) * (product < 0n ? -1n : 1n);
  const minor = Number((product + half) / BigInt(SECONDS_IN_HOUR));
  return { minor: withinWhole(minor), currency: rate.currency };
}

const SECONDS_IN_HOUR = 3600;

function withinWhole(minor: number): number {
  // Adding 0 turns -0 into 0, which is the same amount.
  return Math.min(Number.MAX_SAFE_INTEGER, Math.max(Number.MIN_SAFE_INTEGER, minor)) + 0;
}

/** Amounts with one more added to that of its currency: what was spent in several currencies stays apart. */
export function withMoney(amounts: readonly Money[], added: Money): readonly Money[] {
  const isKnown = amounts.some(({ currency }) => currency === added.currency);
  if (!isKnown) return [...amounts, added];
  return amounts.map((amount) => (amount.currency === added.currency ? addMoney(amount, added) : amount));
}

/** The amount in a currency among several; nothing if there is none. */
export function moneyIn(amounts: readonly Money[], currency: string): Money {
  return amounts.find((amount) => amount.currency === currency) ?? noMoney(currency);
}
