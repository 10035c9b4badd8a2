import { memoize } from '../base/memo.ts';

/** Whether two names are the same but for what does not matter in a name (see `keyOf`). */
export function isSameName(a: string, b: string): boolean {
  return keyOf(a) === keyOf(b);
}

/**
 * The numbers and single letters in a name. They distinguish names on purpose: "Store 7" is not a slip for
 * "Store 8".
 */
export const markOf = memoize((name: string) =>
  (name.normalize('NFKC').match(/\d+|(?<!\p{L})\p{L}(?!\p{L})/gu) ?? []).join(' ').toLowerCase(),
);

/**
 * Normalises a name for comparison: ignores letter case, width, spaces, dashes and underscores, and reads &
 * as "and".
 */
export const keyOf = memoize((name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s&\s/g, ' and ')
    .replace(/[\s\-_\u2010-\u2015]+/gu, ''),
);

/** The keys of the first word of a name, of its first two words, and so on, but not of the whole name. */
export function beginnings(name: string): string[] {
  const words = name.trim().split(/[\s\-_\u2010-\u2015]+/u);
  return words.slice(0, -1).map((_, index) => keyOf(words.slice(0, index + 1).join('')));
}
