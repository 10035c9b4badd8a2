/**
 * Characters that could move the cursor, change colours, or make text read in another order than it is stored (CWE-150):
 * controls, line and paragraph separators, lone surrogates, tag characters, and invisible format characters, including the
 * bidirectional controls. Soft hyphens, Arabic number signs, and the joiners of emoji and some scripts are allowed.
 */
const UNSAFE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u{e0000}-\u{e00ff}]|(?![\u00ad\u0600-\u0605\u06dd\u200c\u200d])\p{Cf}/gu;

/** Most text, recognised much faster than `UNSAFE` is searched for. */
const ONLY_LATIN = /^[\x20-\x7e\u00a0-\u024f]*$/;

const NAMED: Readonly<Record<string, string>> = { '\n': '⏎', '\t': ' ' };

/** Text from users made safe to print on one line: what could act on the terminal is shown as `�`. */
export function printable(text: string): string {
  if (ONLY_LATIN.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(UNSAFE, (character) => NAMED[character] ?? '�');
}

/** The codes of our own styles, and what must not be printed. */
const STYLE_OR_UNSAFE = new RegExp(`(\\u001b\\[(?:1|2|22|3[1236]|39)m)|${UNSAFE.source}`, 'gu');

/** Lines of most texts without a style, recognised as fast. */
const ONLY_LATIN_LINES = /^[\n\x20-\x7e\u00a0-\u024f\u2026]*$/;

/**
 * Lines as they reach a terminal or a pipe, made safe once more: whatever a view has overlooked is shown as `�`. Line
 * ends and tabs stay, and our own styles where there are any.
 */
export function printableLines(text: string, isStyled: boolean): string {
  if (ONLY_LATIN_LINES.test(text)) return text;
  return text.replace(STYLE_OR_UNSAFE, (found, style: string | undefined, place: number) => {
    if (found === '\n' || found === '\t' || (found === '\r' && text[place + 1] === '\n')) return found;
    return style !== undefined && isStyled ? found : '�'.repeat(style === undefined ? 1 : style.length);
  });
}

/** JSON that is safe to print: unsafe characters that `JSON.stringify` lets through become escapes, so nothing is lost. */
export function printableJson(value: unknown, indent?: number): string {
  return escapeUnsafe(JSON.stringify(value, null, indent));
}

/** JSON with its unsafe characters as escapes: it reads back the same. */
export function escapeUnsafe(json: string): string {
  if (ONLY_LATIN_LINES.test(json)) return json;
  return json.replace(UNSAFE, (character) =>
    // The line ends are those between values: inside a string they are escaped already.
    character === '\n'
      ? character
      : [...Array(character.length).keys()]
          .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
          .join(''),
  );
}
