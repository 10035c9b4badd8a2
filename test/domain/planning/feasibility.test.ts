import { describe, expect, it } from 'vitest';
import { commitment, promised } from '../../support/given.ts';
import { date } from '../../support/situation.ts';
import { ahead, day, request } from '../../support/workload.ts';

describe('a given date', () => {
  it('fits if it can be kept and endangers no other', () => {
    const verdict = ahead([request(1, 4, 31)]).judge(request(2, 8, null), date(27));
    expect(verdict).toMatchObject({ fits: true, slips: [] });
  });
  it('does not fit if the work is not done by then', () => {
    const verdict = ahead([]).judge(request(1, 24, null), date(6));
    expect(verdict).toMatchObject({ fits: false, slips: [] });
    // Two days have sixteen hours, even if nothing else is done.
    expect(verdict.chance).toBe(0);
  });
  it('does not fit if others would slip: which, and to when', () => {
    const open = [request(1, 24, 16), request(2, 4, 31)];
    const { fits, slips } = ahead(open).judge(request(3, 8, null), date(12));
    expect(fits).toBe(false);
    expect(
      slips.map(({ commitment: { number }, date: due, holds }) => [number, day(due), day(holds)]),
    ).toEqual([[1, 16, 18]]);
  });
  it('always fits for work that needs no planning', () => {
    expect(ahead([]).judge(commitment(promised()), date(5))).toEqual({
      chance: 1,
      slips: [],
      isSure: true,
      fits: true,
    });
  });
});
