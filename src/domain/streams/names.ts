import { memoize } from '../base/memo.ts';

/** Whether two names differ at most in what does not matter in a name. */
export function isSameName(a: string, b: string): boolean {
  return keyOf(a) === keyOf(b);
}

/** The numbers and single letters in a name. They tell names apart on purpose: "Store 7" is no slip for "Store 8". */
export const markOf = memoize((name: string) =>
  (name.normalize('NFKC').match(/\d+|(?<!\p{L})\p{L}(?!\p{L})/gu) ?? []).join(' ').toLowerCase(),
);

/** A name without what does not matter in it: letter case, width, spaces, dashes and underscores; & is "and". */
export const keyOf = memoize((name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s&\s/g, ' and ')
    .replace(/[\s\-_\u2010-\u2015]+/gu, ''),
);

/** The keys of the first word of a name, of its first two words, and so on, short of the whole. */
export function beginnings(name: string): string[] {
  const words = name.trim().split(/[\s\-_\u2010-\u2015]+/u);
  return words.slice(0, -1).map((_, index) => keyOf(words.slice(0, index + 1).join('')));
}
