import type { ReadWords } from './kind.ts';
import { plainText } from './sentence.ts';

/** How often in a row a client hears the same before it is said. */
const TIMES_IN_A_ROW = 3;

/** The same words for the third time running. Numbers count: another percentage is news. */
export function brokenRecord({ text, earlier }: ReadWords): string | null {
  const before = earlier.slice(0, TIMES_IN_A_ROW - 1);
  if (before.length < TIMES_IN_A_ROW - 1) return null;
  const plain = plainText(text);
  return plain !== '' && before.every((other) => plainText(other) === plain) ? text : null;
}
