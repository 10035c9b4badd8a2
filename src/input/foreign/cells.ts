import { unguardFormula } from '../../domain/base/formula.ts';
import { keyOf, keysIn } from './headings.ts';

const NOTHING = keysIn(({ nothing }) => nothing);

/** No text, or one without words: dashes, an empty list, a date or a time of noughts. */
const NO_WORDS = /^(?:[-\u2013\u2014?]*|\[\]|\{\}|(?:0{1,4}[-./:]){1,2}0{1,4})$/;

/** The longest word for nothing has fewer letters. */
const LONGEST_NOTHING = 20;

/** The text of a cell; undefined if it is empty, or says that there is nothing. */
export function filled(cell: string | undefined): string | undefined {
  // An apostrophe that keeps a spreadsheet from reading a formula is not part of the text.
  const text = unguardFormula(cell?.trim() ?? '').trim();
  const isNothing = NO_WORDS.test(text) || (text.length < LONGEST_NOTHING && NOTHING.has(keyOf(text)));
  return isNothing ? undefined : text;
}
