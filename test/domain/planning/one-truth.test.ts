import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workload } from '../../../src/domain/planning/context.ts';
import { forecast } from '../../../src/domain/planning/forecast.ts';
import { isSmall, type Planned } from '../../../src/domain/planning/queue.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import { addWorkingMinutes } from '../../../src/domain/time/calendar.ts';
import type { Moment } from '../../../src/domain/time/moment.ts';
import { NOW } from '../../support/situation.ts';
import { anyWorkload, request, withLearnedBuffer } from '../../support/workload.ts';

const anyLearned = anyWorkload.map(withLearnedBuffer);
const anyHours = fc.integer({ min: 1, max: 40 });
const newOne = (hours: number): Planned => request(99, hours, null);

/** The workload once a commitment has an agreed date. */
function agreedOn(workload: Workload, commitment: Planned, due: Moment): Workload {
  const agreed: Planned = { ...commitment, state: 'agreed', due, offer: null };
  return { ...workload, open: [...workload.open.filter(({ uid }) => uid !== commitment.uid), agreed] };
}

/** The chance of each date in the queue. */
function chancesIn(workload: Workload): ReadonlyMap<string, number> {
  const { queue, chanceOf } = forecast(workload);
  return new Map(queue.map((work) => [work.commitment.uid, chanceOf(work)]));
}

describe('what is shown is true when it is acted on', () => {
  it('a date that would save another holds once it is taken, and delays nothing', () => {
    fc.assert(
      fc.property(anyLearned, (workload) => {
        const before = forecast(workload);
        const chances = chancesIn(workload);
        for (const work of before.queue) {
          const risk = before.riskOf(work);
          if (!risk) continue;
          const after = chancesIn(agreedOn(workload, work.commitment, risk.holds));
          expect(after.get(work.commitment.uid)).toBeGreaterThanOrEqual(before.confidenceOf(work));
          for (const [uid, chance] of chances) {
            if (uid !== work.commitment.uid) expect(after.get(uid)).toBeGreaterThanOrEqual(chance);
          }
        }
      }),
    );
  });

  it('the date to offer for a date in danger is the one that would save it', () => {
    fc.assert(
      fc.property(anyLearned, (workload) => {
        const { queue, riskOf, propose } = forecast(workload);
        for (const work of queue) {
          const risk = riskOf(work);
          if (risk) expect(propose({ ...work.commitment, wantedBy: null }).date).toEqual(risk.holds);
        }
      }),
    );
  });

  it('an offer is as sure once it is agreed on as it was said to be, and pushes no other date below its confidence', () => {
    fc.assert(
      fc.property(anyWorkload, anyHours, (workload, hours) => {
        const before = forecast(workload);
        const chances = chancesIn(workload);
        for (const commitment of [newOne(hours), ...workload.open]) {
          const { date, reckoning } = before.propose({ ...commitment, wantedBy: null });
          const after = forecast(agreedOn(workload, commitment, date));
          for (const work of after.queue) {
            const { uid } = work.commitment;
            const chance = after.chanceOf(work);
            if (uid === commitment.uid) expect(chance).toBeCloseTo(reckoning.chance, 12);
            else if (!isSmall(before.workLeft(commitment))) {
              expect(chance).toBeGreaterThanOrEqual(
                Math.min(after.confidenceOf(work), (chances.get(uid) ?? 0) - 1e-9),
              );
            }
          }
        }
      }),
    );
  });

  it('what a date does to others is the difference between before and after', () => {
    const quarters = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(anyWorkload, anyHours, quarters, (workload, hours, ahead) => {
        const date: Moment = {
          at: addWorkingMinutes(workload.calendar, NOW, 15 * ahead),
          zone: 'UTC',
          grain: 'time',
        };
        const before = forecast(workload);
        const chances = chancesIn(workload);
        for (const commitment of [newOne(hours), ...workload.open]) {
          const { chance, slips } = before.judge(commitment, date);
          const after = forecast(agreedOn(workload, commitment, date));
          const slipped = new Set(slips.map((slip) => slip.commitment.uid));
          for (const work of after.queue) {
            const { uid } = work.commitment;
            const is = after.chanceOf(work);
            if (uid === commitment.uid) expect(is).toBeCloseTo(chance, 12);
            // Whatever is not said to slip is sure enough, or no worse than it was.
            else if (!slipped.has(uid)) {
              expect(is).toBeGreaterThanOrEqual(
                Math.min(after.confidenceOf(work), (chances.get(uid) ?? 0) - 1e-9),
              );
            } else {
              expect(is).toBeLessThan(after.confidenceOf(work));
              expect(is).toBeLessThanOrEqual((chances.get(uid) ?? 0) + 1e-9);
            }
          }
        }
      }),
    );
  });

  it('a larger estimate, or more work ahead, never gets an earlier offer', () => {
    const anyMore = fc.record({
      hours: fc.integer({ min: 1, max: 60 }),
      dateIn: fc.integer({ min: -400, max: 4000 }),
    });
    fc.assert(
      fc.property(anyWorkload, anyHours, anyHours, anyMore, (workload, hours, larger, more) => {
        const offered = (given: Workload, estimate: number) =>
          forecast(given).propose({ ...newOne(estimate), wantedBy: null }).date.at;
        const date = offered(workload, hours);
        expect(offered(workload, hours + larger) >= date).toBe(true);
        const due: Moment = {
          at: addWorkingMinutes(workload.calendar, NOW, Math.max(15, 15 * more.dateIn)),
          zone: 'UTC',
          grain: 'time',
        };
        const further = { ...request(98, more.hours, null), state: 'agreed' as const, due };
        expect(offered({ ...workload, open: [...workload.open, further] }, hours) >= date).toBe(true);
        for (const { estimate, uid } of workload.open) {
          if (!estimate) continue;
          const open = workload.open.map((each) =>
            each.uid === uid ? { ...each, estimate: { hours: estimate.hours + more.hours } } : each,
          );
          expect(offered({ ...workload, open }, hours) >= date).toBe(true);
        }
      }),
    );
  });

  it('one date has one chance, whoever asks', () => {
    fc.assert(
      fc.property(anyWorkload, (workload) => {
        const { queue, chanceOf, chanceOfKeeping, judge } = forecast(workload);
        for (const work of queue) {
          const commitment = workload.open.find(({ uid }) => uid === work.commitment.uid) as Commitment;
          const chance = chanceOf(work);
          expect(judge(commitment, work.date).chance).toBeCloseTo(chance, 12);
          if (commitment.due) expect(chanceOfKeeping(commitment)).toBe(chance);
        }
      }),
    );
  });
});
