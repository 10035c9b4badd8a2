import { quoteForShell } from '../../../domain/base/quote-for-shell.ts';
import { Refusal } from '../../../domain/base/refusal.ts';
import { parseSelection } from '../../../input/selection.ts';
import type { Position } from './position.ts';

/**
 * A bare number between the numbers of the commitments and the words of a line. It may be that of another commitment,
 * or the first word.
 */
interface SecondNumber {
  readonly number: string;
  readonly rest: readonly string[];
}

/** The words behind a second number, and the refusal of the line if they are all that it says. */
export interface PhraseBehind {
  readonly words: string;
  readonly refusal: Refusal;
}

/** The number at the beginning of some words. Null if there is none; one with nothing after it is all that was said. */
export function findSecondNumber([number, ...rest]: readonly string[]): SecondNumber | null {
  const isNumber = number !== undefined && !(parseSelection([number]) instanceof Refusal);
  return isNumber && rest.length > 0 ? { number, rest } : null;
}

/** The refusal of a number before a text, to which it may belong. */
export function refuseBeforeText({ number, rest }: SecondNumber, position: Position): Refusal {
  const [id = 'ID'] = position.before;
  const text = rest.join(' ');
  return refuseNumber(
    `Is ${number} another commitment, or the first word?`,
    `For both commitments: ${lineOf(position, `${id},${number}`, text)}. To say it about ${id}: ${lineOf(position, id, `${number} ${text}`)}`,
  );
}

/**
 * What a date or an amount has behind a second number. Together they may be a phrase ("2 days"); if only the words behind
 * the number are one, it is refused.
 */
export function phraseBehind(second: SecondNumber | null, position: Position): PhraseBehind | null {
  if (!second) return null;
  const { number, rest } = second;
  const [id = 'ID'] = position.before;
  const words = rest.join(' ');
  return {
    words,
    refusal: refuseNumber(
      `Is ${number} another commitment? "${number} ${words}" means nothing.`,
      `For both commitments: ${lineOf(position, `${id},${number}`, words)}. For ${id} alone: ${lineOf(position, id, words)}`,
    ),
  };
}

function refuseNumber(message: string, hint: string): Refusal {
  return new Refusal('second-number', message, hint, 'usage');
}

/** The line with other words, and the options that were typed. */
function lineOf({ verb, options }: Position, ids: string, words: string): string {
  return ['followup', verb, ids, ...[words, ...options].map(quoteForShell)].join(' ');
}
