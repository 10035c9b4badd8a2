import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingMinutes,
  atLocalTime,
  dateOf,
  dayOf,
  dayOffOn,
  endOfWork,
  HORIZON,
  inZone,
  isWorkingDay,
  localDay,
  localTime,
  shiftMonths,
  shiftsOn,
  shiftWorkingDays,
  startOfDay,
  type WorkCalendar,
  weekdayOf,
  workingDayHours,
  workingDaysBetween,
  workingMinutesBetween,
  workingMinutesOn,
  zoneOffset,
} from '../../../src/domain/time/calendar.ts';
import { addDuration } from '../../../src/domain/time/duration.ts';
import { epoch, type Instant, isInstant } from '../../../src/domain/time/moment.ts';
import { sayDay, sayInstant, sayMoment } from '../../../src/domain/time/wording.ts';
import { anyInstant } from '../../support/arbitrary.ts';
import { anyCalendar, clock, local, ZONES } from '../../support/calendars.ts';
import { CALENDAR, date, march, NOW, nineToFive, workWeek } from '../../support/situation.ts';

const LUNCH = [
  { start: 540, end: 750 },
  { start: 810, end: 1020 },
];

describe('days', () => {
  it('are counted from 1970', () => {
    expect(dayOf(1970, 1, 1)).toBe(0);
    expect(dateOf(dayOf(2028, 2, 29))).toEqual({ year: 2028, month: 2, date: 29 });
    expect(weekdayOf(dayOf(2026, 3, 5))).toBe(4);
    expect(weekdayOf(-1)).toBe(3);
  });
  it('roll over the end of a month and of a year', () => {
    expect(dateOf(dayOf(2026, 12, 32))).toEqual({ year: 2027, month: 1, date: 1 });
    expect(dateOf(dayOf(2026, 14, 1))).toEqual({ year: 2027, month: 2, date: 1 });
  });
  it('of the first century are not those of the twentieth', () => {
    expect(dateOf(dayOf(26, 3, 5))).toEqual({ year: 26, month: 3, date: 5 });
  });
});

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2026-12-15', 2, '2027-02-15'],
    ['2026-02-28', 12, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-05', 0, '2026-03-05'],
  ])('%s and %i months is %s', (from, months, to) => {
    const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
    const result = dateOf(shiftMonths(dayOf(year, month, day), months));
    expect(
      `${result.year}-${String(result.month).padStart(2, '0')}-${String(result.date).padStart(2, '0')}`,
    ).toBe(to);
  });
});

describe('clocks going forward: a time that does not exist is later by the length of the jump', () => {
  it.each([
    ['America/New_York', '2026-03-08 02:30', '2026-03-08 03:30'],
    ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29 03:30'],
    // Lord Howe puts its clock forward by half an hour.
    ['Australia/Lord_Howe', '2026-10-04 02:15', '2026-10-04 02:45'],
    ['Asia/Kolkata', '2026-03-29 02:30', '2026-03-29 02:30'],
    // A whole day was left out, when Samoa changed to the other side of the date line.
    ['Pacific/Apia', '2011-12-30 12:00', '2011-12-31 12:00'],
    // Midnight itself does not exist.
    ['America/Santiago', '2026-09-06 00:00', '2026-09-06 01:00'],
  ])('%s %s is %s', (zone, text, expected) => {
    expect(clock(zone, local(zone, text))).toBe(expected);
  });
});

describe('clocks going back: a time that exists twice is the first of the two', () => {
  it.each([
    ['America/New_York', '2026-11-01 01:30', '2026-11-01T05:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45:00.000Z'],
    ['Asia/Kolkata', '2026-10-25 02:30', '2026-10-24T21:00:00.000Z'],
  ])('%s %s is %s', (zone, text, expected) => {
    expect(local(zone, text)).toBe(expected);
  });
});

describe('local time', () => {
  it('converts to an instant and back', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...ZONES), (at, zone) => {
        const calendar = nineToFive(zone);
        const { day, ms } = localTime(calendar, at);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThan(86_400_000);
        const { year, month, date: of } = dateOf(day);
        const two = (value: number) => String(value).padStart(2, '0');
        const time = `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}`;
        expect(`${year}-${two(month)}-${two(of)} ${time}`).toBe(clock(zone, at));
        // It is the other instant with that local time only in the hour that occurs twice.
        const again = atLocalTime(calendar, day, ms);
        expect(localTime(calendar, again)).toEqual({ day, ms });
        expect(again <= at).toBe(true);
      }),
    );
  });
  it('beyond 24 hours runs into the next day', () => {
    const day = dayOf(2026, 3, 5);
    expect(atLocalTime(CALENDAR, day, 26 * 3_600_000)).toBe(march(6, '02:00'));
  });
  it('is not a number in a zone that does not exist', () => {
    expect(zoneOffset('Mars/Olympus')(0)).toBeNaN();
  });
  it('has days of 23 and 25 hours', () => {
    const berlin = nineToFive('Europe/Berlin');
    const hoursOf = (year: number, month: number, day: number) => {
      const begins = dayOf(year, month, day);
      return (epoch(startOfDay(berlin, begins + 1)) - epoch(startOfDay(berlin, begins))) / 3_600_000;
    };
    expect(hoursOf(2026, 3, 29)).toBe(23);
    expect(hoursOf(2026, 10, 25)).toBe(25);
    expect(hoursOf(2026, 10, 26)).toBe(24);
  });
});

describe('the instants of a day', () => {
  it('are those of the local clock, however often they are read', () => {
    const day = fc.integer({ min: dayOf(2024, 1, 1), max: dayOf(2029, 1, 1) });
    fc.assert(
      fc.property(anyCalendar, day, (calendar, each) => {
        const shifts = calendar.week[weekdayOf(each)] ?? [];
        const end = shifts.at(-1)?.end ?? Math.max(...calendar.week.flat().map((shift) => shift.end));
        for (let time = 0; time < 2; time++) {
          expect(startOfDay(calendar, each)).toBe(atLocalTime(calendar, each, 0));
          expect(endOfWork(calendar, each)).toBe(atLocalTime(calendar, each, end * 60_000));
        }
      }),
    );
  });
  it('are not shared with a changed copy of the calendar', () => {
    const day = localDay(CALENDAR, march(5));
    const minutes = (calendar: WorkCalendar) =>
      workingMinutesBetween(calendar, startOfDay(calendar, day), startOfDay(calendar, day + 1));
    expect(minutes(CALENDAR)).toBe(480);
    expect(minutes({ ...CALENDAR, daysOff: new Map([[day, { kind: 'away', name: null }]]) })).toBe(0);
    expect(endOfWork({ ...CALENDAR, week: workWeek([4], 540, 600) }, day)).toBe(march(5, '10:00'));
    expect(endOfWork(inZone(CALENDAR, 'America/New_York'), day)).toBe(march(5, '22:00'));
  });
});

describe('working days', () => {
  it('pass over the weekend, at the same clock time', () => {
    expect(addWorkingDays(CALENDAR, march(5, '15:00'), 1)).toBe(march(6, '15:00'));
    expect(addWorkingDays(CALENDAR, march(6, '15:00'), 1)).toBe(march(9, '15:00'));
    expect(addWorkingDays(CALENDAR, march(5, '15:00'), 5)).toBe(march(12, '15:00'));
    expect(addWorkingDays(CALENDAR, march(9, '15:00'), -1)).toBe(march(6, '15:00'));
  });
  it('after a day off begin with the next working day', () => {
    expect(addWorkingDays(CALENDAR, march(7, '11:00'), 1)).toBe(march(9, '11:00'));
    expect(addWorkingDays(CALENDAR, march(8, '22:00'), 2)).toBe(march(10, '22:00'));
  });
  it('are days, not hours: the clock time stays when the clocks go forward', () => {
    const newYork = nineToFive('America/New_York');
    const friday = local('America/New_York', '2026-03-06 09:30');
    expect(clock('America/New_York', addWorkingDays(newYork, friday, 1))).toBe('2026-03-09 09:30');
    expect(epoch(addWorkingDays(newYork, friday, 1)) - epoch(friday)).toBe(71 * 3_600_000);
  });
  it('are those of the zone: late on Friday in New York is Saturday in Berlin', () => {
    const at = local('America/New_York', '2026-01-09 20:00');
    expect(clock('America/New_York', addWorkingDays(nineToFive('America/New_York'), at, 1))).toBe(
      '2026-01-12 20:00',
    );
    expect(clock('Europe/Berlin', addWorkingDays(nineToFive('Europe/Berlin'), at, 1))).toBe(
      '2026-01-12 02:00',
    );
    expect(clock('Europe/Berlin', addWorkingDays(nineToFive('Europe/Berlin'), at, -1))).toBe(
      '2026-01-09 02:00',
    );
  });
  it('are the days that were configured', () => {
    const fridays = { ...CALENDAR, week: workWeek([5], 540, 1020) };
    expect(addWorkingDays(fridays, march(5, '10:00'), 2)).toBe(march(13, '10:00'));
    expect(isWorkingDay(fridays, localDay(fridays, march(6)))).toBe(true);
    expect(isWorkingDay(fridays, localDay(fridays, march(5)))).toBe(false);
  });
  it('add up: a and then b is a + b', () => {
    const days = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(anyCalendar, anyInstant, days, days, (calendar, at, a, b) => {
        const day = localDay(calendar, at);
        expect(shiftWorkingDays(calendar, shiftWorkingDays(calendar, day, a), b)).toBe(
          shiftWorkingDays(calendar, day, a + b),
        );
      }),
    );
  });
  it('are reversible from a working day', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 40 }), (calendar, at, n) => {
        const day = shiftWorkingDays(calendar, localDay(calendar, at), 1);
        expect(shiftWorkingDays(calendar, shiftWorkingDays(calendar, day, n), -n)).toBe(day);
      }),
    );
  });
  it('are monotone: what begins no earlier ends no earlier', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyInstant,
        anyInstant,
        fc.integer({ min: 1, max: 20 }),
        (calendar, x, y, n) => {
          const [a, b] = [localDay(calendar, x), localDay(calendar, y)].sort((p, q) => p - q) as [
            number,
            number,
          ];
          expect(shiftWorkingDays(calendar, a, n)).toBeLessThanOrEqual(shiftWorkingDays(calendar, b, n));
        },
      ),
    );
  });
});

describe('working hours', () => {
  const hours = (from: Instant, count: number) => addWorkingMinutes(CALENDAR, from, 60 * count);
  it('count inside the working hours only', () => {
    expect(hours(march(5, '10:00'), 4)).toBe(march(5, '14:00'));
    expect(hours(march(5, '15:00'), 4)).toBe(march(6, '11:00'));
    expect(hours(march(6, '15:00'), 4)).toBe(march(9, '11:00'));
    expect(hours(march(5, '09:00'), 8)).toBe(march(5, '17:00'));
    expect(hours(march(5, '09:00'), 40)).toBe(march(11, '17:00'));
  });
  it('begin with the next working hour outside of working hours', () => {
    expect(hours(march(5, '06:00'), 1)).toBe(march(5, '10:00'));
    expect(hours(march(5, '17:00'), 1)).toBe(march(6, '10:00'));
    expect(hours(march(5, '23:00'), 1)).toBe(march(6, '10:00'));
    expect(hours(march(7, '12:00'), 1)).toBe(march(9, '10:00'));
  });
  it('are as many on a night shift in which the clocks go forward', () => {
    const nights = { ...nineToFive('Europe/Berlin'), week: workWeek([0], 60, 300) };
    const begins = local('Europe/Berlin', '2026-03-29 01:00');
    expect(clock('Europe/Berlin', addWorkingMinutes(nights, begins, 60))).toBe('2026-03-29 03:00');
    // The clock shows four hours, but only three passed.
    expect(clock('Europe/Berlin', addWorkingMinutes(nights, begins, 181))).toBe('2026-04-05 01:01');
  });
  it('add up: a and then b is a + b', () => {
    const minutes = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(anyCalendar, anyInstant, minutes, minutes, (calendar, at, a, b) => {
        expect(addWorkingMinutes(calendar, addWorkingMinutes(calendar, at, a), b)).toBe(
          addWorkingMinutes(calendar, at, a + b),
        );
      }),
    );
  });
  it('are monotone, and end in working hours', () => {
    const minutes = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyInstant, minutes, (calendar, x, y, n) => {
        const [a, b] = [x, y].sort() as [Instant, Instant];
        const end = addWorkingMinutes(calendar, a, n);
        expect(end > a).toBe(true);
        expect(end <= addWorkingMinutes(calendar, b, n)).toBe(true);
        expect(end < addWorkingMinutes(calendar, a, n + 1)).toBe(true);
        const day = localDay(calendar, end);
        const isInside = shiftsOn(calendar, day).some(
          (shift) =>
            end > atLocalTime(calendar, day, shift.start * 60_000) &&
            end <= atLocalTime(calendar, day, shift.end * 60_000),
        );
        // Work until midnight ends at the first instant of the next day.
        const isMidnight =
          shiftsOn(calendar, day - 1).at(-1)?.end === 1440 && end === startOfDay(calendar, day);
        expect(isInside || isMidnight).toBe(true);
      }),
    );
  });
  it('between two instants are as many as have to be added', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 3000 }), (calendar, at, minutes) => {
        const end = addWorkingMinutes(calendar, at, minutes);
        expect(workingMinutesBetween(calendar, at, end)).toBe(minutes);
        expect(workingMinutesBetween(calendar, end, at)).toBe(0);
      }),
    );
  });
  it('stop for a break', () => {
    const withLunch = { ...CALENDAR, week: CALENDAR.week.map((day) => (day.length ? LUNCH : [])) };
    expect(addWorkingMinutes(withLunch, march(5, '12:00'), 60)).toBe(march(5, '14:00'));
    expect(addWorkingMinutes(withLunch, march(5, '13:10'), 30)).toBe(march(5, '14:00'));
    expect(workingMinutesBetween(withLunch, march(5, '09:00'), march(5, '17:00'))).toBe(420);
    expect(workingDayHours(withLunch)).toBe(7);
    expect(endOfWork(withLunch, localDay(withLunch, march(5)))).toBe(march(5));
  });
  it('are not the same on every weekday', () => {
    const shortFriday = { ...CALENDAR, week: CALENDAR.week.with(5, [{ start: 540, end: 840 }]) };
    expect(addWorkingMinutes(shortFriday, march(6, '13:00'), 120)).toBe(march(9, '10:00'));
    expect(workingDayHours(shortFriday)).toBeCloseTo(7.4);
    expect(endOfWork(shortFriday, localDay(shortFriday, march(6)))).toBe(march(6, '14:00'));
    // A day without working hours ends with the latest of the week.
    expect(endOfWork(shortFriday, localDay(shortFriday, march(7)))).toBe(march(7));
  });
  it('make up a working day', () => {
    expect(workingDayHours(CALENDAR)).toBe(8);
  });
});

describe('holidays and days away', () => {
  const monday = localDay(CALENDAR, march(9));
  const calendar: WorkCalendar = {
    ...CALENDAR,
    daysOff: new Map([
      [monday, { kind: 'holiday', name: 'Founding Day' }],
      [monday + 1, { kind: 'away', name: null }],
    ]),
  };
  it('are skipped by every clock', () => {
    expect(isWorkingDay(calendar, monday)).toBe(false);
    expect(addWorkingDays(calendar, march(6, '15:00'), 1)).toBe(march(11, '15:00'));
    expect(addWorkingMinutes(calendar, march(6, '16:00'), 120)).toBe(march(11, '10:00'));
    expect(workingMinutesBetween(calendar, march(6, '16:00'), march(11, '10:00'))).toBe(120);
    expect(workingMinutesOn(calendar, monday)).toBe(0);
    expect(workingMinutesOn(calendar, monday + 2)).toBe(480);
  });
  it('end when their weekday would have ended', () => {
    expect(endOfWork(calendar, monday)).toBe(march(9));
  });
});

describe('hours away', () => {
  const monday = localDay(CALENDAR, march(9));
  const off = (start: number, end: number) => ({ start: 60 * start, end: 60 * end, name: 'dentist' });
  const calendar: WorkCalendar = {
    ...CALENDAR,
    hoursOff: new Map([
      [monday, [off(14, 24)]],
      [monday + 1, [off(0, 10), off(12, 13)]],
      [monday + 2, [off(8, 18)]],
      [monday + 5, [off(8, 18)]],
    ]),
  };
  it('leave the rest of a working day', () => {
    expect(isWorkingDay(calendar, monday)).toBe(true);
    expect(workingMinutesOn(calendar, monday)).toBe(300);
    expect(workingMinutesOn(calendar, monday + 1)).toBe(360);
    expect(addWorkingMinutes(calendar, march(9, '13:00'), 120)).toBe(march(10, '11:00'));
    expect(workingMinutesBetween(calendar, march(10, '11:00'), march(10, '14:00'))).toBe(120);
    expect(addWorkingDays(calendar, march(6, '15:00'), 1)).toBe(march(9, '15:00'));
  });
  it('do not move the end of a day, when dates fall due', () => {
    expect(endOfWork(calendar, monday)).toBe(march(9));
  });
  it('that take all of it make a day off, unless nobody works then', () => {
    expect(isWorkingDay(calendar, monday + 2)).toBe(false);
    expect(dayOffOn(calendar, monday + 2)).toEqual({ kind: 'away', name: 'dentist' });
    expect(dayOffOn(calendar, monday + 5)).toBeNull();
    expect(dayOffOn(calendar, monday)).toBeNull();
  });
});

describe('a duration', () => {
  const plus = (from: Instant, duration: Parameters<typeof addDuration>[2]) =>
    addDuration(CALENDAR, from, duration);
  it('of clock time is a number of seconds', () => {
    expect(plus(NOW, { seconds: 90 * 60 })).toBe(march(5, '10:30'));
  });
  it('of days and months is the same clock time on another day', () => {
    expect(plus(NOW, { days: 3 })).toBe(march(8, '09:00'));
    expect(plus('2026-01-31T09:00:00.000Z', { months: 1 })).toBe('2026-02-28T09:00:00.000Z');
    expect(plus('2026-01-31T09:00:00.000Z', { months: 1, days: 1 })).toBe('2026-03-01T09:00:00.000Z');
  });
  it('of a day is not 24 hours when the clocks go forward', () => {
    const berlin = nineToFive('Europe/Berlin');
    const saturday = local('Europe/Berlin', '2026-03-28 12:00');
    expect(clock('Europe/Berlin', addDuration(berlin, saturday, { days: 1 }))).toBe('2026-03-29 12:00');
    expect(clock('Europe/Berlin', addDuration(berlin, saturday, { seconds: 86_400 }))).toBe(
      '2026-03-29 13:00',
    );
  });
  it('of working time goes by the calendar', () => {
    expect(plus(march(6, '15:00'), { workingDays: 1 })).toBe(march(9, '15:00'));
    expect(plus(march(6, '15:00'), { workingMinutes: 240 })).toBe(march(9, '11:00'));
  });
  it('of nothing is nothing', () => {
    expect(plus(march(7, '03:00'), {})).toBe(march(7, '03:00'));
  });
});

describe('wording', () => {
  it('says a day in full unless it is in this year', () => {
    const day = localDay(CALENDAR, march(6));
    expect(sayDay(day, CALENDAR)).toBe('Fri 6 Mar 2026');
    expect(sayDay(day, CALENDAR, NOW)).toBe('Fri 6 Mar');
    expect(sayDay(day, CALENDAR, '2025-12-31T12:00:00.000Z')).toBe('Fri 6 Mar 2026');
  });
  it('says a time in the zone of the calendar', () => {
    expect(sayInstant(march(5, '23:30'), nineToFive('Asia/Kolkata'), NOW)).toBe('Fri 6 Mar 05:00');
    expect(sayMoment(date(6), CALENDAR)).toBe('Fri 6 Mar 2026 17:00');
  });
});

describe('a search for working time ends, whatever it is given', () => {
  const never = { ...CALENDAR, week: workWeek([], 540, 1020) };
  const AT = '2026-03-05T09:00:00.000Z';
  it.each([
    ['a week without a working day', never, 1],
    ['more days than anybody has', CALENDAR, 1e9],
    ['more days than anybody had', CALENDAR, -1e9],
    ['no number of days', CALENDAR, Number.NaN],
  ])('%s', (_name, calendar, count) => {
    const day = localDay(calendar, AT);
    expect(Math.abs(shiftWorkingDays(calendar, day, count) - day)).not.toBeGreaterThan(HORIZON);
    expect(shiftWorkingDays(calendar, Number.NaN, count)).toBeNaN();
    expect(addWorkingMinutes(calendar, AT, Math.abs(count) * 1e6)).toMatch(/^\d{4}-/);
  });
  it('days that are ages apart', () => {
    expect(workingDaysBetween(CALENDAR, 0, 1e12)).toBeLessThan(HORIZON);
    expect(workingDaysBetween(CALENDAR, 0, Number.NaN)).toBe(0);
    expect(
      workingMinutesBetween(CALENDAR, '0001-01-01T00:00:00.000Z', '9999-12-31T00:00:00.000Z'),
    ).toBeGreaterThan(0);
  });
  it('days that are all off', () => {
    const daysOff = new Map(
      Array.from({ length: 50_000 }, (_, day) => [day, { kind: 'away' as const, name: null }]),
    );
    const calendar = { ...CALENDAR, daysOff };
    expect(shiftWorkingDays(calendar, 0, 1)).toBe(HORIZON);
    expect(addWorkingMinutes(calendar, '1970-01-02T00:00:00.000Z', 60)).toMatch(/^20/);
  });
});

describe('an instant', () => {
  it.each(['garbage', '', '2026-99-99T00:00:00.000Z'])('that is %s comes from a damaged file', (text) => {
    expect(() => epoch(text)).toThrow(
      expect.objectContaining({ code: 'database-damaged', kind: 'database' }),
    );
    expect(isInstant(text)).toBe(false);
  });
  it.each(['2026-03-05', '2026-03-05T09:00:00Z', '+012026-03-05T09:00:00.000Z'])(
    'is not written %s',
    (text) => {
      expect(isInstant(text)).toBe(false);
    },
  );
  it('is written as dates are', () => {
    expect(isInstant('2026-03-05T09:00:00.000Z')).toBe(true);
  });
});
