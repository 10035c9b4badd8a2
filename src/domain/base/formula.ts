/**
 * How a text begins that a spreadsheet may take for a formula, with what some of them pass over before it: spaces, quotes, and the
 * apostrophe that marks a text (OWASP, "CSV injection"). The signs in full width count as well.
 */
const FORMULA = /^(?:['"\s]*[=+\-@\uff0b\uff0d\uff1d\uff20\u2212]|['"]*[\t\r\n])/;

/** A text as a cell that no spreadsheet takes for a formula: an apostrophe stands before it. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text in such a cell: what `guardFormula` has put before it is taken away, and nothing else. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
