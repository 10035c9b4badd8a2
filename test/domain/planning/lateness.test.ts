import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latenessOf, sayLost } from '../../../src/domain/planning/lateness.ts';
import type { MissedDate } from '../../../src/domain/streams/commitment.ts';
import { type DayOff, localDay, workingDaysBetween } from '../../../src/domain/time/calendar.ts';
import { type Instant, instant, type Moment } from '../../../src/domain/time/moment.ts';
import { anyInstant } from '../../support/arbitrary.ts';
import { anyCalendar } from '../../support/calendars.ts';
import { awaited, commitment, dropped, finished, moved } from '../../support/given.ts';
import { CALENDAR, date, march } from '../../support/situation.ts';
import { AWAY } from '../../support/workload.ts';

const lost = (at: Instant, calendar = CALENDAR, due = date(2)) =>
  latenessOf(commitment(awaited({ due, at: march(1) })), at, calendar)?.workingDays;

describe('the working days that something of theirs is late', () => {
  it('are none before its date has passed', () => {
    expect(lost(march(2, '16:59'))).toBeUndefined();
    expect(lost(march(2))).toBeUndefined();
  });
  it('are counted as people count them: what was due on Monday is one day late on Tuesday, and nine on the second Friday', () => {
    expect(lost(march(2, '18:00'))).toBe(0);
    expect(lost(march(3, '09:00'))).toBe(1);
    expect(lost(march(3, '23:00'))).toBe(1);
    expect(lost(march(13, '10:00'))).toBe(9);
  });
  it('leave out weekends, holidays and days away', () => {
    expect(lost(march(8), CALENDAR, date(6))).toBe(0);
    const daysOff = new Map<number, DayOff>([
      [localDay(CALENDAR, march(5)), AWAY],
      [localDay(CALENDAR, march(10)), { kind: 'holiday', name: 'Founders' }],
    ]);
    expect(lost(march(13, '10:00'), { ...CALENDAR, daysOff })).toBe(7);
  });
  it('go on until it comes, and are kept then', () => {
    const came = commitment(
      awaited({ due: date(2), at: march(1) }),
      finished('AwaitedReceived', { at: march(13) }),
    );
    expect(latenessOf(came, march(31), CALENDAR)).toEqual({
      missed: [date(2)],
      workingDays: 9,
      until: march(13),
      isPart: false,
    });
    // As it was seen before that.
    expect(latenessOf(came, march(4), CALENDAR)).toMatchObject({ workingDays: 2, until: null });
    const inTime = commitment(
      awaited({ due: date(2), at: march(1) }),
      finished('AwaitedReceived', { at: march(2, '12:00') }),
    );
    expect(latenessOf(inTime, march(31), CALENDAR)).toBeNull();
  });
  it('end when it is given up', () => {
    const given = commitment(awaited({ due: date(2), at: march(1) }), dropped(march(6)));
    expect(latenessOf(given, march(31), CALENDAR)).toMatchObject({ workingDays: 4, until: march(6) });
  });
  it('that had passed when another date was agreed are not given back', () => {
    const agreedAnew = commitment(
      awaited({ due: date(2), at: march(1) }),
      moved(date(10), { at: march(5, '12:00') }),
    );
    expect(latenessOf(agreedAnew, march(9), CALENDAR)).toMatchObject({ missed: [date(2)], workingDays: 3 });
    expect(latenessOf(agreedAnew, march(13), CALENDAR)).toMatchObject({
      missed: [date(2), date(10)],
      workingDays: 6,
    });
    // In time, it is moved before it has passed.
    const inTime = commitment(awaited({ due: date(6), at: march(1) }), moved(date(10), { at: march(5) }));
    expect(latenessOf(inTime, march(9), CALENDAR)).toBeNull();
    expect(latenessOf(inTime, march(12), CALENDAR)).toMatchObject({ missed: [date(10)], workingDays: 2 });
  });
  it('do not count before a moment from which they are asked for', () => {
    const late = commitment(awaited({ due: date(2), at: march(1) }));
    expect(latenessOf(late, march(13), CALENDAR, march(9, '11:00'))).toMatchObject({
      workingDays: 4,
      isPart: true,
    });
    expect(latenessOf(late, march(13), CALENDAR, march(13))).toBeNull();
    expect(latenessOf(late, march(13), CALENDAR, march(1))).toMatchObject({ workingDays: 9, isPart: false });
  });
  it('are said as days', () => {
    expect([0, 1, 9].map((workingDays) => sayLost({ workingDays }))).toEqual([
      'less than a working day',
      '1 working day',
      '9 working days',
    ]);
  });

  const hours = (count: number, from: Instant) => instant(Date.parse(from) + count * 3_600_000);
  const anyHours = fc.integer({ min: 0, max: 2000 });

  it('are never fewer than none, none in time, and add up, whatever the calendar', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyHours, anyHours, (calendar, dueAt, first, second) => {
        const due: Moment = { at: dueAt, zone: calendar.zone, grain: 'time' };
        const late = { due, closedAt: null, missedDates: [] };
        const daysAt = (at: Instant, since: Instant | null = null) =>
          latenessOf(late, at, calendar, since)?.workingDays ?? 0;
        expect(latenessOf(late, hours(-first, dueAt), calendar)).toBeNull();
        const [middle, end] = [hours(first, dueAt), hours(first + second, dueAt)];
        expect(daysAt(end)).toBe(
          workingDaysBetween(calendar, localDay(calendar, dueAt), localDay(calendar, end)),
        );
        expect(daysAt(middle) + daysAt(end, middle)).toBe(daysAt(end));
        expect(daysAt(end)).toBeGreaterThanOrEqual(daysAt(middle));
      }),
    );
  });
  it('are the same whether they agreed on other dates meanwhile or not, if each had passed', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyInstant,
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 6 }),
        (calendar, dueAt, steps) => {
          // Each date is given at once when the one before is moved, so that no day lies between.
          const missedDates: MissedDate[] = [];
          let at = dueAt;
          for (const step of steps) {
            const until = hours(step, at);
            missedDates.push({ due: { at, zone: calendar.zone, grain: 'time' }, until });
            at = until;
          }
          const last = { at, zone: calendar.zone, grain: 'time' as const };
          const moved = latenessOf({ due: last, closedAt: null, missedDates }, at, calendar);
          const never = latenessOf(
            { due: { ...last, at: dueAt }, closedAt: null, missedDates: [] },
            at,
            calendar,
          );
          expect(moved?.workingDays).toBe(never?.workingDays);
        },
      ),
    );
  });
});
