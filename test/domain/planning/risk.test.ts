import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../../src/domain/planning/chance.ts';
import { planningContext } from '../../../src/domain/planning/context.ts';
import type { QueuedWork } from '../../../src/domain/planning/queue.ts';
import { riskOf as riskIn } from '../../../src/domain/planning/risk.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import { asked, commitment, offered } from '../../support/given.ts';
import { date } from '../../support/situation.ts';
import { ahead, anyWorkload, request } from '../../support/workload.ts';

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
  it('is in danger because of the work before it', () => {
    expect(riskOf([request(1, 2, 5), request(2, 6, 6)], 2)).toMatchObject({ hoursTooMuch: 2 });
    expect(riskOf([request(2, 6, 6)], 2)).toBeNull();
  });
  it('is not reported once it has passed, for work without an estimate, or for an offer', () => {
    expect(riskOf([request(1, 8, 4)], 1)).toBeNull();
    expect(riskOf([request(1, null, 5)], 1)).toBeNull();
    const offer = commitment(asked({ estimateHours: 40 }), offered(date(6)));
    expect(riskOf([{ ...offer, number: 1 }], 1)).toBeNull();
  });
  it('is saved by that many hours less, but not by fewer: to the hour, or a fiftieth of the work', () => {
    fc.assert(
      fc.property(anyWorkload, (workload) => {
        const context = planningContext(workload);
        for (const work of context.queue) {
          const risk = riskIn(context, work);
          if (risk === null) continue;
          const chanceWith = (less: number) =>
            context.trackRecord
              .elapsed(work.place, work.hoursThrough - less)
              .chance(context.days.until(work.date.at));
          const holdsWith = (less: number) => chanceWith(less) >= confidenceOf(context, work);
          expect(risk.chance).toBe(chanceWith(0));
          const most = Math.floor(work.hoursThrough);
          const { hoursTooMuch } = risk;
          if (hoursTooMuch === null) {
            expect(most >= 1 && holdsWith(most)).toBe(false);
          } else {
            expect(holdsWith(hoursTooMuch)).toBe(true);
            expect(holdsWith(hoursTooMuch - Math.max(1, most / 50))).toBe(false);
          }
        }
      }),
    );
  });
});
