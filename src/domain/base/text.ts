/** The most characters that a title or a name may have. */
export const MOST_IN_TITLE = 10_000;

/** The most characters that words may have: what was said, a note, a reason. */
export const MOST_IN_WORDS = 1_000_000;

/** The most characters that a phrase may have: a date, a duration, a cadence. */
export const MOST_IN_PHRASE = 200;

/**
 * The text with every lone surrogate replaced by U+FFFD. Such text cannot be written as UTF-8, so a file would give
 * back something else than was put into it.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}
