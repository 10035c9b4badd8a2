import { isUtf8 } from 'node:buffer';

/** How the characters of a text are written as bytes. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

/** A text without its byte order mark, and the encoding that it was in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** How much of a text is looked at to tell its encoding. */
const SAMPLE = 1 << 16;

/**
 * The text that bytes are: UTF-16 if they begin with its mark or look like it, UTF-8 if they are valid, and
 * otherwise Windows-1252. Null if they are none of these.
 */
export function decodeText(bytes: Buffer): DecodedText | null {
  const wide = sniffUtf16(bytes);
  const text = wide && decode(bytes, wide);
  if (wide && text !== null) return { text, encoding: wide };
  if (isUtf8(bytes)) return { text: bytes.toString('utf8').replace(/^\ufeff/, ''), encoding: 'UTF-8' };
  const latin = decodeWindows1252(bytes);
  return latin === null ? null : { text: latin, encoding: 'Windows-1252' };
}

/** What the bytes from 0x80 mean in Windows-1252; a space stands where they mean nothing. From 0xa0 it is Latin-1. */
const FROM_0X80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Text in Windows-1252; null if it is none. (Node 20 takes it for Latin-1.) */
function decodeWindows1252(bytes: Buffer): string | null {
  const text = bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (sign) => {
    const meant = FROM_0X80[sign.charCodeAt(0) - 0x80] ?? ' ';
    return meant === ' ' ? sign : meant;
  });
  return /[\0\u0080-\u009f]/.test(text) ? null : text;
}

function decode(bytes: Buffer, encoding: 'UTF-16LE' | 'UTF-16BE'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** In UTF-16, most texts have a zero in one half of most of their units and hardly any in the other. */
function sniffUtf16(bytes: Buffer): 'UTF-16LE' | 'UTF-16BE' | null {
  if (bytes.length < 2 || bytes.length % 2 === 1) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
  const zeros: [even: number, odd: number] = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let index = 0; index < length; index++) {
    if (bytes[index] === 0) zeros[index % 2 === 0 ? 0 : 1]++;
  }
  const most = Math.max(...zeros);
  // A quarter of all units, for a text in which many have none; a zero or two among bytes make no such text.
  const isWide = most > length / 8 && Math.min(...zeros) <= length / 200;
  if (!isWide) return null;
  return zeros[1] === most ? 'UTF-16LE' : 'UTF-16BE';
}
