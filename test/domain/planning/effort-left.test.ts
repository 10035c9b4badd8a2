import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BegunWork, effortLeft } from '../../../src/domain/planning/effort-left.ts';
import { overrunBy } from '../../../src/domain/planning/overrun.ts';
import { trackRecordOf } from '../../../src/domain/planning/track-record.ts';
import { asked, commitment, finished, spent } from '../../support/given.ts';
import { forecastAt, NOW } from '../../support/situation.ts';

const RECORD = trackRecordOf([], { dayHours: 8, focus: 0.6 });
const left = (untouched: readonly number[], begun: readonly BegunWork[]) =>
  effortLeft(RECORD, overrunBy([]), untouched, begun);

describe('the effort left', () => {
  it('of nothing is nothing', () => {
    expect(left([], []).quantile(0.8)).toBe(0);
    expect(left([], []).chance(0)).toBe(1);
  });

  it('of work that nobody began is what such estimates take', () => {
    expect(left([4], []).quantile(0.8)).toBe(RECORD.effort([4]).quantile(0.8));
    expect(left([4, 6], []).quantile(0.5)).toBe(RECORD.effort([4, 6]).quantile(0.5));
  });

  it('of work in progress is what it has not outlasted yet', () => {
    expect(left([], [{ estimateHours: 4, spentHours: 1 }]).quantile(0.5)).toBeCloseTo(3);
  });

  it('of work that has used up its estimate is half of the time what the work left is reckoned with', () => {
    const forecast = forecastAt(NOW);
    for (const hours of [4, 5, 8, 40]) {
      const work = commitment(asked({ estimateHours: 4 }), spent(hours));
      expect(forecast.effortLeft([work]).hours.quantile(0.5)).toBeCloseTo(forecast.workLeft(work).hours);
    }
  });

  it('of work that has outlasted everything before is never nothing', () => {
    const tail = left([], [{ estimateHours: 4, spentHours: 40 }]);
    expect(tail.quantile(0.5)).toBeGreaterThan(4);
    expect(tail.quantile(0.8)).toBeGreaterThan(tail.quantile(0.5));
    expect(tail.quantile(1)).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  it('is a distribution: more with a higher probability, and the two functions agree', () => {
    const hours = fc.integer({ min: 1, max: 160 }).map((quarters) => quarters / 4);
    const begun = fc.record({ estimateHours: hours, spentHours: hours });
    fc.assert(
      fc.property(
        fc.array(hours, { maxLength: 4 }),
        fc.array(begun, { maxLength: 3 }),
        (untouched, works) => {
          const distribution = left(untouched, works);
          const points = [0.1, 0.3, 0.5, 0.8, 0.95].map(distribution.quantile);
          expect(points).toEqual([...points].sort((a, b) => a - b));
          expect(points[0]).toBeGreaterThanOrEqual(0);
          for (const [index, p] of [0.1, 0.3, 0.5, 0.8, 0.95].entries()) {
            expect(distribution.chance((points[index] ?? 0) + 1e-6)).toBeGreaterThanOrEqual(p - 1e-6);
          }
        },
      ),
    );
  });

  it('counts work, and says what has no estimate', () => {
    const forecast = forecastAt(NOW);
    const works = [
      commitment(asked({ estimateHours: 4 })),
      commitment(asked({ estimateHours: 4 }), spent(2)),
      commitment(asked()),
      commitment({
        type: 'ReplyOwed',
        title: 'When?',
        client: 'joe',
        due: { at: NOW, zone: 'UTC', grain: 'day' },
        contact: 'c',
        at: NOW,
      }),
    ];
    expect(forecast.effortLeft(works)).toMatchObject({ tasks: 3, unestimated: 1 });
    expect(forecast.effortLeft([commitment(asked(), finished('Delivered', { tookHours: 3 }))]).tasks).toBe(1);
  });
});
