import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfWork, localDay, localTime, shiftWorkingDays } from '../../../src/domain/time/calendar.ts';
import type { Moment } from '../../../src/domain/time/moment.ts';
import { shiftDate } from '../../../src/domain/time/shift-date.ts';
import { anyInstant } from '../../support/arbitrary.ts';
import { anyCalendar } from '../../support/calendars.ts';
import { CALENDAR, date, march, nineToFive, workWeek } from '../../support/situation.ts';

describe('a date some working days later', () => {
  it('stays a day, and ends with the work of that day', () => {
    const shortFridays = {
      ...CALENDAR,
      week: workWeek([1, 2, 3, 4], 540, 1020).with(5, [{ start: 540, end: 900 }]),
    };
    expect(shiftDate(date(4), 2, shortFridays)).toEqual({ at: march(6, '15:00'), zone: 'UTC', grain: 'day' });
  });
  it('keeps its time, and a window both of its ends', () => {
    expect(shiftDate(date(5, '10:15'), 2, CALENDAR)).toEqual(date(9, '10:15'));
    const window: Moment = { ...date(5, '15:00'), from: march(5, '14:00'), text: 'thu 14:00-15:00' };
    expect(shiftDate(window, 1, CALENDAR)).toEqual({ ...date(6, '15:00'), from: march(6, '14:00') });
  });
  it('is a day in its own zone, through a night in which the clocks change there', () => {
    const there = nineToFive('America/New_York');
    const due: Moment = { at: '2026-03-06T22:00:00.000Z', zone: 'America/New_York', grain: 'day' };
    const shifted = shiftDate(due, 1, CALENDAR);
    expect(shifted.at).toBe('2026-03-09T21:00:00.000Z');
    expect(localDay(there, shifted.at)).toBe(localDay(there, due.at) + 3);
  });
  it('is as many working days later as was asked for, whatever the calendar', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyInstant,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('day' as const, 'time' as const),
        (calendar, at, count, grain) => {
          const due: Moment = { at, zone: calendar.zone, grain };
          const shifted = shiftDate(due, count, calendar);
          const to = shiftWorkingDays(calendar, localDay(calendar, at), count);
          expect(shifted.grain).toBe(grain);
          if (grain === 'day') {
            expect(shifted.at).toBe(endOfWork(calendar, to));
            return;
          }
          expect(localDay(calendar, shifted.at)).toBe(to);
          // A time that a clock change leaves out is moved by the length of the jump.
          const moved = localTime(calendar, shifted.at).ms - localTime(calendar, at).ms;
          expect(Math.abs(moved)).toBeLessThanOrEqual(3_600_000);
        },
      ),
    );
  });
});
