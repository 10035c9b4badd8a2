import type { Distribution } from './distribution.ts';
export interface FinishedTask {
  readonly estimateHours: number;
  readonly actualHours: number | null;
  readonly elapsedDays: number | null;
}
export interface WorkRecord {
  effort(estimates: readonly number[]): Distribution;
  elapsed(count: number, hours: number): Distribution;
}
const P = [0.4, 0.6, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];
export function learn(_tasks: readonly FinishedTask[], pace: { hoursPerDay: number }): WorkRecord {
  const of = (v: number[]) => ({
    quantile: (p: number) => v[Math.min(v.length - 1, Math.ceil(p * v.length) - 1)] ?? 0,
    chance: (x: number) => v.filter((y) => y <= x).length / v.length,
  });
  return {
    effort: (e) => of(P.map((r) => r * e.reduce((a, b) => a + b, 0))),
    elapsed: (_c, h) => of(P.map((r) => (r * h) / pace.hoursPerDay)),
  };
}
