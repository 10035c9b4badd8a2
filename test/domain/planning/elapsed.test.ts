import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trackRecordOf } from '../../../src/domain/planning/track-record.ts';
import {
  anyChance,
  anyCount,
  anyHours,
  anyTasks,
  dice,
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

  it('of a longer queue are those of a short one many times over: the causes of delay last', () => {
    fc.assert(
      fc.property(anyTasks, anyHours, anyChance, fc.constantFrom(2, 8, 64), (tasks, hours, p, longer) => {
        const record = trackRecordOf(tasks, PACE);
        const short = record.elapsed(4, hours).quantile(p);
        expect(record.elapsed(4 * longer, hours * longer).quantile(p)).toBeCloseTo(short * longer, 6);
      }),
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

  it('grow along a queue, except for a few hundredths where its mix of sizes calls for other runs', () => {
    const next = dice(2);
    for (const length of [0, 1, 2, 5, 20, 100, 1000]) {
      const record = trackRecordOf(someRecord(length, 3), PACE);
      let hours = 0;
      let furthest = 0;
      for (let count = 1; count <= 300; count++) {
        hours += 0.5 + 7.5 * next() ** 2;
        const days = record.elapsed(count, hours).quantile(0.8);
        expect(days, `${count} tasks, record of ${length}`).toBeGreaterThan(furthest * 0.95);
        furthest = Math.max(furthest, days);
      }
    }
  });
});
