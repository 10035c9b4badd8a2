import type { Evidence } from '../../domain/streams/delivery-events.ts';

/** How many digits of a checksum tell it from all others that anybody looks at. */
const DIGITS = 12;

/** Where evidence is, and for a file its size and how its checksum begins. */
export function sayEvidence({ link, bytes, sha256 }: Evidence): string {
  const file = [
    ...(bytes === undefined ? [] : [saySize(bytes)]),
    ...(sha256 === undefined ? [] : [`SHA-256 ${sha256.slice(0, DIGITS)}\u2026`]),
  ];
  return file.length === 0 ? link : `${link} (${file.join(', ')})`;
}

/** A size in bytes, with a comma between thousands. */
export function saySize(bytes: number): string {
  const digits = String(bytes).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${digits} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
