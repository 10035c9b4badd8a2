import { type Amount, isMoney } from '../base/amount.ts';
import { addMoney, type Money, moneyIn, withMoney } from '../base/money.ts';
import type { Instant } from '../time/moment.ts';

/** What was spent on something in all: work, and money in each currency. */
export interface Spent {
  readonly spentHours: number;
  readonly spentMoney: readonly Money[];
}

export const NOTHING_SPENT: Spent = { spentHours: 0, spentMoney: [] };

/** Work and money that one event adds, or takes back, and when they were spent. */
export interface Spending {
  readonly at: Instant;
  readonly hours: number;
  readonly money: Money | null;
}

/** Less than this many hours is the rest of a fraction in binary: 0.3 - 0.2 - 0.1. */
const NO_HOURS = 1e-9;

/**
 * Adds an amount, or takes it back if it is negative. There is never less than nothing: what is taken back may have been
 * undone meanwhile.
 */
export function addSpent({ spentHours, spentMoney }: Spent, amount: Amount): Spent {
  if (isMoney(amount)) {
    const { currency } = amount;
    const sum = addMoney(moneyIn(spentMoney, currency), amount);
    const added = sum.minor < 0 ? { minor: -moneyIn(spentMoney, currency).minor, currency } : amount;
    return { spentHours, spentMoney: withMoney(spentMoney, added).filter(({ minor }) => minor !== 0) };
  }
  const hours = spentHours + amount.hours;
  return { spentHours: hours < NO_HOURS ? 0 : hours, spentMoney };
}

/** Whether so much was spent that an amount can be taken back. */
export function canTakeBack({ spentHours, spentMoney }: Spent, amount: Amount): boolean {
  return isMoney(amount)
    ? moneyIn(spentMoney, amount.currency).minor + amount.minor >= 0
    : spentHours + amount.hours > -NO_HOURS;
}

/** What an event added to something: the difference between before and after, in hours and in each currency. */
export function spendingsBetween(before: Spent, after: Spent, at: Instant): Spending[] {
  const hours = after.spentHours - before.spentHours;
  const currencies = new Set([...before.spentMoney, ...after.spentMoney].map(({ currency }) => currency));
  const money = [...currencies].flatMap((currency): Spending[] => {
    const minor = moneyIn(after.spentMoney, currency).minor - moneyIn(before.spentMoney, currency).minor;
    return minor === 0 ? [] : [{ at, hours: 0, money: { minor, currency } }];
  });
  return hours === 0 ? money : [{ at, hours, money: null }, ...money];
}
