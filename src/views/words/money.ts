import { type Amount, isMoney } from '../../domain/base/amount.ts';
import { type Money, minorDigits } from '../../domain/base/money.ts';
import { grouped } from '../../domain/base/text.ts';
import { printable } from '../printable.ts';
import { sayHours } from './amount.ts';

/**
 * Money as it can be typed again: "EUR 1,200.50", "EUR 3,000", "-EUR 12.30". Decimals that are nothing are left out, but
 * not where a currency has three: 1,200 would have two meanings there.
 */
export function sayMoney({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const all = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = grouped(Number(all.slice(0, all.length - digits)));
  const fraction = all.slice(all.length - digits);
  const hasFraction = digits > 2 || Number(fraction) !== 0;
  return `${minor < 0 ? '-' : ''}${currency} ${whole}${hasFraction ? `.${fraction}` : ''}`;
}

/** Work or money: "40h", "1.5d (12h)", "EUR 300". Safe to print. */
export function sayAmount(amount: Amount): string {
  if (isMoney(amount)) return sayMoney(amount);
  const hours = sayHours(amount.hours);
  return amount.text === undefined ? hours : `${printable(amount.text)} (${hours})`;
}
