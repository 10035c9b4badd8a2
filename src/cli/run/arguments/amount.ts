import { type Amount, isMoney } from '../../../domain/base/amount.ts';
import type { Money } from '../../../domain/base/money.ts';
import { orThrow, Refusal, refuse } from '../../../domain/base/refusal.ts';
import { parseAmount } from '../../../input/amount.ts';
import { parseRate } from '../../../input/money.ts';
import type { Argument, Circumstances, Option } from './declaration.ts';
import { single } from './option.ts';
import { findSecondNumber, phraseBehind } from './second-number.ts';

/** Reads an amount of work or money; one that is taken back is negative. Throws a Refusal. */
export function readAmount(text: string, { calendar }: Circumstances): Amount {
  const amount = orThrow(parseAmount(text, calendar));
  if (sizeOf(amount) !== 0) return amount;
  throw refuse('no-amount', `"${text.trim()}" is nothing.`, 'For example: 3h, 1.5d, "EUR 300"');
}

/** Reads work or money above nothing. Throws a Refusal. */
export function readPositiveAmount(text: string, circumstances: Circumstances): Amount {
  return requirePositive(readAmount(text, circumstances), text);
}

/** Work or money, above nothing: a budget or a price. */
export function amount(flags: string, meaning: string): Option<Amount | undefined> {
  return single(
    flags,
    {
      placeholder: 'amount',
      read: readPositiveAmount,
    },
    meaning,
  );
}

/** What an hour costs. */
export function rate(flags: string, meaning: string): Option<Money | undefined> {
  return single(
    flags,
    { placeholder: 'rate', read: (text) => requirePositive(orThrow(parseRate(text)), text) },
    meaning,
  );
}

/** An amount in any number of words after what it was spent on; undefined if there are none. One that is taken back may begin with a minus. */
export function amountWords(syntax: string, meaning: string): Argument<Amount | undefined> {
  return {
    syntax,
    meaning,
    candidates: null,
    holds: 'phrase',
    mayBeNegative: true,
    read: (typed, circumstances, position) => {
      if (typed.length === 0) return undefined;
      const isAmount = (words: string) => !(parseAmount(words, circumstances.calendar) instanceof Refusal);
      const behind = phraseBehind(findSecondNumber(typed), position);
      if (behind && !isAmount(typed.join(' ')) && isAmount(behind.words)) throw behind.refusal;
      return readAmount(typed.join(' '), circumstances);
    },
  };
}

/**
 * What extra work costs, in any number of words after the numbers of commitments; `free` if it is given; undefined if there
 * are none. Throws a Refusal, also for another number before it.
 */
export function priceWords(syntax: string, meaning: string): Argument<Amount | 'free' | undefined> {
  return {
    syntax,
    meaning,
    candidates: [{ word: 'free', means: 'they need not pay; with --because' }],
    holds: 'phrase',
    mayBeNegative: true,
    read: (typed, circumstances, position) => {
      if (typed.length === 0) return undefined;
      try {
        return readPrice(typed.join(' '), circumstances);
      } catch (error) {
        const behind = phraseBehind(findSecondNumber(typed), position);
        throw behind && isPrice(behind.words, circumstances) ? behind.refusal : error;
      }
    },
  };
}

/** Reads a price, which is above nothing; `free` if they need not pay. Throws a Refusal. */
export function readPrice(text: string, circumstances: Circumstances): Amount | 'free' {
  if (text.trim().toLowerCase() === 'free') return 'free';
  const isNothing = /^\s*0+(?:[.,]0+)?\s*$/.test(text);
  const price = isNothing ? null : orThrow(parseAmount(text, circumstances.calendar));
  if (price !== null && sizeOf(price) > 0) return price;
  throw refuse(
    'no-amount',
    `"${text.trim()}" is no price: it is not above nothing.`,
    'For example: 3h, 1.5d, "EUR 300". If they need not pay: free --because WHY',
  );
}

function isPrice(text: string, circumstances: Circumstances): boolean {
  try {
    return readPrice(text, circumstances) !== undefined;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function sizeOf(amount: Amount): number {
  return isMoney(amount) ? amount.minor : amount.hours;
}

function requirePositive<A extends Amount>(amount: A, text: string): A {
  if (sizeOf(amount) > 0) return amount;
  throw refuse('no-amount', `"${text.trim()}" is not above nothing.`, 'For example: 40h, "EUR 3000"');
}
