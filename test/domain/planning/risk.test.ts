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
  it('says how likely it is, when it would hold, and how much work is too much', () => {
    // Until Friday evening there are two days: 9.6 hours of work, or 6.4 with the usual spread.
    const risk = riskOf([request(1, 8, 6)], 1);
    expect(risk).toMatchObject({ hoursTooMuch: 2, holds: date(9) });
    expect(risk?.chance).toBeCloseTo(0.6);
  });
  it('is one because of the work before it', () => {
    expect(riskOf([request(1, 2, 5), request(2, 6, 6)], 2)).toMatchObject({ hoursTooMuch: 2 });
    expect(riskOf([request(2, 6, 6)], 2)).toBeNull();
  });
  it('is none any more once it has passed, nor for work that nobody has estimated, nor for an offer', () => {
    expect(riskOf([request(1, 8, 4)], 1)).toBeNull();
    expect(riskOf([request(1, null, 5)], 1)).toBeNull();
    const offer = commitment(asked({ estimateHours: 40 }), offered(date(6)));
    expect(riskOf([{ ...offer, number: 1 }], 1)).toBeNull();
  });
});
