import { Refusal } from '../../../domain/base/refusal.ts';

/** Reads a whole number. Throws a Refusal. */
export function readCount(word: string): number {
  if (/^[1-9]\d{0,5}$/.test(word)) return Number(word);
  throw new Refusal(
    'malformed-count',
    `"${word}" is not a count.`,
    'Write a whole number, such as 3.',
    'usage',
  );
}
