import { describe, expect, it } from 'vitest';
import { asked, commitment, offered } from '../../support/given.ts';
import { date, march } from '../../support/situation.ts';
import { ahead, request } from '../../support/workload.ts';

describe('the work in order', () => {
  it('is the queue, with the target of each and the hours that are free until then', () => {
    const first = { ...request(1, 4, 6), target: date(6, '13:00') };
    const second = { ...request(2, 3, 9), target: date(5, '13:00') };
    const third = { ...request(3, 8, 13), target: null };
    const items = ahead([third, second, first]).workInOrder();
    expect(
      items.map(({ work: { commitment }, target, hoursFree }) => [
        commitment.number,
        target.at,
        Math.round(10 * hoursFree) / 10,
      ]),
    ).toEqual([
      // Half a day has 2.4 hours, a day and a half 7.2, seven days 33.6.
      [1, march(6, '13:00'), 3.2],
      [2, march(5, '13:00'), -4.6],
      [3, march(13), 18.6],
    ]);
  });
  it('holds the place of an offer, with its hours', () => {
    const offer = { ...commitment(asked({ estimateHours: 3 }), offered(date(6))), uid: 'o', number: 7 };
    const items = ahead([request(1, 4, 9), offer]).workInOrder();
    expect(items.map(({ work }) => work.commitment.number)).toEqual([7, 1]);
  });
});

describe('more work than fits', () => {
  it('is said with the hours that are missing at the worst date', () => {
    // Friday evening has 9.6 hours, the Friday after 33.6.
    const open = [request(1, 10, 6), request(2, 30, 13), request(3, 1, 31)];
    const overload = ahead(open).overload();
    expect(overload?.until).toEqual(date(13));
    expect(overload?.hours).toBeCloseTo(6.4, 6);
  });
  it('is none if every date leaves enough hours', () => {
    expect(ahead([request(1, 9, 6), request(2, 20, 13)]).overload()).toBeNull();
  });
});
