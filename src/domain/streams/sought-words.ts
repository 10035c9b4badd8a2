import { memoize } from '../base/memo.ts';

/**
 * Scripts written without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese. A whole run would count
 * as one word, so every character is indexed as a word, and a run is searched for as a phrase.
 */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc';
const UNSPACED_SIGN = new RegExp(`[${UNSPACED}]`, 'gu');

/** A letter or digit that puts whatever follows inside a word. */
const INSIDE_WORD = `(?![${UNSPACED}])[\\p{L}\\p{N}]`;

/** Combining marks, except the two that turn one kana into another. */
const ACCENTS = /(?![\u3099\u309a])\p{M}/gu;

/**
 * The form of a text that is searched: no accents or width variants, and spaces around characters of unspaced
 * scripts.
 */
export function searchForm(text: string): string {
  return text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').replace(UNSPACED_SIGN, ' $& ');
}

/** The words of a query in the form that is searched. Each is a word or a phrase, of letters and digits only. */
export function soughtWords(query: string): string[] {
  return query
    .split(/\s+/u)
    .map((word) =>
      searchForm(word)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .filter((word) => word !== '');
}

/** A range of a text. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the sought words occur in a text, in order and without overlaps. */
export function placesOf(sought: readonly string[], text: string): Place[] {
  const { plain, origins } = withOrigins(text);
  const places = sought
    .flatMap((words) => [...plain.matchAll(patternOf(words))])
    .map(({ 0: { length }, index }) => ({
      start: origins[index]?.start ?? 0,
      end: origins[index + length - 1]?.end ?? 0,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return places.filter(({ start, end }) => {
    const isApart = start >= last;
    last = Math.max(last, end);
    return isApart;
  });
}

/** How much of a text is looked at at a time, and how much of it again with the next part. */
const AT_A_TIME = 4000;
const AGAIN = 1000;

/** Where the first of the sought words begins in a text, which may be long; 0 if none is in it. */
export function firstPlaceOf(sought: readonly string[], text: string): number {
  for (let from = 0; from < text.length; from += AT_A_TIME) {
    // What stands before a word decides whether it is the beginning of one.
    const begin = Math.max(0, from - AGAIN);
    const places = placesOf(sought, text.slice(begin, from + AT_A_TIME + AGAIN));
    const place = places.find(({ start }) => begin + start >= from);
    if (place) return begin + place.start;
  }
  return 0;
}

/** Whether a text contains all the sought words. */
export function holdsAll(sought: readonly string[], text: string): boolean {
  const { plain } = withOrigins(text);
  return sought.every((words) => plain.search(patternOf(words)) >= 0);
}

/** A word is found by its beginning; in a script without spaces, anywhere. */
function patternOf(words: string): RegExp {
  const isUnspaced = words.split(' ', 1).join().search(UNSPACED_SIGN) >= 0;
  const begin = isUnspaced ? '' : `(?<!${INSIDE_WORD})`;
  return new RegExp(begin + bare(words).replaceAll(' ', '[^\\p{L}\\p{N}]*'), 'giu');
}

/** A text reduced to its bare letters, and for each of its code units the place it came from. */
function withOrigins(text: string): { plain: string; origins: Place[] } {
  const origins: Place[] = [];
  let plain = '';
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    const kept = bare(sign);
    const last = origins.at(-1);
    if (kept === '' && last) origins[origins.length - 1] = { ...last, end };
    for (let unit = 0; unit < kept.length; unit++) origins.push({ start, end });
    plain += kept;
    start = end;
  }
  return { plain, origins };
}

/**
 * Letters without any marks. They are not recomposed, so the result for a character does not depend on its
 * neighbours.
 */
const bare = memoize((text: string) => text.normalize('NFKD').replace(/\p{M}/gu, ''));
