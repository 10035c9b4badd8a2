/**
 * Characters that could move the cursor, change colours, or make text read in another order than it is stored (CWE-150):
 * controls, line and paragraph separators, halves of characters, invisible tags, and the invisible format characters, the
 * bidirectional controls among them. The soft hyphen, Arabic number signs, and the joiners that emoji and some scripts need, stay.
 */
const UNSAFE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u{e0000}-\u{e00ff}]|(?![\u00ad\u0600-\u0605\u06dd\u200c\u200d])\p{Cf}/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '⏎', '\t': ' ' };

/** Text from users made safe to print on one line: what could act on the terminal is shown as `�`. What is stored stays as it was. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSAFE, (character) => NAMED[character] ?? '�');
}

/** JSON that is as safe to print: what JSON itself leaves as it is becomes an escape, so nothing is lost. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(UNSAFE, (character) =>
    // The line ends are those that JSON.stringify itself indents with.
    character === '\n'
      ? character
      : [...Array(character.length).keys()]
          .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
          .join(''),
  );
}
