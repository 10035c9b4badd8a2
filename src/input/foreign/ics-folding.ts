/** A byte of a character in UTF-8, the end of a folded line, and the other bytes of the character. */
const SPLIT = /([\x80-\xff])(\r?\n[ \t])([\x80-\xbf]+)/g;

/**
 * A calendar whose lines were folded after a number of bytes, also within a character (RFC 5545, 3.1), with its characters whole again,
 * each on the line in which it begins. Other bytes stay as they are.
 */
export function mendFolding(bytes: Buffer): Buffer {
  if (!/^(?:\xef\xbb\xbf)?BEGIN:VCALENDAR/i.test(bytes.toString('latin1', 0, 40))) return bytes;
  const text = bytes.toString('latin1');
  const mended = text.replace(SPLIT, '$1$3$2');
  return mended === text ? bytes : Buffer.from(mended, 'latin1');
}
