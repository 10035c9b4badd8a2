import { type Amount, isMoney } from '../../domain/base/amount.ts';
import type { Money } from '../../domain/base/money.ts';
import type { SpentSum } from '../../domain/planning/project-cost.ts';
import { rounded } from '../words/amount.ts';
import { sayMoney } from '../words/money.ts';

/** Money as programs see it: whole minor units, the currency, and how it is written. */
export function moneyJson(money: Money): object {
  return { minor: money.minor, currency: money.currency, text: sayMoney(money) };
}

/** Work or money as programs see it: `hours`, or the fields of money. */
export function amountJson(amount: Amount): object {
  return isMoney(amount) ? moneyJson(amount) : { hours: rounded(amount.hours, HOUR_DECIMALS) };
}

/** Work and money that was spent. */
export function sumJson({ hours, money }: SpentSum): object {
  return { hours: rounded(hours, HOUR_DECIMALS), money: money.map(moneyJson) };
}

const HOUR_DECIMALS = 4;
