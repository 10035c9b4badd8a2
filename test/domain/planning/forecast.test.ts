import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workload } from '../../../src/domain/planning/context.ts';
import type { Forecast } from '../../../src/domain/planning/forecast.ts';
import type { QueuedWork } from '../../../src/domain/planning/queue.ts';
import type { FinishedWork } from '../../../src/domain/planning/work-history.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { addWorkingMinutes, localDay } from '../../../src/domain/time/calendar.ts';
import type { Moment } from '../../../src/domain/time/moment.ts';
import { agreed, asked, awaited, commitment, offered, promised, spent } from '../../support/given.ts';
import { CALENDAR, date, FOCUS, forecastAt, march, NOW, RULES } from '../../support/situation.ts';

/** A request with an estimate, agreed on a day of March; without a day nothing is said about the date yet. */
function request(
  number: number,
  estimateHours: number | null,
  due: number | null,
  client = 'joe',
): Commitment {
  const events = [
    asked({ client, ...(estimateHours !== null && { estimateHours }) }),
    ...(due === null ? [] : [agreed(date(due), { inWriting: true })]),
  ];
  return { ...commitment(...events), uid: `r${number}`, number };
}

/** The present is Thursday 5 March, 9:00; a working day has 8 hours, of which 4.8 go to commitments. */
const ahead = (open: readonly Commitment[], given: Partial<Workload> = {}): Forecast =>
  forecastAt(NOW, open, given);

const day = (moment: Moment) => Number(moment.at.slice(8, 10));

/** Somebody who finished a two-hour task each working day of February, as estimated. */
const STEADY: readonly FinishedWork[] = Array.from({ length: 20 }, (_, index) => ({
  client: index % 2 === 0 ? 'joe' : 'acme',
  estimateHours: 2,
  spentHours: index % 2 === 0 ? 2 : 6,
  createdAt: '2026-01-05T09:00:00.000Z',
  closedAt: addWorkingMinutes(CALENDAR, '2026-01-30T12:00:00.000Z', 480 * (index + 1)),
}));

describe('what is left of a commitment', () => {
  const left = (...events: readonly CommitmentEvent[]) => ahead([]).workLeft(commitment(...events));

  it('is its estimate without what was spent', () => {
    expect(left(asked({ estimateHours: 10 }))).toEqual({ hours: 10 });
    expect(left(asked({ estimateHours: 10 }), spent(4))).toEqual({ hours: 6 });
  });
  it('is at least a tenth of the estimate once it was started', () => {
    expect(left(asked({ estimateHours: 10 }), spent(9.5)).hours).toBe(1);
    expect(left(asked({ estimateHours: 10 }), spent(30)).hours).toBe(1);
  });
  it('of a request that nobody estimated is what such requests took', () => {
    const unknown = commitment(asked());
    expect(ahead([]).workLeft(unknown)).toEqual({ hours: 4, assumedFrom: 'setting' });
    expect(ahead([], { finished: STEADY }).workLeft(unknown)).toEqual({ hours: 2, assumedFrom: 'client' });
    const stranger = commitment(asked({ client: 'globex' }));
    expect(ahead([], { finished: STEADY }).workLeft(stranger)).toEqual({ hours: 4, assumedFrom: 'all' });
  });
  it('of a promise that nobody estimated is nothing to plan, and so is what they owe me', () => {
    expect(left(promised())).toEqual({ hours: 0 });
    expect(left(promised({ estimateHours: 3 }))).toEqual({ hours: 3 });
    expect(left(awaited())).toEqual({ hours: 0 });
  });
});

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
});

describe('a proposal', () => {
  it('for the only work is the date by which it is as sure as it has to be', () => {
    const { date: found, target, reckoning } = ahead([]).propose(request(1, 24, null));
    expect(found).toEqual({ at: march(16), zone: 'UTC', grain: 'day' });
    expect(target).toEqual({ at: march(11), zone: 'UTC', grain: 'day' });
    expect(reckoning).toMatchObject({ ahead: [], hoursAhead: 0, hours: 24, confidence: 0.8, learntFrom: 0 });
    expect(reckoning.chance).toBeGreaterThanOrEqual(0.8);
  });
  it('on its own day has a target on that day, to the quarter of an hour', () => {
    const { date: found, target } = ahead([]).propose(request(1, 1, null));
    expect(found.at).toBe(march(5));
    expect(target).toEqual({ at: march(5, '10:45'), zone: 'UTC', grain: 'time' });
  });
  it('comes before what can wait, and after what can not', () => {
    const near = request(1, 4, 9);
    const far = request(2, 4, 31);
    const { reckoning } = ahead([near, far]).propose(request(3, 8, null));
    expect(reckoning).toMatchObject({ ahead: ['r1'], hoursAhead: 4 });
    expect(ahead([far]).propose(request(3, 8, null)).reckoning.ahead).toEqual([]);
  });
  it('comes after what is late, and after what is due before it', () => {
    const late = request(1, 4, 4);
    const tight = request(2, 24, 6);
    expect(ahead([late]).propose(request(3, 8, null)).reckoning.ahead).toEqual(['r1']);
    expect(ahead([late, tight]).propose(request(3, 8, null)).reckoning.ahead).toEqual(['r1', 'r2']);
  });
  it('does not wait for a date that is lost anyway: that one has to be negotiated', () => {
    const lost = request(1, 80, 13);
    const small = ahead([lost]).propose(request(2, 2, null));
    expect(small.reckoning.ahead).toEqual([]);
    expect(small.date.at).toBe(march(5));
  });
  it('with a fixed buffer is not earlier than a date that it must not endanger', () => {
    const rules = { ...RULES, buffer: { share: 0.01 } };
    const first = request(1, 11, 10);
    const plan = ahead([first], { planningSettingsOf: () => rules });
    const { date: found, reckoning } = plan.propose(request(2, 3, null));
    expect(reckoning.ahead).toEqual(['r1']);
    expect(found.at).toBe(march(10));
  });
  it('of one that is agreed is not the wish that came before', () => {
    const mine = { ...request(1, 24, 6), wantedBy: date(27) };
    expect(day(ahead([mine]).propose(mine).date)).toBe(16);
  });
  it('leaves out of the queue what it is for', () => {
    const mine = request(1, 8, 6);
    expect(ahead([mine, request(2, 2, 5)]).propose(mine).reckoning.ahead).toEqual(['r2']);
  });
  it('is the date that they would like, where it holds anyway', () => {
    const wish = (wanted: number) => ({ ...request(1, 24, null), wantedBy: date(wanted) });
    expect(ahead([]).propose(wish(27))).toMatchObject({ date: date(27), reckoning: { isWish: true } });
    expect(day(ahead([]).propose(wish(6)).date)).toBe(16);
    // What is due before it comes first, and the chance is that of the wish.
    const { reckoning } = ahead([request(2, 8, 26)]).propose(wish(27));
    expect(reckoning).toMatchObject({ ahead: ['r2'], hoursAhead: 8, isWish: true });
    expect(reckoning.chance).toBe(ahead([request(2, 8, 26)]).judge(wish(27), date(27)).chance);
  });
  it('passes over days off', () => {
    const off = new Map([6, 9, 10].map((each) => [localDay(CALENDAR, march(each)), AWAY]));
    const { date: found } = ahead([], { calendar: { ...CALENDAR, daysOff: off } }).propose(
      request(1, 24, null),
    );
    expect(day(found)).toBe(19);
  });
  it('goes by the settings', () => {
    const found = (rules: Partial<typeof RULES>, focus = FOCUS) => {
      const planningSettingsOf = () => ({ ...RULES, ...rules });
      const { target, date: last } = ahead([], { planningSettingsOf, focus }).propose(request(1, 24, null));
      return [day(target), day(last)];
    };
    expect(found({ confidence: 0.5 })).toEqual([11, 11]);
    expect(found({ confidence: 0.9 })).toEqual([11, 18]);
    expect(found({ buffer: { share: 0.2 } })).toEqual([11, 12]);
    expect(found({ buffer: { duration: { workingDays: 3 } } })).toEqual([11, 16]);
    expect(found({}, 0.3)).toEqual([18, 25]);
  });
  it('goes by those of its client, where they have some of their own', () => {
    const planningSettingsOf = (client: string | null) =>
      client === 'joe' ? { ...RULES, confidence: 0.95 } : RULES;
    const proposed = (client: string) =>
      ahead([], { planningSettingsOf }).propose({ ...request(1, 24, null), client }).reckoning.confidence;
    expect(proposed('joe')).toBe(0.95);
    expect(proposed('acme')).toBe(0.8);
    // What would be sure enough for others is in danger for them.
    const settled = (client: string) => ahead([{ ...request(1, 24, 17), client }], { planningSettingsOf });
    const riskOf = (client: string) => {
      const plan = settled(client);
      const [work] = plan.queue;
      return work && plan.riskOf(work);
    };
    expect(riskOf('acme')).toBeNull();
    expect(riskOf('joe')).not.toBeNull();
  });
  it('is learnt from elapsed days, and not from effort divided by hours', () => {
    // Two hours a day were finished, so three tasks of two hours take three days, and not one and a bit.
    const open = [request(1, 2, 27), request(2, 2, 27)];
    const { date: found } = ahead(open, { finished: STEADY }).propose(request(3, 2, null));
    expect(day(found)).toBeGreaterThanOrEqual(5);
    const behind = ahead([request(1, 2, 5), request(2, 2, 5)], { finished: STEADY }).propose(
      request(3, 2, null),
    );
    expect(behind.reckoning.ahead).toEqual(['r1', 'r2']);
    expect([9, 10]).toContain(day(behind.date));
  });
  it('is the same for the same workload', () => {
    const open = [request(1, 4, 9), request(2, 24, 31)];
    const once = ahead(open, { finished: STEADY }).propose(request(3, 8, null));
    expect(ahead([...open].reverse(), { finished: STEADY }).propose(request(3, 8, null))).toEqual(once);
  });
  it('lies ahead, is as sure as it has to be, and lets no other date become too uncertain', () => {
    const work = fc.record({ hours: fc.integer({ min: 1, max: 40 }), due: fc.integer({ min: 3, max: 31 }) });
    fc.assert(
      fc.property(fc.array(work, { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (works, hours) => {
        const open = works.map(({ hours: each, due }, index) => request(index + 1, each, due));
        const mine = request(99, hours, null);
        const before = ahead(open);
        const { date: found, target, reckoning } = before.propose(mine);
        expect(found.at > NOW && target.at <= found.at).toBe(true);
        expect(reckoning.chance).toBeGreaterThanOrEqual(RULES.confidence);
        // Given at once, the date leaves every date behind it as sure as it has to be.
        const given = { ...mine, ...request(99, hours, 31), due: found };
        const after = ahead([...open, { ...given, due: { ...found, at: march(2) } }]);
        for (const other of before.queue.slice(reckoning.ahead.length)) {
          const was = before.chanceOf(other);
          // What is lost holds up nothing.
          if (was <= 0.5) continue;
          const delayed = after.queue.find((each) => each.commitment.uid === other.commitment.uid);
          expect(delayed && after.chanceOf(delayed)).toBeGreaterThanOrEqual(Math.min(was, RULES.confidence));
        }
        // What is due by the date comes before it.
        const first = new Set(reckoning.ahead);
        for (const other of before.queue) {
          if (other.date.at <= found.at) expect(first.has(other.commitment.uid)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const AWAY = { kind: 'away', name: null } as const;

describe('a date that somebody names', () => {
  it('fits where it can be kept and endangers no other', () => {
    const verdict = ahead([request(1, 4, 31)]).judge(request(2, 8, null), date(27));
    expect(verdict).toMatchObject({ fits: true, slips: [] });
  });
  it('does not fit where the work is not done by then', () => {
    const verdict = ahead([]).judge(request(1, 24, null), date(6));
    expect(verdict).toMatchObject({ fits: false, slips: [] });
    // Two days have sixteen hours, whatever else is left undone.
    expect(verdict.chance).toBe(0);
  });
  it('does not fit where others would slip: which, and to when', () => {
    const open = [request(1, 24, 16), request(2, 4, 31)];
    const { fits, slips } = ahead(open).judge(request(3, 8, null), date(12));
    expect(fits).toBe(false);
    expect(
      slips.map(({ commitment: { number }, date: due, holds }) => [number, day(due), day(holds)]),
    ).toEqual([[1, 16, 18]]);
  });
  it('of work that needs no planning fits always', () => {
    expect(ahead([]).judge(commitment(promised()), date(5))).toEqual({ chance: 1, slips: [], fits: true });
  });
});

describe('the target for a date that was settled', () => {
  const target = (hours: number | null, due: Moment) => ahead([]).targetFor(request(1, hours, null), due);
  it('is earlier by the buffer of its own work', () => {
    // 24 hours: likely after 5 days, sure after 7.5, so the buffer has two and a half days.
    expect(target(24, date(27))).toEqual({ at: march(25), zone: 'UTC', grain: 'day' });
  });
  it('leaves time for the work itself, where there is no room for the buffer', () => {
    expect(target(24, date(12))).toMatchObject({ at: march(11) });
    expect(target(24, date(6))).toEqual({ at: march(6), zone: 'UTC', grain: 'day' });
  });
  it('is never later than the date, also of one that has passed', () => {
    expect(target(24, date(4))).toMatchObject({ at: march(4) });
    expect(target(1, date(5, '09:10'))).toMatchObject({ at: march(5, '09:10') });
  });
  it('is none where there is no work', () => {
    expect(ahead([]).targetFor(commitment(promised()), date(9))).toBeNull();
  });
});

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

describe('an explanation', () => {
  it('shows what was tried, and the numbers behind the date', () => {
    const plan = ahead([request(1, 4, 9), request(2, 4, 31)]);
    const explained = plan.explain(request(3, 8, null));
    expect(explained).toMatchObject({ place: 2, hoursPerDay: 4.8, learntFrom: 0 });
    expect(explained.tried.map(({ work, after }) => [work.commitment.number, after >= 0.8])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(explained.days.map(({ probability }) => probability)).toEqual([0.5, 0.8, 0.9]);
    expect(explained.effort.map(({ hours }) => hours)).toEqual([8, 12, 16]);
    expect(explained.proposal).toEqual(plan.propose(request(3, 8, null)));
  });
});
