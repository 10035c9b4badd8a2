import { type Amount, isMoney } from '../../domain/base/amount.ts';
import { sayAmount } from './money.ts';

/** What an event says about work or money that was spent. */
interface SpentWords {
  readonly note?: string;
  readonly because?: string;
}

/**
 * Work or money that was spent or taken back, as a sentence without its full stop: "Worked 1.5d (12h): the trip",
 * "Took back 2h, because: wrong job". `on` says what it was spent on, if that is not clear.
 */
export function saySpent(event: SpentWords & ({ readonly amount: Amount } | Amount), on = ''): string {
  const amount = 'amount' in event ? event.amount : event;
  const isTakenBack = (isMoney(amount) ? amount.minor : amount.hours) < 0;
  const did = isTakenBack ? 'Took back' : isMoney(amount) ? 'Spent' : 'Worked';
  return [
    `${did} ${sayAmount(isTakenBack ? positive(amount) : amount)}${on}`,
    event.note ? `: ${event.note}` : '',
    event.because ? `, because: ${event.because}` : '',
  ].join('');
}

function positive(amount: Amount): Amount {
  if (isMoney(amount)) return { ...amount, minor: -amount.minor };
  const { hours, text } = amount;
  return { hours: -hours, ...(text !== undefined && { text: text.replace(/^-/, '') }) };
}
