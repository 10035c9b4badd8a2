import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Distribution } from '../../../src/domain/planning/distribution.ts';
import { RECENT_TASKS, trackRecordOf } from '../../../src/domain/planning/track-record.ts';
import type { FinishedTask } from '../../../src/domain/planning/work-history.ts';

/** An eight-hour day of which 60 % go to commitments. A day that holds nothing else has all eight hours. */
const PACE = { dayHours: 8, focus: 0.6 };

const task = (
  estimateHours: number,
  actualHours: number | null,
  elapsedDays: number | null,
): FinishedTask => ({
  estimateHours,
  actualHours,
  elapsedDays,
});
const times = (count: number, one: FinishedTask): FinishedTask[] => Array.from({ length: count }, () => one);
const levels = (of: Distribution, ...ps: number[]) => ps.map((p) => Number(of.quantile(p).toFixed(3)));

/** Numbers from 0 to 1 that look random and are always the same (a linear congruential generator). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Somebody's work: estimates of half an hour to eight, now and then far too low, and days that are not all for work. */
function someRecord(length: number, seed: number): FinishedTask[] {
  const next = dice(seed);
  return Array.from({ length }, (_, index) => {
    const estimate = 0.5 + 7.5 * next() ** 2;
    const actual = estimate * (0.5 + next() ** 4 * 3);
    return task(estimate, actual, index > 0 ? actual / 8 + 2 * next() ** 3 : null);
  });
}

const anyTask: fc.Arbitrary<FinishedTask> = fc.record({
  estimateHours: fc.double({ min: 0.25, max: 100, noNaN: true }),
  actualHours: fc.option(fc.double({ min: 0, max: 300, noNaN: true })),
  elapsedDays: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
});
const anyTasks = fc.array(anyTask, { maxLength: 40 });
const anyCount = fc.integer({ min: 1, max: 400 });
const anyHours = fc.double({ min: 0.01, max: 2000, noNaN: true });
const anyChance = fc.double({ min: 0, max: 1, noNaN: true });

describe('without a record', () => {
  const nothing = trackRecordOf([], PACE);

  it('work takes what work takes with people in general: half of it no longer than estimated', () => {
    expect(levels(nothing.effort([10]), 0.05, 0.5, 0.8, 0.9, 1)).toEqual([4, 10, 15, 20, 30]);
    expect(nothing.effort([10]).chance(12.5)).toBeCloseTo(0.7, 12);
  });

  it('several tasks are like a large one', () => {
    expect(levels(nothing.effort([2, 3, 5]), 0.5, 0.8, 0.9)).toEqual([10, 15, 20]);
  });

  it('it is finished when that many hours were there for it: 48 hours in 10 days, or 15 to be sure', () => {
    expect(levels(nothing.elapsed(1, 48), 0.5, 0.8, 0.9, 1)).toEqual([10, 15, 20, 30]);
  });

  it('it may go faster than it was estimated, but not for nothing', () => {
    expect(levels(nothing.elapsed(4, 48), 0, 0.15, 0.25)).toEqual([4, 6, 8]);
    expect(nothing.elapsed(4, 48).chance(3.9)).toBe(0);
  });
});

describe('hours of new work', () => {
  it('follow what the own tasks took: somebody who needs twice the estimate is believed', () => {
    const record = trackRecordOf(times(40, task(3, 6, 1)), PACE);
    expect(levels(record.effort([5]), 0.5, 0.8, 0.9)).toEqual([10, 10, 10]);
  });

  it('a few tasks only move what is assumed', () => {
    const record = trackRecordOf(times(3, task(3, 6, 1)), PACE);
    expect(levels(record.effort([5]), 0.5, 0.8)).toEqual([7.5, 10]);
  });

  it('follow recent tasks more than old ones', () => {
    const record = trackRecordOf([...times(60, task(3, 3, 1)), ...times(60, task(3, 6, 1))], PACE);
    expect(levels(record.effort([3]), 0.5)).toEqual([6]);
  });

  it('follow tasks of a similar size', () => {
    const mixed = Array.from({ length: 60 }, (_, index) => (index % 2 ? task(0.5, 1.5, 1) : task(32, 32, 1)));
    const record = trackRecordOf(mixed, PACE);
    expect(levels(record.effort([0.5]), 0.5)).toEqual([1.5]);
    expect(levels(record.effort([32]), 0.5)).toEqual([32]);
  });

  it('count a task that grew out of all proportion for eight times its estimate', () => {
    const grown = [...times(5, task(2, 2, 1)), task(2, 200, 1)];
    expect(levels(trackRecordOf(grown, PACE).effort([1]), 1)).toEqual([8]);
  });

  it('pass over tasks for which nobody wrote down the hours', () => {
    const known = times(40, task(3, 6, 1));
    const gaps = known.flatMap((one) => [one, task(3, null, 1)]);
    expect(levels(trackRecordOf(gaps, PACE).effort([5, 5]), 0.5, 0.8)).toEqual([20, 20]);
  });
});

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

  it('of a longer queue are those of a short one many times over: what makes it late lasts', () => {
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

  it('grow along a queue, but for a few hundredths where its mix of sizes calls for other runs', () => {
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

  it('becomes more careful when those before were not kept, and less when they were', () => {
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

  it('does not depend on the unit: four times the hours in days with four times the hours are the same days', () => {
    fc.assert(
      fc.property(anyTasks, anyCount, anyHours, (tasks, count, hours) => {
        const larger = tasks.map(({ estimateHours, actualHours, elapsedDays }) =>
          task(4 * estimateHours, actualHours === null ? null : 4 * actualHours, elapsedDays),
        );
        const record = trackRecordOf(tasks, PACE);
        const other = trackRecordOf(larger, { ...PACE, dayHours: 4 * PACE.dayHours });
        const p = 0.7713;
        expect(other.elapsed(count, 4 * hours).quantile(p)).toBeCloseTo(
          record.elapsed(count, hours).quantile(p),
          6,
        );
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
