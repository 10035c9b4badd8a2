import { memoize } from './memo.ts';

/**
 * The number of insertions, deletions, substitutions and swaps of neighbouring letters that turn one word
 * into the other (optimal string alignment: no substring is edited twice). If it is more than `most`, any number above
 * that, found sooner.
 */
export function editDistance(from: string, to: string, most: number = Number.POSITIVE_INFINITY): number {
  const a = [...from];
  const b = [...to];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const reach = Math.min(most, Math.max(a.length, b.length));
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    // Letters that are further apart than the distance may be are not matched with each other.
    const row = new Array<number>(b.length + 1).fill(Number.POSITIVE_INFINITY);
    row[0] = i;
    let least = i;
    const end = Math.min(b.length, i + reach);
    for (let j = Math.max(1, i - reach); j <= end; j++) {
      const substitution = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(substitution, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row[j] = best;
      least = Math.min(least, best);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Whether two words are no further apart than a distance. */
export function isWithin(a: string, b: string, distance: number): boolean {
  return mayBeWithin(lettersIn(a), lettersIn(b), distance) && editDistance(a, b, distance) <= distance;
}

/** The most letters of a word in which a slip is looked for; a longer one is copied, and no name. */
export const MOST_LETTERS = 64;

/** How many slips a word of so many letters may have: one if it is short, two if it is long. */
export function slipsIn(letters: number): number {
  if (letters < 3 || letters > MOST_LETTERS) return 0;
  return letters < 8 ? 1 : 2;
}

/** The number of letters in a word; of a long one only that it is too long. */
export function countLetters(word: string): number {
  return word.length > 2 * MOST_LETTERS ? word.length : [...word].length;
}

/**
 * The candidates that a misspelt word may stand for, nearest first: one slip is allowed in a short word, two
 * in a long one.
 */
export function nearWords(word: string, candidates: readonly string[]): string[] {
  const letters = countLetters(word);
  const allowed = slipsIn(letters);
  if (allowed === 0) return [];
  return candidates
    .filter((candidate) => {
      const others = countLetters(candidate);
      return (
        others >= 3 &&
        Math.abs(letters - others) <= allowed &&
        mayBeWithin(lettersIn(word), lettersIn(candidate), allowed)
      );
    })
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate, allowed) }))
    .filter(({ distance }) => distance > 0 && distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
}

/** Whether a distance between two words is possible, judged by their sets of letters alone: names are compared with thousands. */
function mayBeWithin(a: number, b: number, distance: number): boolean {
  // Each edit adds or removes a letter at most, or does both.
  let differing = a ^ b;
  let count = 0;
  for (; differing !== 0; differing &= differing - 1) count++;
  return count <= 2 * distance;
}

/** The letters in a word as a set of bits; some share one. */
const lettersIn = memoize((word: string) => {
  let bits = 0;
  for (const letter of word) bits |= 1 << ((letter.codePointAt(0) ?? 0) % 32);
  return bits;
});
