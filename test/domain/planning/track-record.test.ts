import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECENT_TASKS, trackRecordOf } from '../../../src/domain/planning/track-record.ts';
import type { FinishedTask } from '../../../src/domain/planning/work-history.ts';
import {
  anyChance,
  anyCount,
  anyHours,
  anyTasks,
  levels,
  PACE,
  someRecord,
  task,
} from '../../support/tasks.ts';

describe('without a record', () => {
  const nothing = trackRecordOf([], PACE);

  it('work takes what it takes people in general: half of it no longer than estimated', () => {
    expect(levels(nothing.effort([10]), 0.05, 0.5, 0.8, 0.9, 1)).toEqual([4, 10, 15, 20, 30]);
    expect(nothing.effort([10]).chance(12.5)).toBeCloseTo(0.7, 12);
  });

  it('several tasks are like a large one', () => {
    expect(levels(nothing.effort([2, 3, 5]), 0.5, 0.8, 0.9)).toEqual([10, 15, 20]);
  });

  it('it is finished once that many hours were available: 48 hours in 10 days, or 15 to be sure', () => {
    expect(levels(nothing.elapsed(1, 48), 0.5, 0.8, 0.9, 1)).toEqual([10, 15, 20, 30]);
  });

  it('it may go faster than it was estimated, but not for nothing', () => {
    expect(levels(nothing.elapsed(4, 48), 0, 0.15, 0.25)).toEqual([4, 6, 8]);
    expect(nothing.elapsed(4, 48).chance(3.9)).toBe(0);
  });
});

describe('a forecast', () => {
  it('is kept as often as it says', () => {
    const record = someRecord(700, 4);
    const kept = { effort: 0, queue: 0, elapsed: 0 };
    for (let now = 100; now < 600; now++) {
      const { effort, elapsed } = trackRecordOf(record.slice(now - RECENT_TASKS, now), PACE);
      const queue = record.slice(now, now + 5);
      const estimates = queue.map(({ estimateHours }) => estimateHours);
      const sum = (measure: 'actualHours' | 'elapsedDays' | 'estimateHours') =>
        queue.reduce((total, one) => total + (one[measure] ?? 0), 0);
      const first = record[now];
      if (first && (first.actualHours ?? 0) <= effort([first.estimateHours]).quantile(0.8)) kept.effort++;
      if (sum('actualHours') <= effort(estimates).quantile(0.8)) kept.queue++;
      if (sum('elapsedDays') <= elapsed(5, sum('estimateHours')).quantile(0.8)) kept.elapsed++;
    }
    for (const share of Object.values(kept)) {
      expect(share / 500).toBeGreaterThan(0.77);
      expect(share / 500).toBeLessThan(0.9);
    }
  });

  it('becomes more careful if earlier ones were not kept, and less if they were', () => {
    const worse = Array.from({ length: 100 }, (_, index) => task(4, 4 * 1.02 ** index, 1));
    const better = worse.toReversed();
    const [next, last] = [4 * 1.02 ** 100, 4];
    expect(
      trackRecordOf(worse, PACE)
        .effort([4])
        .chance(next * 0.75),
    ).toBeLessThan(0.75);
    expect(
      trackRecordOf(better, PACE)
        .effort([4])
        .chance(last * 1.5),
    ).toBeGreaterThan(0.5);
  });

  it('knows the chance of each of its dates', () => {
    fc.assert(
      fc.property(anyTasks, anyCount, anyHours, anyChance, (tasks, count, hours, p) => {
        const record = trackRecordOf(tasks, PACE);
        for (const some of [record.elapsed(count, hours), record.effort([hours])]) {
          expect(some.chance(some.quantile(p))).toBeGreaterThanOrEqual(p);
          expect(some.quantile(p)).toBeGreaterThanOrEqual(0);
          expect(some.quantile(1)).toBeLessThan(Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  it('of effort does not depend on the unit: four times the hours take four times as long', () => {
    fc.assert(
      fc.property(anyTasks, anyHours, (tasks, hours) => {
        const larger = tasks.map(({ estimateHours, actualHours, elapsedDays }) =>
          task(4 * estimateHours, actualHours === null ? null : 4 * actualHours, elapsedDays),
        );
        const [record, other] = [trackRecordOf(tasks, PACE), trackRecordOf(larger, PACE)];
        const p = 0.7713;
        expect(other.effort([4 * hours]).quantile(p)).toBeCloseTo(4 * record.effort([hours]).quantile(p), 6);
      }),
    );
  });

  it('is the same for the same record, and does not look at what is older than the recent tasks', () => {
    const tasks = someRecord(RECENT_TASKS + 300, 5);
    const answers = (from: readonly FinishedTask[]) => {
      const record = trackRecordOf(from, PACE);
      return [
        record.effort([3]),
        record.effort([1, 2, 3, 4]),
        record.elapsed(1, 3),
        record.elapsed(30, 90),
      ].flatMap((some) => levels(some, 0.1, 0.5, 0.8, 0.9));
    };
    expect(answers(tasks)).toEqual(answers(tasks));
    expect(answers(tasks.slice(-RECENT_TASKS))).toEqual(answers(tasks));
    expect(answers(tasks.slice(0, -1))).not.toEqual(answers(tasks));
  });
});
