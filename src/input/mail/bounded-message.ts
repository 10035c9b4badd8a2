import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import { grouped } from '../../domain/base/text.ts';
import { asUtf8 } from './decoded-text.ts';

const MEGABYTE = 1_000_000;

/** The most bytes of a message that is read. Mail servers take no larger ones. */
export const MOST_BYTES_OF_MESSAGE = 25 * MEGABYTE;

/** The most lines of one: far more than its bytes have, unless somebody means harm. */
const MOST_LINES = 500_000;

/** The most bytes of one field of a header, and of all of them. */
const MOST_IN_FIELD = 64_000;
const MOST_IN_HEAD = 512_000;

/** The refusal of a message of so many bytes; null if they are not too many. */
export function refuseSize(bytes: number): Refusal | null {
  return bytes <= MOST_BYTES_OF_MESSAGE
    ? null
    : refuse(
        'message-too-large',
        `it has ${Math.round(bytes / MEGABYTE)} MB, and at most ${MOST_BYTES_OF_MESSAGE / MEGABYTE} are read`,
      );
}

/** A message with a header of a bounded length, in UTF-8. A Refusal if the message is too large. */
export function boundMessage(bytes: Uint8Array): Uint8Array | Refusal {
  const tooLarge = refuseSize(bytes.length) ?? refuseLines(bytes);
  if (tooLarge) return tooLarge;
  const end = endOfHead(bytes);
  const head = boundHead(bytes.subarray(0, end));
  return head.length === end ? bytes : Buffer.concat([head, bytes.subarray(end)]);
}

/** Only the header of a message, of a bounded length, in UTF-8. */
export function headOf(bytes: Uint8Array): Uint8Array {
  return boundHead(bytes.subarray(0, endOfHead(bytes)));
}

function refuseLines(bytes: Uint8Array): Refusal | null {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++;
  return lines <= MOST_LINES
    ? null
    : refuse(
        'message-too-large',
        `it has ${grouped(lines)} lines, and at most ${grouped(MOST_LINES)} are read`,
      );
}

const LF = 0x0a;
const CR = 0x0d;

/** Where the header ends: after the line before the first empty one. */
function endOfHead(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const next = bytes[at + 1] === CR ? bytes[at + 2] : bytes[at + 1];
    if (next === LF) return at + 1;
  }
  return bytes.length;
}

function boundHead(whole: Uint8Array): Uint8Array {
  const head = asUtf8(whole);
  if (head.length <= MOST_IN_FIELD) return head;
  const fields = Buffer.from(head)
    .subarray(0, MOST_IN_HEAD)
    .toString('latin1')
    .split(/(?<=\n)(?![ \t])/);
  const bounded = fields.map((field) =>
    field.length <= MOST_IN_FIELD ? field : `${field.slice(0, MOST_IN_FIELD).trimEnd()}\r\n`,
  );
  return Buffer.from(bounded.join(''), 'latin1');
}
