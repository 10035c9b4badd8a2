import { type Amount, isMoney } from '../../domain/base/amount.ts';
import { minorDigits } from '../../domain/base/money.ts';
import { rounded } from '../words/amount.ts';
import type { Language } from './language.ts';

/** Work or money as it is written to a client: "3 hours of work", "EUR 1,200.50", "1.200,50 EUR". */
export function amountWords(amount: Amount, language: Language): string {
  if (!isMoney(amount)) {
    const hours = rounded(amount.hours, 2);
    return language.hours(inDigits(String(hours), language), hours);
  }
  const { minor, currency } = amount;
  const digits = minorDigits(currency);
  const all = String(minor).padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits);
  const fraction = all.slice(all.length - digits);
  const isRound = Number(fraction) === 0;
  return language.money(inDigits(isRound ? whole : `${whole}.${fraction}`, language), currency);
}

/** A number with the signs of a language. */
function inDigits(number: string, { digits: { group, decimal } }: Language): string {
  const [whole = '', fraction] = number.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}
