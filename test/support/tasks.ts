import fc from 'fast-check';
import type { Distribution } from '../../src/domain/planning/distribution.ts';
import type { FinishedTask } from '../../src/domain/planning/work-history.ts';

/** A day of eight hours, 60 % of which go to commitments. */
export const PACE = { dayHours: 8, focus: 0.6 };

export const task = (
  estimateHours: number,
  actualHours: number | null,
  elapsedDays: number | null,
): FinishedTask => ({
  estimateHours,
  actualHours,
  elapsedDays,
});
export const times = (count: number, one: FinishedTask): FinishedTask[] =>
  Array.from({ length: count }, () => one);
export const levels = (of: Distribution, ...ps: number[]) => ps.map((p) => Number(of.quantile(p).toFixed(3)));

/** Pseudo-random numbers from 0 to 1, always the same (a linear congruential generator). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A person's work: estimates from half an hour to eight hours, some of them far too low, and days that also
 * hold other things.
 */
export function someRecord(length: number, seed: number): FinishedTask[] {
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
export const anyTasks = fc.array(anyTask, { maxLength: 40 });
export const anyCount = fc.integer({ min: 1, max: 400 });
export const anyHours = fc.double({ min: 0.01, max: 2000, noNaN: true });
export const anyChance = fc.double({ min: 0, max: 1, noNaN: true });
