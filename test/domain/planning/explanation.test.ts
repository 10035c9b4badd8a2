import { describe, expect, it } from 'vitest';
import { ahead, request } from '../../support/workload.ts';

describe('an explanation', () => {
  it('shows what was tried, and the numbers behind the date', () => {
    const plan = ahead([request(1, 4, 9), request(2, 4, 31)]);
    const explained = plan.explain(request(3, 8, null));
    expect(explained).toMatchObject({ place: 2, hoursPerDay: 4.8, learntFrom: 0 });
    expect(explained.tried.map(({ work, after }) => [work.commitment.number, after >= 0.8])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(explained.days.map(({ probability }) => probability)).toEqual([0.5, 0.8, 0.9]);
    expect(explained.effort.map(({ hours }) => hours)).toEqual([8, 12, 16]);
    expect(explained.proposal).toEqual(plan.propose(request(3, 8, null)));
  });
});
