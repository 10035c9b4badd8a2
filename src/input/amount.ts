import type { Amount } from '../domain/base/amount.ts';
import { Refusal, refuse } from '../domain/base/refusal.ts';
import type { WorkCalendar } from '../domain/time/calendar.ts';
import { parseEffort } from './effort.ts';
import { isAboutMoney, parseMoney } from './money.ts';

/** A minus, as it is typed before an amount that is taken back. */
const MINUS = /^\s*[-\u2010-\u2015\u2212]\s*/;

/**
 * Reads an amount of work ("3h", "1.5d": in working days, as estimates are) or of money ("EUR 300"). A minus before it
 * takes it back. A range is refused: what was spent, or may be spent, is one amount.
 */
export function parseAmount(phrase: string, calendar: WorkCalendar): Amount | Refusal {
  const isNegative = MINUS.test(phrase);
  const size = phrase.replace(MINUS, '');
  const effort = parseEffort(size, calendar);
  if (effort instanceof Refusal) {
    if (effort.code !== 'duration-not-understood') return effort;
    return isAboutMoney(phrase) ? parseMoney(phrase) : refuseAmount(phrase);
  }
  const { hours, range, text } = effort;
  if (range) {
    return refuse(
      'duration-not-understood',
      `"${phrase.trim()}" is a range.`,
      'Say one amount, such as the longer of the two.',
    );
  }
  if (!isNegative) return { hours, ...(text !== undefined && { text }) };
  return { hours: -hours + 0, ...(text !== undefined && { text: `-${text}` }) };
}

function refuseAmount(phrase: string): Refusal {
  const typed = phrase.trim();
  const [, number] = /^[-\u2010-\u2015\u2212]?\s*(\d+(?:[.,]\d+)?)$/.exec(typed) ?? [];
  return number === undefined
    ? refuse(
        'duration-not-understood',
        `"${typed}" is no amount of work or money.`,
        'For example: 3h, 1.5d, "EUR 300"',
      )
    : refuse(
        'duration-not-understood',
        `${typed} what?`,
        `Say "${number}h" for hours, "${number}d" for working days or "EUR ${number}" for money.`,
      );
}
