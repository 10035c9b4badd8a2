import { describe, expect, it } from 'vitest';
import { localDay } from '../../../src/domain/time/calendar.ts';
import { CALENDAR, march, NOW } from '../../support/situation.ts';
import { ahead, request } from '../../support/workload.ts';

describe('the load by day', () => {
  it('fills the days ahead, one after the other', () => {
    const last = localDay(CALENDAR, march(31));
    const load = ahead([request(1, 8, 6), request(2, 4, 31)]).loadByDay(last);
    expect(
      [...load].map(([each, hours]) => [each - localDay(CALENDAR, NOW), Math.round(10 * hours) / 10]),
    ).toEqual([
      [0, 4.8],
      [1, 4.8],
      [4, 2.4],
    ]);
    expect(ahead([]).loadByDay(last).size).toBe(0);
    expect(ahead([request(1, 8, 6)]).loadByDay(localDay(CALENDAR, NOW)).size).toBe(1);
  });
});
