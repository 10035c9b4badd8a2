import { describe, expect, it } from 'vitest';
import { trackRecordOf } from '../../../src/domain/planning/track-record.ts';
import { levels, PACE, task, times } from '../../support/tasks.ts';

describe('hours of new work', () => {
  it("follow one's own tasks: somebody who needs twice the estimate is believed", () => {
    const record = trackRecordOf(times(40, task(3, 6, 1)), PACE);
    expect(levels(record.effort([5]), 0.5, 0.8, 0.9)).toEqual([10, 10, 10]);
  });

  it('a few tasks only shift the prior', () => {
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

  it('count a task that grew out of all proportion as eight times its estimate', () => {
    const grown = [...times(5, task(2, 2, 1)), task(2, 200, 1)];
    expect(levels(trackRecordOf(grown, PACE).effort([1]), 1)).toEqual([8]);
  });

  it('skip tasks whose hours nobody recorded', () => {
    const known = times(40, task(3, 6, 1));
    const gaps = known.flatMap((one) => [one, task(3, null, 1)]);
    expect(levels(trackRecordOf(gaps, PACE).effort([5, 5]), 0.5, 0.8)).toEqual([20, 20]);
  });
});
