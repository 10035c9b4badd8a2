import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mendFolding } from '../../../src/input/foreign/ics-folding.ts';

const file = (text: string) => Buffer.from(`BEGIN:VCALENDAR\r\nSUMMARY:${text}\r\n`);

/** The same bytes, folded after every so many of them, without regard to characters. */
function folded(bytes: Buffer, every: number): Buffer {
  const start = bytes.indexOf('SUMMARY');
  const pieces = [bytes.subarray(0, start)];
  for (let at = start; at < bytes.length - 2; at += every) {
    if (at > start) pieces.push(Buffer.from('\r\n '));
    pieces.push(bytes.subarray(at, Math.min(at + every, bytes.length - 2)));
  }
  return Buffer.concat([...pieces, Buffer.from('\r\n')]);
}

it('characters that were folded in the middle are whole again', () => {
  const anyTitle = fc.string({ unit: fc.constantFrom('a', 'é', '東', '😀'), minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(anyTitle, fc.integer({ min: 4, max: 75 }), (title, every) => {
      const mended = mendFolding(folded(file(title), every)).toString('utf8');
      expect(mended.replaceAll('\r\n ', '')).toBe(file(title).toString('utf8'));
    }),
  );
});

it('what is no calendar stays as it is', () => {
  const bytes = Buffer.from([0xc3, 0x0a, 0x20, 0xa9]);
  expect(mendFolding(bytes)).toBe(bytes);
});
