import { describe, expect, it } from 'vitest';
import {
  type FinishedWork,
  finishedTasks,
  openWorkSince,
} from '../../../src/domain/planning/work-history.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import { asked, awaited, commitment } from '../../support/given.ts';
import { CALENDAR, march } from '../../support/situation.ts';

/** Two hours of work as estimated, asked for long before unless it is said otherwise. */
function work(closedAt: string, fields: Partial<FinishedWork> = {}): FinishedWork {
  return { client: 'joe', estimateHours: 2, spentHours: 2, createdAt: march(1), closedAt, ...fields };
}

const elapsed = (finished: readonly FinishedWork[], open: readonly Commitment[] = []) =>
  finishedTasks(finished, openWorkSince(open), CALENDAR).map(({ elapsedDays }) => elapsedDays);

describe('the working days from one finish to the next', () => {
  it('are not known for the first, and count working hours only', () => {
    // Monday 2 March 13:00, Tuesday 13:00, Friday 17:00, Monday 13:00.
    expect(
      elapsed([work(march(2, '13:00')), work(march(3, '13:00')), work(march(6)), work(march(9, '13:00'))]),
    ).toEqual([null, 1, 3.5, 0.5]);
  });
  it('skip days away', () => {
    const away = new Map([
      [Math.floor(Date.parse(march(3)) / 86_400_000), { kind: 'away', name: null }],
    ] as const);
    const finished = [work(march(2, '13:00')), work(march(4, '13:00'))];
    expect(finishedTasks(finished, null, { ...CALENDAR, daysOff: away })[1]?.elapsedDays).toBe(1);
  });
  it('leave out the time in which there was nothing to do', () => {
    const later = work(march(6), { createdAt: march(6, '13:00') });
    expect(elapsed([work(march(2)), later])).toEqual([null, 0.5]);
    // While something else was open there was work to do: it was finished later, or is still open.
    expect(elapsed([work(march(2)), later, work(march(9))])[1]).toBe(4);
    expect(elapsed([work(march(2)), later], [commitment(asked({ at: march(1) }))])[1]).toBe(4);
    // What they owe me is not work of mine.
    expect(elapsed([work(march(2)), later], [commitment(awaited({ at: march(1) }))])[1]).toBe(0.5);
  });
  it('are zero for what was finished at once', () => {
    expect(elapsed([work(march(2)), work(march(2))])).toEqual([null, 0]);
  });
});

describe('the effort of finished work', () => {
  const effort = (fields: Partial<FinishedWork>) =>
    finishedTasks([work(march(2), fields)], null, CALENDAR).map(({ estimateHours, actualHours }) => [
      estimateHours,
      actualHours,
    ]);
  it('is compared with its estimate, if both are known', () => {
    expect(effort({ estimateHours: 2, spentHours: 3 })).toEqual([[2, 3]]);
    expect(effort({ estimateHours: 2, spentHours: 0 })).toEqual([[2, null]]);
  });
  it('without an estimate says how large it was, and nothing about estimates', () => {
    expect(effort({ estimateHours: null, spentHours: 3 })).toEqual([[3, null]]);
  });
  it('with neither is not counted', () => {
    expect(effort({ estimateHours: null, spentHours: 0 })).toEqual([]);
  });
});
