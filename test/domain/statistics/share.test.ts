import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Share, wilsonInterval } from '../../../src/domain/statistics/share.ts';

/** The bounds by their definition: the shares that are so far from the one observed that it would be seen 1 time in 20. */
function slowInterval({ count, of }: Share): { low: number; high: number } {
  const observed = count / of;
  const isWithin = (share: number) =>
    Math.abs(observed - share) <= 1.959964 * Math.sqrt((share * (1 - share)) / of);
  const edge = (inside: number, outside: number): number => {
    let [near, far] = [inside, outside];
    for (let step = 0; step < 60; step++) {
      const middle = (near + far) / 2;
      if (isWithin(middle)) near = middle;
      else far = middle;
    }
    return near;
  };
  return { low: isWithin(0) ? 0 : edge(observed, 0), high: isWithin(1) ? 1 : edge(observed, 1) };
}

describe('the bounds of a share', () => {
  it('are those of Wilson, by hand: 8 of 10', () => {
    // z² = 3.8415; middle (0.8 + 3.8415 / 20) / 1.38415 = 0.7167; half 1.96 / 1.38415 × √(0.016 + 0.0096) = 0.2266
    const { low = 0, high = 0 } = wilsonInterval({ count: 8, of: 10 }) ?? {};
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });
  it('do not claim that what happened each time always will', () => {
    const all = wilsonInterval({ count: 5, of: 5 });
    expect(all?.low).toBeCloseTo(0.5655, 4);
    expect(all?.high).toBe(1);
    expect(wilsonInterval({ count: 0, of: 5 })?.high).toBeCloseTo(0.4345, 4);
  });
  it('are not told of fewer than five', () => {
    expect(wilsonInterval({ count: 4, of: 4 })).toBeNull();
    expect(wilsonInterval({ count: 0, of: 0 })).toBeNull();
  });
  it('are those of a slow search', () => {
    const anyShare = fc
      .integer({ min: 5, max: 400 })
      .chain((of) => fc.record({ count: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));
    fc.assert(
      fc.property(anyShare, (share) => {
        const bounds = wilsonInterval(share);
        const slow = slowInterval(share);
        expect(bounds?.low).toBeCloseTo(slow.low, 9);
        expect(bounds?.high).toBeCloseTo(slow.high, 9);
      }),
    );
  });
});
