import { describe, expect, it } from 'vitest';
import type { QueuedWork } from '../../../src/domain/planning/queue.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import { asked, commitment, offered } from '../../support/given.ts';
import { date } from '../../support/situation.ts';
import { ahead, request } from '../../support/workload.ts';

describe('a date in danger', () => {
  const riskOf = (open: readonly Commitment[], number: number) => {
    const plan = ahead(open);
    const work = plan.queue.find(({ commitment: each }) => each.number === number) as QueuedWork;
    return plan.riskOf(work);
  };
  it('says how likely it is, and which day would hold', () => {
    // Until Friday evening there are two days: 9.6 hours of work, or 6.4 with the usual spread.
    const risk = riskOf([request(1, 8, 6)], 1);
    expect(risk).toMatchObject({ holds: date(9) });
    expect(risk?.chance).toBeCloseTo(0.6);
  });
  it('is in danger because of the work before it', () => {
    expect(riskOf([request(1, 3, 5), request(2, 6, 6)], 2)).toMatchObject({ holds: date(9) });
    expect(riskOf([request(2, 6, 6)], 2)).toBeNull();
  });
  it('waits for what would come before it at the later date', () => {
    const open = [request(1, 24, 10), request(2, 8, 11)];
    // Alone, 24 hours hold until 16 March; the eight hours due on the 11th would be done before that.
    expect(riskOf([request(1, 24, 10)], 1)).toMatchObject({ holds: date(16) });
    const risk = riskOf(open, 1);
    expect(risk).toMatchObject({ holds: date(18) });
    const moved = ahead(
      open.map((each) => (each.number === 1 ? { ...each, due: risk?.holds ?? null } : each)),
    );
    expect(moved.queue.map((work) => moved.chanceOf(work) >= 0.8)).toEqual([true, true]);
  });
  it('is not reported once it has passed, for work without an estimate, or for an offer', () => {
    expect(riskOf([request(1, 8, 4)], 1)).toBeNull();
    expect(riskOf([request(1, null, 5)], 1)).toBeNull();
    const offer = commitment(asked({ estimateHours: 40 }), offered(date(6)));
    expect(riskOf([{ ...offer, number: 1 }], 1)).toBeNull();
  });
});
