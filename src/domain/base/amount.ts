import type { Money } from './money.ts';

/** An amount of work in hours, and the words that were typed, unless they are hours: "1.5d". */
export interface Hours {
  readonly hours: number;
  readonly text?: string;
}

/** What is spent, and what a budget or a price is: work or money. Neither is ever converted into the other. */
export type Amount = Hours | Money;

export function isMoney(amount: Amount): amount is Money {
  return 'currency' in amount;
}

/** Whether two amounts are the same work or the same money, however they were typed. */
export function isSameAmount(a: Amount, b: Amount): boolean {
  if (isMoney(a)) return isMoney(b) && a.minor === b.minor && a.currency === b.currency;
  return !isMoney(b) && a.hours === b.hours;
}
