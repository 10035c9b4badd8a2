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
  if ((isMoney(amount) ? amount.minor : amount.hours) !== 0) return amount;
  throw refuse('no-amount', `"${text.trim()}" is nothing.`, 'For example: 3h, 1.5d, "EUR 300"');
}

/** Work or money, above nothing: a budget or a price. */
export function amount(flags: string, meaning: string): Option<Amount | undefined> {
  return single(
    flags,
    {
      placeholder: 'amount',
      read: (text, circumstances) => requirePositive(readAmount(text, circumstances), text),
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

function requirePositive<A extends Amount>(amount: A, text: string): A {
  if ((isMoney(amount) ? amount.minor : (amount as { readonly hours: number }).hours) > 0) return amount;
  throw refuse('no-amount', `"${text.trim()}" is not above nothing.`, 'For example: 40h, "EUR 3000"');
}
