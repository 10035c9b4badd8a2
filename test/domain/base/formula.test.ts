import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from '../../../src/domain/base/formula.ts';

describe('a text in a spreadsheet', () => {
  it.each([
    '=HYPERLINK("http://evil.example")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '"=1',
    "'=1",
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '− 1',
  ])('that may be a formula stands behind an apostrophe: %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(unguardFormula(guardFormula(text))).toBe(text);
  });

  it.each(['Report', '3 + 4 = 7', "the board's list", '"quoted"', '2026-03-05', '山田商店', ''])(
    'of any other kind stays as it is: %j',
    (text) => {
      expect(guardFormula(text)).toBe(text);
      expect(unguardFormula(text)).toBe(text);
    },
  );

  it('comes back as it was, whatever it is', () => {
    const start = fc.constantFrom("'", '"', '=', '-', '＝', ' ', '\t', 'a', '');
    const text = fc.tuple(start, start, fc.string({ unit: 'binary' })).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (each) => unguardFormula(guardFormula(each)) === each));
  });
});
