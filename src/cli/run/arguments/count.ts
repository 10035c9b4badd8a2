import { Refusal } from '../../../domain/base/refusal.ts';

/** A whole number from 1; null if it is none, or more than anybody means. */
export function wholeNumber(word: string): number | null {
  return /^[1-9]\d{0,5}$/.test(word) ? Number(word) : null;
}

/** Reads a whole number. Throws a Refusal. */
export function readCount(word: string): number {
  const count = wholeNumber(word);
  if (count !== null) return count;
  throw new Refusal(
    'malformed-count',
    `"${word}" is not a count.`,
    'Write a whole number, such as 3.',
    'usage',
  );
}
