import { describe, expect, it } from 'vitest';
import { weekdayOf } from '../../../src/domain/time/calendar.ts';
import {
  firstWeekday,
  startOfWeek,
  weekendWeekdays,
  workingWeekdays,
} from '../../../src/domain/time/week.ts';
import { workWeek } from '../../support/situation.ts';

describe('the week', () => {
  it.each([
    { name: 'monday to friday', worked: [1, 2, 3, 4, 5], first: 1, weekend: [6, 0] },
    { name: 'sunday to thursday', worked: [0, 1, 2, 3, 4], first: 0, weekend: [5, 6] },
    { name: 'saturday to wednesday', worked: [6, 0, 1, 2, 3], first: 6, weekend: [4, 5] },
    { name: 'tuesday to saturday', worked: [2, 3, 4, 5, 6], first: 2, weekend: [0, 1] },
    { name: 'monday to saturday', worked: [1, 2, 3, 4, 5, 6], first: 1, weekend: [0] },
    { name: 'a day off in the middle', worked: [1, 2, 4, 5], first: 1, weekend: [6, 0] },
    { name: 'every other day', worked: [1, 3, 5], first: 1, weekend: [6, 0] },
    { name: 'one day', worked: [3], first: 3, weekend: [4, 5, 6, 0, 1, 2] },
    { name: 'every day', worked: [1, 2, 3, 4, 5, 6, 0], first: 1, weekend: [6, 0] },
  ])('of $name begins after the longest run of days off', ({ worked, first, weekend }) => {
    const calendar = { week: workWeek(worked, 540, 1020) };
    expect(firstWeekday(calendar)).toBe(first);
    expect(weekendWeekdays(calendar)).toEqual(weekend);
    expect(workingWeekdays(calendar)).toEqual(worked);
  });

  it('contains every day in exactly one place', () => {
    const calendar = { week: workWeek([0, 1, 2, 3, 4], 540, 1020) };
    for (let day = -20; day < 20; day++) {
      const first = startOfWeek(calendar, day);
      expect(weekdayOf(first)).toBe(0);
      expect(day - first).toBeGreaterThanOrEqual(0);
      expect(day - first).toBeLessThan(7);
    }
  });
});
