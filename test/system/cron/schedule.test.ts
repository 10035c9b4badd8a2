import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orThrow } from '../../../src/domain/base/refusal.ts';
import { localTime, type WorkCalendar, weekdayOf, zoneOffset } from '../../../src/domain/time/calendar.ts';
import { epoch, instant } from '../../../src/domain/time/moment.ts';
import { parseWorkDays, parseWorkHours, weekOf } from '../../../src/input/work-time.ts';
import { type CronTimes, morningOf, scheduleByCron } from '../../../src/system/cron/schedule.ts';

const week = (days: string, hours: string) =>
  orThrow(weekOf(orThrow(parseWorkDays(days)), orThrow(parseWorkHours(hours))));

describe('the morning', () => {
  it.each([
    ['mon-fri', '09:00-17:00', 525, [1, 2, 3, 4, 5]],
    ['sun-thu', '08:00-12:00, 13:00-17:00', 465, [0, 1, 2, 3, 4]],
    ['mon-sat', '09:00-17:00, sat 07:30-12:00', 435, [1, 2, 3, 4, 5, 6]],
    ['mon', '00:10-06:00', 0, [1]],
  ])('of %s, %s', (days, hours, minutes, weekdays) => {
    expect(morningOf(week(days, hours))).toEqual({ minutes, weekdays });
  });
});

const NOW = '2026-03-02T09:00:00.000Z';
const WEEK = week('mon-fri', '09:00-17:00');
const calendarIn = (zone: string, hours = WEEK): WorkCalendar => ({
  zone,
  offsetAt: zoneOffset(zone),
  week: hours,
  daysOff: new Map(),
});
const byCron = (zone: string, cronZone: string, hours = WEEK) =>
  scheduleByCron(morningOf(hours), calendarIn(zone, hours), zoneOffset(cronZone), NOW);

describe('a schedule by the clock of cron', () => {
  it.each([
    ['UTC', 'UTC', [45], [8], [1, 2, 3, 4, 5]],
    ['Europe/Paris', 'Europe/Berlin', [45], [8], [1, 2, 3, 4, 5]],
    ['Asia/Kolkata', 'UTC', [15], [3], [1, 2, 3, 4, 5]],
    ['Pacific/Kiritimati', 'UTC', [45], [18], [0, 1, 2, 3, 4]],
  ])('of %s in %s is one time where the clocks stay as far apart', (zone, cron, minutes, hours, weekdays) => {
    expect(byCron(zone, cron)).toMatchObject({ times: [{ minutes, hours, weekdays }], onlyAt: null });
  });

  it.each([
    ['America/New_York', 'UTC', [45], [12, 13], [1, 2, 3, 4, 5]],
    ['Europe/Berlin', 'America/New_York', [45], [2, 3], [1, 2, 3, 4, 5]],
    ['Pacific/Auckland', 'Europe/Berlin', [45], [20, 21, 22], [0, 1, 2, 3, 4]],
    ['Asia/Kathmandu', 'Europe/London', [0], [3, 4], [1, 2, 3, 4, 5]],
    ['Australia/Lord_Howe', 'UTC', [15, 45], [21, 22], [0, 1, 2, 3, 4]],
  ])('of %s in %s is every time of the year', (zone, cron, minutes, hours, weekdays) => {
    expect(byCron(zone, cron)).toMatchObject({ times: [{ minutes, hours, weekdays }], onlyAt: 525 });
  });

  it('has times on other days after midnight', () => {
    const { times } = byCron('America/New_York', 'Asia/Tokyo', week('mon-fri', '10:15-17:00'));
    expect(times).toEqual([
      { minutes: [0], hours: [23], weekdays: [1, 2, 3, 4, 5] },
      { minutes: [0], hours: [0], weekdays: [2, 3, 4, 5, 6] },
    ]);
    expect(byCron('Asia/Tokyo', 'UTC', week('sat-sun', '11:15-17:00')).times).toEqual([
      { minutes: [0], hours: [2], weekdays: [0, 6] },
    ]);
  });

  const zones = fc.constantFrom(
    'UTC',
    'America/New_York',
    'America/Los_Angeles',
    'Europe/Berlin',
    'Asia/Tokyo',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Auckland',
    'Pacific/Chatham',
    'Africa/Casablanca',
    'America/Santiago',
  );
  const hours = fc.constantFrom('06:00-14:00', '09:00-17:00', '10:15-17:00', '13:30-22:00');

  it('calls on each working day of a year once, a quarter of an hour before work begins, and at no other time', () => {
    fc.assert(
      fc.property(zones, zones, hours, (zone, cronZone, text) => {
        const worked = week('mon-fri', text);
        const calendar = calendarIn(zone, worked);
        const morning = morningOf(worked);
        const { times, onlyAt } = byCron(zone, cronZone, worked);
        const cron = calendarIn(cronZone);
        const clock = (at: number, by: WorkCalendar) => {
          const { day, ms } = localTime(by, instant(at));
          return { minutes: ms / 60_000, weekday: weekdayOf(day) };
        };
        const isCalled = (at: number) => {
          const { minutes, weekday } = clock(at, cron);
          const isNow = (each: CronTimes) =>
            each.minutes.includes(minutes % 60) &&
            each.hours.includes(Math.floor(minutes / 60)) &&
            each.weekdays.includes(weekday);
          return times.some(isNow) && (onlyAt === null || clock(at, calendar).minutes === onlyAt);
        };
        const isMeant = (at: number) => {
          const { minutes, weekday } = clock(at, calendar);
          return minutes === morning.minutes && morning.weekdays.includes(weekday);
        };
        // Whatever is called or meant is so on a quarter of an hour.
        const quarters = Array.from({ length: 365 * 96 }, (_, index) => epoch(NOW) + index * 900_000);
        const wrong = quarters.filter((at) => isCalled(at) !== isMeant(at)).map(instant);
        expect(wrong).toEqual([]);
        expect(quarters.filter(isMeant).length).toBeGreaterThan(250);
      }),
      { numRuns: 20 },
    );
  });
});
