import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorDigits } from '../../src/domain/base/money.ts';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { parseAmount } from '../../src/input/amount.ts';
import { parseMoney, parseRate } from '../../src/input/money.ts';
import { sayAmount, sayMoney } from '../../src/views/words/money.ts';
import { CALENDAR } from '../support/situation.ts';

describe('money', () => {
  it.each<[string, number, string]>([
    ['EUR 300', 30_000, 'EUR'],
    ['300 EUR', 30_000, 'EUR'],
    ['300EUR', 30_000, 'EUR'],
    ['eur300', 30_000, 'EUR'],
    ['\u20ac300', 30_000, 'EUR'],
    ['300 \u20ac', 30_000, 'EUR'],
    ['300 euros', 30_000, 'EUR'],
    ['$1,200.50', 120_050, 'USD'],
    ['US$ 12', 1200, 'USD'],
    ['20 dollars', 2000, 'USD'],
    ['\u00a390', 9000, 'GBP'],
    ['EUR 1.200,50', 120_050, 'EUR'],
    ['EUR 1,200', 120_000, 'EUR'],
    ['EUR 1.234.567', 123_456_700, 'EUR'],
    ["CHF 1'200.50", 120_050, 'CHF'],
    ['EUR 1 200,50', 120_050, 'EUR'],
    ['EUR 1\u00a0200', 120_000, 'EUR'],
    ['EUR 1.5', 150, 'EUR'],
    ['EUR 1,5', 150, 'EUR'],
    ['EUR 0.07', 7, 'EUR'],
    ['JPY 5,000', 5000, 'JPY'],
    ['KWD 1.25', 1250, 'KWD'],
    ['KWD 1,200.500', 1_200_500, 'KWD'],
    ['-EUR 300', -30_000, 'EUR'],
    ['EUR -300', -30_000, 'EUR'],
    ['-\u20ac300', -30_000, 'EUR'],
    ['\u2212300 EUR', -30_000, 'EUR'],
    ['EUR 0', 0, 'EUR'],
    ['-EUR 0', 0, 'EUR'],
  ])('%s', (typed, minor, currency) => {
    expect(parseMoney(typed)).toEqual({ minor, currency });
  });

  it.each<[string, RegExp]>([
    ['1200', /of which currency/],
    ['EUR 1.200', /may be 1200, or 1 and a part/],
    ['KWD 1,200', /may be 1200, or 1 and a part/],
    ['EUR 1.2345', /4 decimals, and EUR has 2/],
    ['EUR 0.500', /3 decimals/],
    ['JPY 10.5', /JPY has none/],
    ['\u00a5500', /the yen or the yuan/],
    ['EUX 300', /"EUX" is not a currency/],
    ['EUR 12,34.50', /is not a number/],
    ['EUR 1,200.500,00', /is not a number/],
    ['EUR', /is not an amount/],
    ['EUR twelve', /is not an amount/],
    ['', /is not an amount/],
    ['-EUR -3', /is not an amount/],
    ['EUR 90/h', /is a rate/],
    ['EUR 99999999999999', /more than anybody pays/],
  ])('refuses %s', (typed, message) => {
    const read = parseMoney(typed);
    expect(read).toBeInstanceOf(Refusal);
    expect((read as Refusal).message).toMatch(message);
  });

  it.each(['\u00a390/h', '\u00a390 per hour', '90 pounds an hour', 'GBP 90', '\u00a390 / hr'])(
    'reads the rate %s',
    (typed) => {
      expect(parseRate(typed)).toEqual({ minor: 9000, currency: 'GBP' });
    },
  );

  it('is read as it is written here', () => {
    const currencies = fc.constantFrom('EUR', 'USD', 'GBP', 'JPY', 'KWD', 'CHF');
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000_000_000, max: 100_000_000_000 }),
        currencies,
        (minor, currency) => {
          expect(parseMoney(sayMoney({ minor, currency }))).toEqual({ minor, currency });
        },
      ),
    );
  });

  it('never loses a digit to a fraction', () => {
    const currencies = fc.constantFrom('EUR', 'JPY', 'KWD');
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(999), currencies, (whole, part, currency) => {
        const digits = minorDigits(currency);
        const fraction = String(part).padStart(3, '0').slice(0, digits);
        const typed = digits === 0 ? `${currency} ${whole}` : `${currency} ${whole}.${fraction}`;
        const read = parseMoney(typed);
        if (read instanceof Refusal) expect(digits).toBe(3);
        else expect(read.minor).toBe(Number(`${whole}${fraction}`));
      }),
    );
  });

  it('understands or refuses whatever is typed', () => {
    const signs = fc.constantFrom(...'0123456789.,-$\u20ac\u00a5 EURh/'.split(''));
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 20 }), (typed) => {
        const read = parseMoney(typed.join(''));
        if (!(read instanceof Refusal)) expect(Number.isSafeInteger(read.minor)).toBe(true);
      }),
    );
  });
});

describe('an amount of work or money', () => {
  it.each<[string, object]>([
    ['3h', { hours: 3 }],
    ['1.5d', { hours: 12, text: '1.5d' }],
    ['45 min', { hours: 0.75, text: '45 min' }],
    ['-2h', { hours: -2 }],
    ['-1d', { hours: -8, text: '-1d' }],
    ['EUR 300', { minor: 30_000, currency: 'EUR' }],
    ['-EUR 300', { minor: -30_000, currency: 'EUR' }],
  ])('%s', (typed, amount) => {
    expect(parseAmount(typed, CALENDAR)).toEqual(amount);
  });

  it.each<[string, RegExp]>([
    ['300', /300 what\?/],
    ['-5', /-5 what\?/],
    ['2-3d', /is a range/],
    ['lots', /no amount of work or money/],
    ['EUR 1.200', /may be 1200/],
    ['', /no amount/],
  ])('refuses %s', (typed, message) => {
    expect((parseAmount(typed, CALENDAR) as Refusal).message).toMatch(message);
  });

  it('is said as it was typed, with its hours', () => {
    expect(
      ['40h', '1.5d', 'EUR 3000', '-2h'].map((typed) => sayAmount(parseAmount(typed, CALENDAR) as never)),
    ).toEqual(['40h', '1.5d (12h)', 'EUR 3,000', '-2h']);
  });
});
