import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFormula, unguardFormula } from '../../../src/domain/base/formula.ts';

describe('a text in a spreadsheet', () => {
  it.each([
    '=HYPERLINK("http://evil.example")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t1',
    '\r1',
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

  it.each([
    ['foo;=1+1', "foo;'=1+1"],
    ['a; "@x', 'a;\' "@x'],
    ['one\n-2', "one\n'-2"],
    ['a;b;+c', "a;b;'+c"],
    ["a;'=1", "a;''=1"],
    ['=1;=2', "'=1;'=2"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
  ])('that may be one behind a separator has an apostrophe there: %j', (text, guarded) => {
    expect(guardFormula(text)).toBe(guarded);
    expect(unguardFormula(guarded)).toBe(text);
  });

  it('takes no longer for each sign of a long text', () => {
    const text = ';\t\'" '.repeat(200_000);
    expect(unguardFormula(guardFormula(`${text}=`))).toBe(`${text}=`);
  });

  it('comes back as it was, whatever it is', () => {
    const sign = fc.constantFrom("'", '"', '=', '-', '＝', ' ', '\t', 'a', ';', '\n');
    const text = fc
      .tuple(fc.string({ unit: sign, maxLength: 12 }), fc.string({ unit: 'binary' }))
      .map((parts) => parts.join(''));
    fc.assert(fc.property(text, (each) => unguardFormula(guardFormula(each)) === each));
  });
});
