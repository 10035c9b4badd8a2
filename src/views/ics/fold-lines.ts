/** The most bytes of a line, without its end (RFC 5545, 3.1); one that goes on begins with a space. */
const MOST_BYTES = 75;

/**
 * Lines of a calendar, each ended by CRLF, with those that are too long folded between two signs. The library does the same to a
 * whole calendar, one sign at a time, which takes most of the time.
 */
export function foldLines(text: string): string {
  return text.split('\r\n').map(foldLine).join('\r\n');
}

function foldLine(line: string): string {
  if (line.length <= MOST_BYTES && /^[\0-\x7f]*$/.test(line)) return line;
  let folded = '';
  let room = MOST_BYTES;
  for (const sign of line) {
    const size = bytesOf(sign.codePointAt(0) ?? 0);
    if (size > room) {
      folded += '\r\n ';
      room = MOST_BYTES - 1;
    }
    folded += sign;
    room -= size;
  }
  return folded;
}

/** How many bytes a sign takes in UTF-8. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
