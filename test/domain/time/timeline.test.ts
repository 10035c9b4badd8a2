import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingMinutes, localDay, startOfDay } from '../../../src/domain/time/calendar.ts';
import { epoch, instant } from '../../../src/domain/time/moment.ts';
import { timelineFrom } from '../../../src/domain/time/timeline.ts';
import { anyInstant } from '../../support/arbitrary.ts';
import { anyCalendar, clock, local } from '../../support/calendars.ts';
import { nineToFive } from '../../support/situation.ts';

describe('a timeline', () => {
  const minutes = fc.integer({ min: 1, max: 20_000 });
  it('counts as the clocks do', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, minutes, (calendar, from, count) => {
        // Without clock changes, local time and elapsed time do not differ.
        const steady = { ...calendar, zone: 'UTC', offsetAt: () => 0 };
        const timeline = timelineFrom(steady, from);
        const end = addWorkingMinutes(steady, from, count);
        expect(timeline.after(count)).toBe(end);
        expect(timeline.minutesUntil(end)).toBeCloseTo(count, 6);
      }),
    );
  });
  it('never runs backwards, and its questions are inverse, in every zone', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, minutes, minutes, (calendar, from, a, b) => {
        const timeline = timelineFrom(calendar, from);
        expect(timeline.after(a) <= timeline.after(a + b)).toBe(true);
        expect(timeline.minutesUntil(timeline.after(a))).toBeLessThanOrEqual(
          timeline.minutesUntil(timeline.after(a + b)) + 60,
        );
        expect(Math.abs(timeline.minutesUntil(timeline.after(a)) - a)).toBeLessThanOrEqual(60);
        expect(timeline.minutesUntil(from)).toBe(0);
      }),
    );
  });
  it('skips the night in which the clocks go forward', () => {
    const berlin = nineToFive('Europe/Berlin');
    const timeline = timelineFrom(berlin, local('Europe/Berlin', '2026-03-27 13:00'));
    expect(clock('Europe/Berlin', timeline.after(480))).toBe('2026-03-30 13:00');
    expect(timeline.minutesUntil(local('Europe/Berlin', '2026-03-30 13:00'))).toBe(480);
  });
  it('gives the first moment by which the minutes have passed, whatever was asked before', () => {
    const questions = fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anyCalendar, anyInstant, questions, (calendar, from, counts) => {
        const timeline = timelineFrom(calendar, from);
        for (const count of counts) {
          const at = timeline.after(count);
          expect(timelineFrom({ ...calendar }, from).after(count)).toBe(at);
          // Between the end of the day before and this moment, only the missing time is worked.
          const before = startOfDay(calendar, localDay(calendar, instant(epoch(at) - 1)));
          expect(timeline.minutesUntil(before)).toBeLessThanOrEqual(count);
        }
      }),
    );
  });
});
