import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lasting, lengthFigures, quantileOf } from '../../../src/domain/statistics/lasting.ts';

const over = (length: number): Lasting => ({ length, isOver: true });
const open = (length: number): Lasting => ({ length, isOver: false });

/** The share that lasts longer than a length, by the definition of Kaplan and Meier: one factor for each length at which any ended. */
function lastsLonger(all: readonly Lasting[], length: number): number {
  const ends = new Set(all.filter((each) => each.isOver && each.length <= length).map((each) => each.length));
  return [...ends].reduce((share, end) => {
    const atRisk = all.filter((each) => each.length >= end).length;
    const ended = all.filter((each) => each.isOver && each.length === end).length;
    return share * (1 - ended / atRisk);
  }, 1);
}

describe('a quantile of lengths', () => {
  it('is by hand what half of them do not exceed', () => {
    const four = [4, 1, 3, 2].map(over);
    expect(quantileOf(four, 0.5)).toEqual({ length: 2, isMore: false });
    expect(quantileOf(four, 0.75)).toEqual({ length: 3, isMore: false });
    expect(quantileOf(four, 0.9)).toEqual({ length: 4, isMore: false });
  });
  it('counts what is not over as lasting at least until now, by hand', () => {
    // Longer than 1: 4/5. Than 2: 4/5 × 3/4 = 3/5. One is left out at 2; longer than 3: 3/5 × 1/2 = 3/10.
    const five = [over(1), over(2), open(2), over(3), open(4)];
    expect(quantileOf(five, 0.4)).toEqual({ length: 2, isMore: false });
    expect(quantileOf(five, 0.5)).toEqual({ length: 3, isMore: false });
    expect(quantileOf(five, 0.7)).toEqual({ length: 3, isMore: false });
    expect(quantileOf(five, 0.9)).toEqual({ length: 4, isMore: true });
  });
  it('is not known of nothing, and only a bound if nothing is over', () => {
    expect(quantileOf([], 0.5)).toBeNull();
    expect(quantileOf([open(3), open(7)], 0.5)).toEqual({ length: 7, isMore: true });
  });
  it('does not look shorter because the long ones are still open', () => {
    // Lengths with a true 90th percentile of 17.3 (exponential, mean 7.5), begun at any time in the last 30 days.
    const lengths = Array.from({ length: 200 }, (_, index) => -7.5 * Math.log(1 - (index + 0.5) / 200));
    const begun = Array.from({ length: 30 }, (_, day) => day + 0.5);
    const seen = lengths.flatMap((length) =>
      begun.map((ago): Lasting => (length <= ago ? over(length) : open(ago))),
    );
    const onlyOver = seen.filter(({ isOver }) => isOver);
    expect(quantileOf(seen, 0.9)?.length).toBeCloseTo(17.3, 0);
    expect(quantileOf(onlyOver, 0.9)?.length).toBeLessThan(13.5);
  });

  const anyLasting = fc.record({ length: fc.integer({ min: 0, max: 12 }), isOver: fc.boolean() });
  const some = fc.array(anyLasting, { minLength: 1, maxLength: 30 });
  const anyP = fc.constantFrom(0.1, 0.25, 0.5, 0.75, 0.9, 0.99);
  it('is the first length that few enough exceed, by the slow definition', () => {
    fc.assert(
      fc.property(some, anyP, (all, p) => {
        const longest = Math.max(...all.map(({ length }) => length));
        const first = Array.from({ length: longest + 1 }, (_, length) => length).find(
          (length) => lastsLonger(all, length) <= 1 - p + 1e-9,
        );
        expect(quantileOf(all, p)).toEqual(
          first === undefined ? { length: longest, isMore: true } : { length: first, isMore: false },
        );
      }),
    );
  });
  it('is the usual one of sorted values where everything is over', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), anyP, (lengths, p) => {
        const sorted = [...lengths].sort((a, b) => a - b);
        const usual = sorted[Math.ceil(p * sorted.length - 1e-9) - 1];
        expect(quantileOf(lengths.map(over), p)).toEqual({ length: usual, isMore: false });
      }),
    );
  });
});

describe('what is said of lengths', () => {
  it('is their number, how many are open, the median and the 90th percentile', () => {
    expect(lengthFigures([1, 2, 3, 4].map(over).concat(open(9)))).toEqual({
      of: 5,
      open: 1,
      median: { length: 3, isMore: false },
      ninetieth: { length: 9, isMore: true },
    });
  });
  it('is only their number if there are fewer than five', () => {
    expect(lengthFigures([over(1)])).toEqual({ of: 1, open: 0, median: null, ninetieth: null });
  });
});
