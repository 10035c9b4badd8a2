/**
 * Scripts without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese. A run of them would be one word, so each of
 * their signs is made a word of its own, and a run is searched for as a phrase.
 */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u30fc';
const UNSPACED_SIGN = new RegExp(`[${UNSPACED}]`, 'gu');

/** A letter or digit after which no word can begin. */
const INSIDE_WORD = `(?![${UNSPACED}])[\\p{L}\\p{N}]`;

/** Marks that are put to a letter, but for the two that make another kana of it. */
const ACCENTS = /(?![\u3099\u309a])\p{M}/gu;

/** A text as it is searched: without accents and differences of width, every word between spaces. */
export function searchForm(text: string): string {
  return text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').replace(UNSPACED_SIGN, ' $& ');
}

/** The words of a query as they are searched, each a word or a phrase of nothing but letters and digits. */
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

/** A stretch of a text. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where sought words stand in a text, from its beginning to its end; none of the places overlap. */
export function placesOf(sought: readonly string[], text: string): Place[] {
  const { plain, origins } = withOrigins(text);
  const places = sought
    .flatMap((words) => [...plain.matchAll(patternOf(words))])
    .map(({ 0: { length }, index }) => ({
      start: origins[index]?.start ?? 0,
      end: origins[index + length - 1]?.end ?? 0,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return places.filter(({ start }, index) => places.slice(0, index).every(({ end }) => end <= start));
}

/** Whether a text holds every one of the sought words. */
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

/** A text without what does not matter in it, and for each unit of what is left where it comes from. */
function withOrigins(text: string): { plain: string; origins: Place[] } {
  const origins: Place[] = [];
  let plain = '';
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    const kept = bare(sign);
    const last = origins.at(-1);
    // An accent belongs to the letter before it.
    if (kept === '' && last) origins[origins.length - 1] = { ...last, end };
    for (let unit = 0; unit < kept.length; unit++) origins.push({ start, end });
    plain += kept;
    start = end;
  }
  return { plain, origins };
}

/** Letters without any marks. Nothing is put together again, so each is by itself, whatever stands around it. */
function bare(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}
