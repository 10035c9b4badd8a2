import { describe, expect, it } from 'vitest';
import { orThrow } from '../../../src/domain/base/refusal.ts';
import { zoneOffset } from '../../../src/domain/time/calendar.ts';
import { parseWorkDays, parseWorkHours, weekOf } from '../../../src/input/work-time.ts';
import {
  minutesAhead,
  morningOf,
  shiftSchedule,
  whenDistanceChanges,
} from '../../../src/system/cron/schedule.ts';

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

describe('a schedule by another clock', () => {
  /** The schedule 08:45 from Monday to Friday, in a zone, as a clock in UTC shows it at an instant. */
  const inUtc = (zone: string, at: string) =>
    shiftSchedule(
      { minutes: 525, weekdays: [1, 2, 3, 4, 5] },
      minutesAhead(zoneOffset(zone), zoneOffset('UTC'), at),
    );

  it.each([
    ['UTC', '2026-03-02T09:00:00.000Z', 525, [1, 2, 3, 4, 5]],
    ['America/New_York', '2026-03-02T09:00:00.000Z', 13 * 60 + 45, [1, 2, 3, 4, 5]],
    ['America/New_York', '2026-07-02T09:00:00.000Z', 12 * 60 + 45, [1, 2, 3, 4, 5]],
    ['Pacific/Auckland', '2026-03-02T09:00:00.000Z', 19 * 60 + 45, [0, 1, 2, 3, 4]],
    ['Asia/Kolkata', '2026-03-02T09:00:00.000Z', 3 * 60 + 15, [1, 2, 3, 4, 5]],
    ['Pacific/Kiritimati', '2026-03-02T09:00:00.000Z', 18 * 60 + 45, [0, 1, 2, 3, 4]],
  ])('%s at %s', (zone, at, minutes, weekdays) => {
    expect(inUtc(zone, at)).toEqual({ minutes, weekdays });
  });

  it('may be on the next day, and Saturday comes before Sunday', () => {
    expect(shiftSchedule({ minutes: 1380, weekdays: [5, 6] }, 120)).toEqual({
      minutes: 60,
      weekdays: [0, 6],
    });
  });
});

describe('when clocks are not as far apart as now', () => {
  const now = '2026-03-02T14:00:00.000Z';
  const changes = (from: string, to: string) => whenDistanceChanges(zoneOffset(from), zoneOffset(to), now);

  it('is when one of them changes, also if the other does later', () => {
    expect(changes('America/New_York', 'UTC')).toBe('2026-03-08T14:00:00.000Z');
    expect(changes('America/New_York', 'Europe/Berlin')).toBe('2026-03-08T14:00:00.000Z');
    expect(changes('Europe/Berlin', 'UTC')).toBe('2026-03-29T14:00:00.000Z');
  });

  it('is never where they change together, or not at all', () => {
    expect(changes('Europe/Paris', 'Europe/Berlin')).toBeNull();
    expect(changes('Asia/Kolkata', 'UTC')).toBeNull();
  });
});
