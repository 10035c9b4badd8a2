import { describe, expect, it } from 'vitest';
import { date, march } from '../../support/situation.ts';
import { ahead, request } from '../../support/workload.ts';

describe('the work in order', () => {
  it('goes by target, with the hours that are free until then', () => {
    const first = { ...request(1, 4, 6), target: date(6, '13:00') };
    const second = { ...request(2, 2, 6), target: date(5, '13:00') };
    const third = { ...request(3, 8, 13), target: null };
    const items = ahead([first, second, third]).workInOrder();
    expect(
      items.map(({ commitment: { number }, target, hoursFree }) => [
        number,
        target.at,
        Math.round(10 * hoursFree) / 10,
      ]),
    ).toEqual([
      // Half a day has 2.4 hours, a day and a half 7.2, seven days 33.6.
      [2, march(5, '13:00'), 0.4],
      [1, march(6, '13:00'), 1.2],
      [3, march(13), 19.6],
    ]);
  });
});
