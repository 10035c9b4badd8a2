const SIGNS = String.raw`[=+\-@\uff0b\uff0d\uff1d\uff20\u2212]`;

/**
 * How a text begins that a spreadsheet may take for a formula, with what some of them pass over before it: spaces, quotes, and the
 * apostrophe that marks a text (OWASP, "CSV injection"). The signs in full width count as well.
 */
const FORMULA = new RegExp(String.raw`^(?:['"\s]*${SIGNS}|['"]*[\t\r\n])`);

/** The same behind what some spreadsheets split a line at, whatever the file is separated by and whether or not it is in quotes. */
const SPLIT = String.raw`([;\t\r\n])`;
const AFTER_SPLIT = String.raw`(?=(?:['"]|[^\S\t\r\n])*${SIGNS})`;
const UNGUARDED = new RegExp(`${SPLIT}${AFTER_SPLIT}`, 'g');
const GUARDED = new RegExp(`${SPLIT}'${AFTER_SPLIT}`, 'g');

/** A text as a cell that no spreadsheet takes for a formula, nor a part of it: an apostrophe stands before it. */
export function guardFormula(text: string): string {
  const guarded = text.replace(UNGUARDED, "$1'");
  return FORMULA.test(guarded) ? `'${guarded}` : guarded;
}

/** The text in such a cell: what `guardFormula` has put before it is taken away, and nothing else. */
export function unguardFormula(cell: string): string {
  const text = cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
  return text.replace(GUARDED, '$1');
}
