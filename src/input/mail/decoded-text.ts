import { wellFormed } from '../../domain/base/text.ts';

/** What windows-1252 has at 0x80 to 0x9F; a space where it has nothing. */
const WINDOWS_1252 =
  '\u20ac \u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152 \u017d  \u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153 \u017e\u0178';

/**
 * A text as it was decoded, well-formed. Some versions of Node read windows-1252, which is also what is called ISO-8859-1 in mail,
 * without its euro sign, dashes and quotation marks: controls that no text has stand in their places.
 */
export function decodedText(text: string): string {
  return wellFormed(
    text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80]?.trim() || sign),
  );
}

/** A header in UTF-8. One with other bytes does not say what they are: then it is most likely windows-1252. */
export function asUtf8(header: Uint8Array): Uint8Array {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(header);
    return header;
  } catch {
    return Buffer.from(decodedText(Buffer.from(header).toString('latin1')));
  }
}
