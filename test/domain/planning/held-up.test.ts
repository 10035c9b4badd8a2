import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workload } from '../../../src/domain/planning/context.ts';
import { forecast } from '../../../src/domain/planning/forecast.ts';
import { heldUpBy, holds } from '../../../src/domain/planning/held-up.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import { addWorkingDays, workingDaysBetween } from '../../../src/domain/time/calendar.ts';
import { dayMeant } from '../../../src/domain/time/day-meant.ts';
import type { Moment } from '../../../src/domain/time/moment.ts';
import { shiftDate } from '../../../src/domain/time/shift-date.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  finished,
  moved,
  offered,
  promised,
} from '../../support/given.ts';
import { CALENDAR, date, march, NOW } from '../../support/situation.ts';
import { ahead, anyWorkload, request } from '../../support/workload.ts';

const SETTLED = '2025-12-01T09:00:00.000Z';

/** Something of theirs that was due so many working days ago, and holds up a commitment. */
function lateBy(days: number, blocks = 'it'): Commitment {
  const due: Moment = { at: addWorkingDays(CALENDAR, NOW, -days), zone: 'UTC', grain: 'time' };
  return { ...commitment(awaited({ due, blocks, at: SETTLED })), uid: 'assets' };
}

const mine = (hours: number, day: number) =>
  commitment(asked({ estimateHours: hours, at: SETTLED }), agreed(date(day), { at: SETTLED }));

const held = (own: Commitment, theirs: Commitment, others: readonly Commitment[] = []) =>
  heldUpBy(own, theirs, NOW, { calendar: CALENDAR, forecast: ahead([own, ...others]) });

describe('a date of mine that waits for something late of theirs', () => {
  it('can still be kept where there is room, and moves by the days lost all the same', () => {
    const own = mine(3, 31);
    const found = held(own, lateBy(2));
    expect(found).toMatchObject({
      ifNow: date(31),
      movesTo: { at: '2026-04-02T17:00:00.000Z', grain: 'day' },
    });
    expect(found && holds(found)).toBe(true);
  });
  it('needs more than the days lost where there is none', () => {
    // Forty hours hold in thirteen working days, which end on the 23rd.
    const found = held(mine(40, 9), lateBy(2));
    expect(found).toMatchObject({ lateness: { workingDays: 2 }, ifNow: date(23), movesTo: date(23) });
    expect(found && holds(found)).toBe(false);
  });
  it('moves by the days lost where the forecast needs fewer', () => {
    const found = held(mine(8, 6), lateBy(4));
    expect(found).toMatchObject({ ifNow: date(9), movesTo: date(12) });
  });
  it('waits for what would come before it at the later date', () => {
    const other = { ...request(2, 24, 10), uid: 'other' };
    const found = held(mine(8, 6), lateBy(3), [other]);
    // Moved to the 11th, it would stand behind the other, and hold only later.
    expect(found?.movesTo && found.movesTo.at > march(11)).toBe(true);
  });
  it('is the one to offer where none is agreed', () => {
    const own = commitment(asked({ estimateHours: 8, at: SETTLED }), offered(date(20), { at: SETTLED }));
    expect(held(own, lateBy(2))).toMatchObject({ ifNow: date(9), movesTo: null });
  });
  it('is shifted where there is no work to plan, and cannot be told once that has passed too', () => {
    const own = commitment(promised({ due: date(4), at: SETTLED }));
    expect(held(own, lateBy(3))).toMatchObject({ ifNow: null, movesTo: date(9) });
    expect(held({ ...own, due: date(2, '09:00') }, lateBy(1))).toMatchObject({ ifNow: null, movesTo: null });
  });
  it('is not held up by what is in time, by what holds up something else, or once it is done', () => {
    expect(held(mine(8, 6), { ...lateBy(2), due: date(9) })).toBeNull();
    expect(held(mine(8, 6), lateBy(2, 'other'))).toBeNull();
    expect(held({ ...mine(8, 6), closedAt: NOW }, lateBy(2))).toBeNull();
    expect(held(mine(8, 6), { ...lateBy(2), kind: 'promise' })).toBeNull();
    expect(held(commitment(awaited({ at: SETTLED })), lateBy(2))).toBeNull();
  });
  it('was known to be late when it was settled: only what was lost since then counts', () => {
    const own = commitment(
      asked({ estimateHours: 8, at: SETTLED }),
      agreed(date(6), { at: SETTLED }),
      moved(date(9), { at: march(3, '12:00') }),
    );
    expect(held(own, lateBy(7))).toMatchObject({ lateness: { workingDays: 2, isPart: true } });
    const came = {
      ...commitment(
        awaited({ due: date(2), blocks: 'it', at: SETTLED }),
        finished('AwaitedReceived', { at: march(3, '11:00') }),
      ),
    };
    expect(held(own, came)).toBeNull();
  });

  const anyHeldUp = fc.tuple(anyWorkload, fc.integer({ min: 0, max: 30 }));

  /** The chance of a commitment once its date is another one, and what it has to be. */
  function afterMove(workload: Workload, own: Commitment, due: Moment) {
    const open = workload.open.map((each) => (each.uid === own.uid ? { ...own, due } : each));
    const after = forecast({ ...workload, open });
    const work = after.queue.find((each) => each.commitment.uid === own.uid);
    return work ? { chance: after.chanceOf(work), confidence: after.confidenceOf(work), after } : null;
  }

  it('holds after the move, as much later as was lost at least, and no other date is less likely', () => {
    fc.assert(
      fc.property(anyHeldUp, ([workload, days]) => {
        const before = forecast(workload);
        const chances = new Map(before.queue.map((work) => [work.commitment.uid, before.chanceOf(work)]));
        for (const planned of workload.open) {
          const own = { ...(planned as Commitment), createdAt: SETTLED, agreement: null };
          const found = heldUpBy(own, lateBy(days, own.uid), NOW, { calendar: CALENDAR, forecast: before });
          if (own.state !== 'agreed' || own.due === null || found === null) continue;
          const { movesTo, ifNow, lateness } = found;
          expect(lateness.workingDays).toBe(days);
          if (movesTo === null || ifNow === null) throw new Error('There is work to plan.');
          expect(movesTo.at >= NOW && movesTo.at >= own.due.at).toBe(true);
          expect(movesTo.at >= shiftDate(own.due, days, CALENDAR).at).toBe(true);
          const [was, is] = [own.due, movesTo].map((each) => dayMeant(each, CALENDAR)) as [number, number];
          expect(workingDaysBetween(CALENDAR, was, is)).toBeGreaterThanOrEqual(days);
          for (const date of [movesTo, ifNow]) {
            const moved = afterMove(workload, own, date);
            expect(moved?.chance).toBeGreaterThanOrEqual(moved?.confidence ?? 1);
            if (own.due.at < NOW) continue;
            for (const work of moved?.after.queue ?? []) {
              const { uid } = work.commitment;
              if (uid !== own.uid)
                expect(moved?.after.chanceOf(work)).toBeGreaterThanOrEqual((chances.get(uid) ?? 0) - 1e-9);
            }
          }
        }
      }),
    );
  });
  it('is the date in danger, and what would save it, as the agenda says it', () => {
    fc.assert(
      fc.property(anyWorkload, (workload) => {
        const plan = forecast(workload);
        for (const work of plan.queue) {
          const risk = plan.riskOf(work);
          if (risk) expect(plan.holdsFrom(work.commitment, work.date)).toEqual(risk.holds);
        }
      }),
    );
  });
  it('is reckoned from what comes before it then', () => {
    fc.assert(
      fc.property(anyWorkload, (workload) => {
        const plan = forecast(workload);
        for (const own of workload.open as readonly Commitment[]) {
          if (own.state !== 'agreed' || own.due === null) continue;
          const date = plan.holdsFrom(own, own.due);
          const reckoning = plan.reckon(own, date);
          const moved = afterMove(workload, own, date);
          expect(reckoning.chance).toBeCloseTo(moved?.chance ?? 0, 12);
          expect(reckoning.confidence).toBe(moved?.confidence);
          const queue = moved?.after.queue ?? [];
          const place = queue.findIndex((work) => work.commitment.uid === own.uid);
          const ahead = queue.slice(0, place).map((work) => work.commitment.uid);
          expect(ahead).toEqual(expect.arrayContaining([...reckoning.ahead]));
        }
      }),
    );
  });
});
