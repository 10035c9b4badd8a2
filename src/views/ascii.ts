import { widthOf } from './terminal/width.ts';

/** Our own signs that are not ASCII, each with one that is as wide, so that columns stay where they are. */
const SIGNS: Readonly<Record<string, string>> = { '…': '~', '·': '-', '�': '?' };

/** Turns text into signs that its reader can show. */
export type Encode = (text: string) => string;

/**
 * Writes text in plain ASCII: "Café" as "Cafe". Other scripts are written by their sound, as far as a table of single
 * signs can know it.
 */
export async function loadAscii(): Promise<Encode> {
  const { default: anyAscii } = await import('any-ascii');
  return (text) => (isAscii(text) ? text : anyAscii(text.replace(/[…·�]/g, (sign) => SIGNS[sign] ?? sign)));
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

/** Encodes lines that fit a width so that they still do: what gets longer is cut, and commands stay whole. */
export function encodeLines(text: string, encode: Encode, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const encoded = encode(line);
      if (widthOf(encoded) <= width) return encoded;
      return line.replace(/[^\0-\x7f]+/g, (foreign) => encode(foreign).slice(0, widthOf(foreign)));
    })
    .join('\n');
}
