import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, type Money, moneyIn, timesHours, withMoney } from '../../../src/domain/base/money.ts';

const EUR = (minor: number): Money => ({ minor, currency: 'EUR' });
const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('money', () => {
  it.each([
    [9000, 1.5, 13_500],
    [9000, 1 / 3, 3000],
    [10_000, 10 / 60, 1667],
    [1, 0.5, 1],
    [1, -0.5, -1],
    [333, 0.5, 167],
    [9000, 0, 0],
  ])('at a rate of %i, %d hours cost %i', (rate, hours, cost) => {
    expect(timesHours(EUR(rate), hours)).toEqual(EUR(cost));
  });

  it('takes back what hours cost', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 0, max: 10_000, noNaN: true }), (rate, hours) => {
        const cost = timesHours(EUR(rate), hours);
        expect(addMoney(cost, timesHours(EUR(rate), -hours))).toEqual(EUR(0));
        expect(Number.isSafeInteger(cost.minor)).toBe(true);
        expect(Math.abs(cost.minor - rate * hours)).toBeLessThanOrEqual(0.5 + rate / 7200 + 1e-6);
      }),
    );
  });

  it('stays whole, however much there is', () => {
    const most = EUR(Number.MAX_SAFE_INTEGER);
    expect(addMoney(most, most)).toEqual(most);
    expect(timesHours(most, 1e6)).toEqual(most);
    expect(timesHours(EUR(100), Number.POSITIVE_INFINITY)).toEqual(EUR(0));
  });

  it('keeps currencies apart, and adds in any order', () => {
    const amounts = fc.array(fc.record({ minor: cents, currency: fc.constantFrom('EUR', 'USD', 'JPY') }));
    fc.assert(
      fc.property(amounts, (spent) => {
        const sums = spent.reduce<readonly Money[]>(withMoney, []);
        const backwards = spent.toReversed().reduce<readonly Money[]>(withMoney, []);
        for (const currency of ['EUR', 'USD', 'JPY']) {
          expect(moneyIn(backwards, currency)).toEqual(moneyIn(sums, currency));
        }
      }),
    );
  });
});
