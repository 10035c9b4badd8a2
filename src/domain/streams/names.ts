import { countLetters, MOST_LETTERS } from '../base/edit-distance.ts';
import { memoize } from '../base/memo.ts';

// What does not matter in a name: letter case, width, accents, spaces, dashes and punctuation. All that is
// compared here is compared without it.

/** Letters that are no letter with an accent, as they are written on a keyboard without them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/** The other way to write some letters without their marks: Mueller, Aarhus. */
const SPELLED_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** A name as it is compared: its words, and all of them together. */
interface Spelling {
  readonly words: readonly string[];
  readonly key: string;
  /** Where its words begin in the key, and the end. */
  readonly starts: readonly number[];
}

/** The ways to write a name without accents: Müller is Muller, and Mueller. */
const spellingsOf = memoize((name: string): readonly Spelling[] => {
  // Names are folded by the thousand, and most of them are plain.
  const isPlain = /^[\0-\x7f]*$/.test(name);
  const letters = isPlain ? name.toLowerCase() : name.normalize('NFKC').toLowerCase();
  const spelled = isPlain ? letters : letters.replace(/[äöüåø]/g, (letter) => SPELLED_OUT[letter] ?? '');
  return [...new Set([letters, spelled])].map((text) => {
    const words = cutIntoWords(isPlain ? text : withoutAccents(text));
    let length = 0;
    const starts = [0, ...words.map((word) => (length += word.length))];
    return { words, key: words.join(''), starts };
  });
});

/** Lower-case letters without their accents. */
export function withoutAccents(letters: string): string {
  return letters
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþıς]/g, (letter) => PLAIN[letter] ?? '');
}

/** "and" is left out because & is. A name without any letter or digit is a word of its own. */
function cutIntoWords(text: string): readonly string[] {
  const words = wordsIn(text);
  const telling = words.filter((word, index) => word !== 'and' || index === 0 || index === words.length - 1);
  return words.length > 0 ? telling : [text.replace(/\s+/g, '')];
}

/** Whether something holds for any way to write each of two names. */
function inAnySpelling(a: string, b: string, holds: (a: Spelling, b: Spelling) => boolean): boolean {
  return spellingsOf(a).some((one) => spellingsOf(b).some((other) => holds(one, other)));
}

/** Whether two names are the same but for what does not matter. */
export function isSameName(a: string, b: string): boolean {
  return inAnySpelling(a, b, (one, other) => one.key === other.key);
}

/** Whether whole words of a name were typed: each a word of it, or joined some that follow each other. */
export function hasWords(name: string, typed: string): boolean {
  return inAnySpelling(name, typed, ({ words, key: whole, starts }, { words: typedWords, key }) => {
    if (key.length < 2) return false;
    const isRunAt = (start: number) => whole.startsWith(key, start) && starts.includes(start + key.length);
    return typedWords.every((word) => words.includes(word)) || starts.some(isRunAt);
  });
}

/**
 * Whether the beginning of a word of a name was typed, in three letters or more. Where words are not spaced,
 * any two signs may begin one.
 */
export function hasBeginning(name: string, typed: string): boolean {
  return inAnySpelling(name, typed, ({ key: whole, starts }, { key }) =>
    UNSPACED.test(key)
      ? whole.includes(key)
      : countLetters(key) >= 3 && starts.some((start) => whole.startsWith(key, start)),
  );
}

/** Two signs or more of a script that does not space words. */
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]{2,}$/u;
const UNSPACED_SIGN =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** Whether there is a sign in a text of a script that does not space words. */
export function hasUnspaced(text: string): boolean {
  return UNSPACED_SIGN.test(text);
}

/**
 * All that a name has from each of its words on, without spaces: whatever means the name by a word, words that follow
 * each other, or a beginning is the beginning of one of these. Where words are not spaced, any sign may begin one.
 */
export function restsOf(name: string): string[] {
  const rests = spellingsOf(name).flatMap(({ key, starts }) => {
    const everySign = UNSPACED_SIGN.test(key) ? Array.from(key.matchAll(/./gsu), ({ index }) => index) : [];
    return [...new Set([...starts.slice(0, -1), ...everySign])].map((start) => key.slice(start));
  });
  return [...new Set(rests)];
}

/** A name without spaces, in each way to write it. */
export function keysOf(name: string): string[] {
  return spellingsOf(name).map(({ key }) => key);
}

/** The words of a name, in each way to write it. */
export function wordsOf(name: string): (readonly string[])[] {
  return spellingsOf(name).map(({ words }) => words);
}

/**
 * What a slip in a name may have been meant to be: the name, its beginnings in whole words, and its words; without those
 * that are too long for a slip.
 */
export const partsOf = memoize((name: string): readonly string[] => {
  const parts = spellingsOf(name).flatMap(({ words, key, starts }) => [
    ...starts.filter((end) => end <= LONGEST_PART).map((end) => key.slice(0, end)),
    ...words.filter(({ length }) => length <= LONGEST_PART),
  ]);
  return [...new Set(parts)].filter((part) => part !== '');
});

/** In code units; a slip may have made it two letters longer than what was typed. */
const LONGEST_PART = 2 * (MOST_LETTERS + 2);

/** A name without spaces, in the letters that are compared. */
export function keyOf(name: string): string {
  return spellingsOf(name)[0]?.key ?? '';
}

/**
 * The numbers and single letters in a name. They distinguish names on purpose: "Store 7" is not a slip for
 * "Store 8".
 */
export const markOf = memoize((name: string) =>
  (spellingsOf(name)[0]?.words ?? []).flatMap((word) => word.match(/\d+|^\p{L}$/gu) ?? []).join(' '),
);

/** The words of a name as they can be typed in one: in lower case, without punctuation. */
export function typeableWords(name: string): string[] {
  return wordsIn(name.normalize('NFC').toLowerCase());
}

/** An apostrophe joins what stands beside it; other punctuation separates words. */
function wordsIn(text: string): string[] {
  return text.replace(/['`\u2018\u2019\u02bc]/g, '').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
}
