import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast } from '../../../src/domain/planning/forecast.ts';
import {
  neededFor,
  placeFor,
  type QueuedWork,
  queuedAmong,
  queueWithout,
} from '../../../src/domain/planning/queue.ts';
import { asked, commitment, offered, promised } from '../../support/given.ts';
import { date, march } from '../../support/situation.ts';
import { ahead, anyWorkload, request } from '../../support/workload.ts';

describe('the queue', () => {
  it('is the agreed work and the offers that can still be taken, by date', () => {
    const offer = { ...commitment(asked({ estimateHours: 1 }), offered(date(6))), uid: 'o', number: 7 };
    const stale = { ...commitment(asked({ estimateHours: 1 }), offered(date(4))), uid: 's', number: 8 };
    const promise = { ...commitment(promised({ estimateHours: 2, due: date(5) })), uid: 'p', number: 9 };
    const open = [request(1, 8, 13), request(2, 4, null), offer, stale, promise, commitment(promised())];
    const { queue } = ahead(open);
    expect(
      queue.map(({ commitment: { number }, hours, hoursThrough }) => [number, hours, hoursThrough]),
    ).toEqual([
      [9, 2, 2],
      [7, 1, 3],
      [1, 8, 11],
    ]);
  });
  it('without a record is done by the usual spread of estimates', () => {
    const plan = ahead([request(1, 24, 13)]);
    const [work] = plan.queue as [QueuedWork];
    // 24 hours are five days of 4.8 hours; 10 ratios from 0.4 to 3, the eighth of which is 1.5.
    expect(plan.finishedBy(work, 0.5)).toBe(march(11));
    expect(plan.daysUntil(plan.finishedBy(work, 0.8))).toBeCloseTo(7.5);
    // Friday in a week is the seventh working day: up to a ratio of 1.25 it holds.
    expect(plan.chanceOf(work)).toBeCloseTo(0.7);
  });
  it('without one of its commitments is as if that one were not open', () => {
    fc.assert(
      fc.property(anyWorkload, fc.nat(), (workload, which) => {
        const { open } = workload;
        const [left] = open.slice(open.length === 0 ? 0 : which % open.length);
        if (left === undefined) return;
        const others = forecast({ ...workload, open: open.filter((each) => each !== left) });
        expect(queueWithout(forecast(workload).queue, left)).toEqual(others.queue);
      }),
    );
  });
  it('takes work in by its date, and by its number where the dates are the same', () => {
    fc.assert(
      fc.property(anyWorkload, fc.nat(), (workload, which) => {
        const { queue } = forecast(workload);
        const taken = queue[which % (queue.length || 1)];
        if (taken === undefined) return;
        const others = queueWithout(queue, taken.commitment);
        const { commitment, date, hours, isLate, assumedFrom } = taken;
        const work = { commitment, date, hours, isLate, ...(assumedFrom && { assumedFrom }) };
        expect(queuedAmong(others, work)).toEqual(taken);
        expect(placeFor(others, date.at, commitment)).toBe(taken.place - 1);
      }),
    );
  });
  it('lets small work pass what is late', () => {
    const { queue } = ahead([request(1, 20, 4), request(2, 1, 4), request(3, 2, 6), request(4, 3, 6)]);
    expect(queue.map((work) => [work.commitment.number, neededFor(work).hoursThrough])).toEqual([
      [1, 20],
      [2, 21],
      [3, 2],
      [4, 26],
    ]);
  });
});
