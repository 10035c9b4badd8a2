import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trackRecordOf } from '../../../src/domain/planning/track-record.ts';
import {
  anyChance,
  anyCount,
  anyHours,
  anyTasks,
  levels,
  PACE,
  someRecord,
  task,
  times,
} from '../../support/tasks.ts';

describe('days until work is finished', () => {
  it('follow the days that passed: three hours a day, whatever was assumed', () => {
    const record = trackRecordOf(times(60, task(3, 3, 1)), PACE);
    expect(levels(record.elapsed(3, 9), 0.5, 0.8)).toEqual([3, 3]);
    expect(levels(record.elapsed(20, 60), 0.5, 0.8)).toEqual([20, 20]);
    expect(levels(record.elapsed(400, 1200), 0.5, 0.8)).toEqual([400, 400]);
  });

  it('are work, which grows with its hours, and other things in between, which grow with the square root', () => {
    const record = trackRecordOf(times(60, task(4, 4, 2.5)), PACE); // half a day of work, and two days of other things
    expect(record.elapsed(1, 4).quantile(0.5)).toBeCloseTo(0.5 + 2, 12);
    expect(record.elapsed(1, 16).quantile(0.5)).toBeCloseTo(2 + 2 * 2, 12);
    expect(record.elapsed(1, 1).quantile(0.5)).toBeCloseTo(0.125 + 2 / 2, 12);
    expect(record.elapsed(12, 4).quantile(0.5)).toBeCloseTo(0.5 + 2 * Math.sqrt(12), 12);
  });

  it('never shrink with more tasks or more hours, whatever the record says', () => {
    const more = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(anyTasks, anyCount, anyHours, more, anyChance, (tasks, count, hours, further, p) => {
        const { elapsed } = trackRecordOf(tasks, PACE);
        const before = elapsed(count, hours);
        const days = before.quantile(p);
        for (const after of [elapsed(count, hours + further), elapsed(count + 1, hours + further)]) {
          expect(after.quantile(p)).toBeGreaterThanOrEqual(days);
          expect(after.chance(days)).toBeLessThanOrEqual(before.chance(days));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come from single tasks as long as the record has no runs of several', () => {
    const gaps = times(40, task(3, 3, 1)).flatMap((one) => [one, task(3, 3, null)]);
    expect(levels(trackRecordOf(gaps, PACE).elapsed(20, 60), 0.5, 0.8)).toEqual([20, 20]);
  });

  it('leave room for the work, however much it is', () => {
    fc.assert(
      fc.property(anyTasks, anyCount, anyHours, anyChance, (tasks, count, hours, p) => {
        expect(trackRecordOf(tasks, PACE).elapsed(count, hours).quantile(p)).toBeGreaterThanOrEqual(
          // Four tenths of the hours, in days of which six tenths go to commitments.
          (0.4 / 0.6) * (hours / 8) * 0.999,
        );
      }),
    );
  });

  it('shrink with the work that is left', () => {
    const record = trackRecordOf(someRecord(150, 1), PACE);
    const left = [40, 20, 10, 5, 2, 1, 0.5, 0.1, 0.01].map((hours) => record.elapsed(3, hours).quantile(0.8));
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    expect(left.at(-1)).toBeLessThan(0.3);
  });
});
