import { describe, expect, it } from 'vitest';
import { localDay } from '../../../src/domain/time/calendar.ts';
import { CALENDAR, date, FOCUS, march, RULES } from '../../support/situation.ts';
import { AWAY, ahead, day, request, STEADY } from '../../support/workload.ts';

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
  it('comes before what can wait, and after what cannot', () => {
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
  it('waits for a date that is lost, because it is promised until it is moved', () => {
    const lost = request(1, 80, 13);
    const { reckoning } = ahead([lost]).propose(request(2, 3, null));
    expect(reckoning.ahead).toEqual(['r1']);
  });
  it('for small work comes in between, whatever stands ahead', () => {
    for (const promised of [request(1, 80, 13), request(1, 80, 4)]) {
      const { date: found, reckoning } = ahead([promised]).propose(request(2, 2, null));
      expect([found.at, reckoning.ahead, reckoning.hoursAhead]).toEqual([march(5), [], 0]);
    }
  });
  it('with a fixed buffer is not earlier than a date that it must not endanger', () => {
    const rules = { ...RULES, buffer: { share: 0.01 } };
    const first = request(1, 11, 10);
    const plan = ahead([first], { planningSettingsOf: () => rules });
    const { date: found, reckoning } = plan.propose(request(2, 3, null));
    expect(reckoning.ahead).toEqual(['r1']);
    expect(found.at).toBe(march(10));
  });
  it('for an agreed request is not the date wanted before', () => {
    const mine = { ...request(1, 24, 6), wantedBy: date(27) };
    expect(day(ahead([mine]).propose(mine).date)).toBe(16);
  });
  it('leaves its own commitment out of the queue', () => {
    const mine = request(1, 8, 6);
    expect(ahead([mine, request(2, 3, 5)]).propose(mine).reckoning.ahead).toEqual(['r2']);
  });
  it('is the date that they would like, if it holds anyway', () => {
    const wish = (wanted: number) => ({ ...request(1, 24, null), wantedBy: date(wanted) });
    expect(ahead([]).propose(wish(27))).toMatchObject({ date: date(27), reckoning: { isWish: true } });
    expect(day(ahead([]).propose(wish(6)).date)).toBe(16);
    // Work that is due before it comes first, and the chance is that of the date they want.
    const { reckoning } = ahead([request(2, 8, 26)]).propose(wish(27));
    expect(reckoning).toMatchObject({ ahead: ['r2'], hoursAhead: 8, isWish: true });
    expect(reckoning.chance).toBe(ahead([request(2, 8, 26)]).judge(wish(27), date(27)).chance);
  });
  it('skips days off', () => {
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
  it('goes by the settings of its client, if they have their own', () => {
    const planningSettingsOf = (client: string | null) =>
      client === 'joe' ? { ...RULES, confidence: 0.95 } : RULES;
    const proposed = (client: string) =>
      ahead([], { planningSettingsOf }).propose({ ...request(1, 24, null), client }).reckoning.confidence;
    expect(proposed('joe')).toBe(0.95);
    expect(proposed('acme')).toBe(0.8);
    // A chance that is high enough for other clients is too low for this one.
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
    // Two hours a day were finished, so three tasks of two hours take three days, not just over one.
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
});
