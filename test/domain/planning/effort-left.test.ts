import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, commitment, replyOwed, spent } from '../../support/given.ts';
import { forecastAt, NOW } from '../../support/situation.ts';

const FORECAST = forecastAt(NOW);
const work = (estimateHours: number, spentHours = 0) =>
  commitment(asked({ estimateHours }), ...(spentHours > 0 ? [spent(spentHours)] : []));

describe('the effort left', () => {
  it('of nothing is none', () => {
    expect(FORECAST.effortLeft([])).toEqual({ hours: null, tasks: 0, unestimated: 0 });
  });

  it('of one task is what the forecast of it says, whatever was spent', () => {
    const hours = fc.integer({ min: 1, max: 160 }).map((quarters) => quarters / 4);
    fc.assert(
      fc.property(hours, hours, (estimate, spentHours) => {
        const task = work(estimate, spentHours);
        const left = FORECAST.effortLeft([task]).hours;
        for (const { probability, hours } of FORECAST.explain(task).effort) {
          expect(left?.quantile(probability)).toBe(hours);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('of several is less certain than of one, and more', () => {
    const range = (...works: Parameters<typeof FORECAST.effortLeft>[0]) =>
      [0.5, 0.8].map((p) => FORECAST.effortLeft(works).hours?.quantile(p) ?? 0);
    const [likely = 0, most = 0] = range(work(4));
    const [likelyOfTwo = 0, mostOfTwo = 0] = range(work(4), work(6, 2));
    expect(likelyOfTwo).toBeGreaterThan(likely);
    expect(mostOfTwo - likelyOfTwo).toBeGreaterThan(most - likely);
  });

  it('of work that has outlasted its estimate is never nothing', () => {
    const { hours } = FORECAST.effortLeft([work(4, 40)]);
    expect(hours?.quantile(0.5)).toBeGreaterThan(4);
    expect(hours?.quantile(0.8)).toBeGreaterThan(hours?.quantile(0.5) ?? Number.NaN);
  });

  it('counts work, and says what has no estimate', () => {
    expect(
      FORECAST.effortLeft([work(4), work(4, 2), commitment(asked()), commitment(replyOwed())]),
    ).toMatchObject({
      tasks: 3,
      unestimated: 1,
    });
  });
});
