import { Refusal } from '../../../domain/base/refusal.ts';

/** Reads a number of things. Throws a Refusal of anything that is none. */
export function readCount(word: string): number {
  if (/^[1-9]\d{0,5}$/.test(word)) return Number(word);
  throw new Refusal(
    'malformed-count',
    `"${word}" is not a count.`,
    'Write a whole number, such as 3.',
    'usage',
  );
}
