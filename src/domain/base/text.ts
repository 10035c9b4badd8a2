import { type Refusal, refuse } from './refusal.ts';

/** The most characters that a title or a name may have. */
export const MOST_IN_TITLE = 10_000;

/** The most characters that words may have: what was said, a note, a reason. */
export const MOST_IN_WORDS = 1_000_000;

/** The most characters that a phrase may have: a date, a duration, a cadence. */
export const MOST_IN_PHRASE = 200;

/** What a text is, which decides how long it may be. */
export type TextKind = 'title' | 'words' | 'phrase';

const KINDS: Readonly<
  Record<TextKind, { readonly most: number; readonly noun: string; readonly hint: string }>
> = {
  title: {
    most: MOST_IN_TITLE,
    noun: 'A title or a name',
    hint: 'Shorten it; more words fit into a note: followup note ID TEXT',
  },
  words: {
    most: MOST_IN_WORDS,
    noun: 'A text',
    hint: 'Shorten it, or keep it in a file: followup note ID --link FILE',
  },
  phrase: { most: MOST_IN_PHRASE, noun: 'A date or another phrase', hint: 'Shorten it.' },
};

/** A text from outside as it may come in: well-formed. Throws a Refusal if it is too long; `where` says which text. */
export function acceptText(text: string, kind: TextKind, where: string | null = null): string {
  const no = refuseLength(text, kind, where);
  if (no) throw no;
  return wellFormed(text);
}

/** A text as a title: its beginning, if it is longer than a title may be. */
export function asTitle(text: string): string {
  return cutTo(MOST_IN_TITLE, text);
}

/** A text as words: its beginning, if it is longer than words may be. */
export function asWords(text: string): string {
  return cutTo(MOST_IN_WORDS, text);
}

function cutTo(most: number, text: string): string {
  return hasAtMost(text, most) ? text : `${wellFormed(text.slice(0, most - 1))}\u2026`;
}

/** The refusal of a text that is longer than its kind may be, with the limit and its length; null if it is not. */
export function refuseLength(text: string, kind: TextKind, where: string | null = null): Refusal | null {
  const { most, noun, hint } = KINDS[kind];
  if (hasAtMost(text, most)) return null;
  const length = grouped(countCharacters(text));
  const sentence = `${noun} has at most ${grouped(most)} characters, and this one has ${length}.`;
  return refuse('text-too-long', where === null ? sentence : `${where}: ${sentence}`, hint);
}

/** Whether a text has at most so many characters. */
export function hasAtMost(text: string, most: number): boolean {
  // A character is one or two code units, so most texts need no counting.
  return text.length <= most || countCharacters(text) <= most;
}

/**
 * The text with every lone surrogate replaced by U+FFFD. Such text cannot be written as UTF-8, so a file would give
 * back something else than was put into it.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}

function countCharacters(text: string): number {
  let pairs = 0;
  for (let index = 0; index < text.length; index++) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) {
      pairs++;
      index++;
    }
  }
  return text.length - pairs;
}

/** How much of a text that is rejected or not understood is shown. */
const MOST_SHOWN = 100;

/** The beginning of a text that is only shown to tell which one is meant. */
export function shorten(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${wellFormed(text.slice(0, MOST_SHOWN))}\u2026`;
}

/** A whole number with its thousands set apart: "10,000". */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
