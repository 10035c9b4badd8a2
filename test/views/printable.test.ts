import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableJson } from '../../src/views/printable.ts';

/** What must not reach a terminal within a one-line text. */
const UNSAFE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2060\ufeff\u{e0001}-\u{e007f}]/u;

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

describe('printable', () => {
  it.each([
    ['plain ASCII', 'Report, by region: 100%', 'Report, by region: 100%'],
    [
      'letters of any script',
      'Žluťoučký 株式会社 עברית العربية हिन्दी',
      'Žluťoučký 株式会社 עברית العربية हिन्दी',
    ],
    ['emoji that are joined', '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽', '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽'],
    ['a line break', 'one\ntwo', 'one⏎two'],
    ['a line break of another system', 'one\r\ntwo\rthree', 'one⏎two⏎three'],
    ['a tab', 'one\ttwo', 'one two'],
    ['an escape sequence', '\u001b[31mred', '�[31mred'],
    ['a control of the second set', '\u009b31mred', '�31mred'],
    ['a bidirectional override', 'a\u202eb', 'a�b'],
    ['a zero-width space', 'a\u200bb', 'a�b'],
    ['half of a character', 'a\ud83d', 'a�'],
    ['a separator of lines', 'a\u2028b\u2029c', 'a�b�c'],
  ])('shows %s', (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('leaves nothing unsafe in any text, and is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = printable(text);
        expect(shown).not.toMatch(UNSAFE);
        expect(printable(shown)).toBe(shown);
      }),
    );
  });
});

describe('printableJson', () => {
  it('leaves nothing unsafe in any text, and reads back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), anyText, (key, text) => {
        const value = { [`key${key}`]: text, list: [text, 1, null, true] };
        const json = printableJson(value);
        expect(json).not.toMatch(UNSAFE);
        expect(JSON.parse(json)).toEqual(value);
      }),
    );
  });

  it('indents like JSON.stringify', () => {
    const value = { title: 'Report', list: [1, { a: 'two' }], none: null };
    expect(printableJson(value, 2)).toBe(JSON.stringify(value, null, 2));
  });
});
