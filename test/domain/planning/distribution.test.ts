import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution as distributionOf } from '../../../src/domain/planning/distribution.ts';

/** Outcomes in rising order, and the weight of each. */
interface Weighted {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

function distribution({ values, weights }: Weighted, tilt?: number) {
  return distributionOf({ values: values.toReversed(), weights: weights.toReversed() }, tilt);
}

/** Outcomes and a tilt, as a record of tasks may give them. */
const anyOutcomes: fc.Arbitrary<Weighted> = fc
  .array(
    fc.tuple(fc.double({ min: 0, max: 1000, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true })),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((pairs) => pairs.toSorted(([a], [b]) => a - b))
  .map((pairs) => ({ values: pairs.map(([value]) => value), weights: pairs.map(([, weight]) => weight) }));
const anyTilt = fc.double({ min: 0.2, max: 5, noNaN: true });
const anyChance = fc.double({ min: 0, max: 1, noNaN: true });

describe('a distribution of weighted outcomes', () => {
  const days = distribution({ values: [1, 2, 3, 10], weights: [2, 3, 2, 1] });

  it.each([
    [0, 1],
    [0.25, 1],
    [0.26, 2],
    [0.625, 2],
    [0.63, 3],
    [0.875, 3],
    [0.88, 10],
    [1, 10],
  ])('is not above its quantile with probability %d: %d', (p, value) => {
    expect(days.quantile(p)).toBe(value);
  });

  it.each([
    [0.9, 0],
    [1, 0.25],
    [1.9, 0.25],
    [2, 0.625],
    [3, 0.875],
    [10, 1],
    [11, 1],
  ])('is %d or less with chance %d', (value, chance) => {
    expect(days.chance(value)).toBe(chance);
  });

  it('ignores outcomes without weight', () => {
    const alone = distribution({ values: [1, 2, 3], weights: [0, 1, 0] });
    expect([0.01, 0.5, 1].map(alone.quantile)).toEqual([2, 2, 2]);
  });

  it('tilted above 1, exceeds a value less often: the probability to exceed it is raised to that power', () => {
    const tilted = distribution({ values: [1, 2, 3, 10], weights: [2, 3, 2, 1] }, 2);
    expect(tilted.chance(2)).toBeCloseTo(1 - 0.375 ** 2, 12);
    expect(tilted.chance(3)).toBeCloseTo(1 - 0.125 ** 2, 12);
    expect([tilted.quantile(0.8), days.quantile(0.8)]).toEqual([2, 3]);
  });

  it('answers two questions that are inverse: a quantile is the smallest value with enough chance', () => {
    fc.assert(
      fc.property(anyOutcomes, anyTilt, anyChance, (outcomes, tilt, p) => {
        const some = distribution(outcomes, tilt);
        const quantile = some.quantile(p);
        expect(some.chance(quantile)).toBeGreaterThanOrEqual(p);
        const smaller = outcomes.values.filter((value) => value < quantile);
        if (smaller.length > 0) expect(some.chance(Math.max(...smaller))).toBeLessThan(p);
      }),
    );
  });

  it('promises more for more: quantiles and chances never fall', () => {
    fc.assert(
      fc.property(anyOutcomes, anyTilt, anyChance, anyChance, (outcomes, tilt, p, q) => {
        const some = distribution(outcomes, tilt);
        const [less, more] = [Math.min(p, q), Math.max(p, q)];
        expect(some.quantile(less)).toBeLessThanOrEqual(some.quantile(more));
        expect(some.chance(less * 1000)).toBeLessThanOrEqual(some.chance(more * 1000));
      }),
    );
  });

  it('is certain about the largest outcome, and gives no chance to less than the smallest', () => {
    fc.assert(
      fc.property(anyOutcomes, anyTilt, (outcomes, tilt) => {
        const some = distribution(outcomes, tilt);
        expect(some.chance(Math.max(...outcomes.values))).toBe(1);
        expect(some.chance(Math.min(...outcomes.values) - 1)).toBe(0);
      }),
    );
  });

  it('gives as a quantile the smallest outcome that is likely enough, found by asking for the chance of each', () => {
    fc.assert(
      fc.property(anyOutcomes, anyTilt, anyChance, (outcomes, tilt, p) => {
        const some = distribution(outcomes, tilt);
        expect(some.quantile(p)).toBe(outcomes.values.find((value) => some.chance(value) >= p));
      }),
    );
  });

  it('gives as the chance of a value the share of the weights that are not above it', () => {
    fc.assert(
      fc.property(anyOutcomes, fc.double({ min: 0, max: 1000, noNaN: true }), (outcomes, value) => {
        const total = (fits: (outcome: number) => boolean) =>
          outcomes.weights.reduce(
            (sum, weight, index) => sum + (fits(outcomes.values[index] ?? 0) ? weight : 0),
            0,
          );
        const share = total((outcome) => outcome <= value) / total(() => true);
        expect(distribution(outcomes).chance(value)).toBeCloseTo(share, 9);
      }),
    );
  });
});
