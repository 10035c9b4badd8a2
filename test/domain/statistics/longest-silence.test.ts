import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestSilence } from '../../../src/domain/statistics/longest-silence.ts';
import { workingDaysWithin } from '../../../src/domain/time/calendar.ts';
import { CALENDAR, march } from '../../support/situation.ts';

const at = (day: number) => march(day, '09:00');

describe('the longest silence', () => {
  it('is the longest time without a word of mine while something was open', () => {
    // Open from Monday 2 to Friday 20: three working days to the 5th, seven to the 16th, four to the end.
    expect(longestSilence([at(5), at(16)], [{ from: at(2), to: at(20) }], CALENDAR)).toEqual({
      from: at(5),
      to: at(16),
      workingDays: 7,
    });
  });
  it('does not count the time in which nothing was open, nor the words of that time', () => {
    const open = [
      { from: at(2), to: at(3) },
      { from: at(16), to: at(18) },
    ];
    expect(longestSilence([at(9)], open, CALENDAR)).toEqual({ from: at(16), to: at(18), workingDays: 2 });
  });
  it('goes on where one thing is opened while another still is', () => {
    const open = [
      { from: at(4), to: at(10) },
      { from: at(2), to: at(5) },
    ];
    expect(longestSilence([], open, CALENDAR)).toEqual({ from: at(2), to: at(10), workingDays: 6 });
  });
  it('is none where nothing was ever open', () => {
    expect(longestSilence([at(2)], [], CALENDAR)).toBeNull();
  });
  it('is the longest of all silent times that a slow look finds', () => {
    const day = fc.integer({ min: 1, max: 31 });
    const span = fc.tuple(day, day).map(([a, b]) => ({ from: at(Math.min(a, b)), to: at(Math.max(a, b)) }));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), fc.array(span, { maxLength: 5 }), (days, open) => {
        const words = days.map(at);
        // From each day to each later one: something is open on every day of it, and nothing is said in between.
        let slow = 0;
        for (let from = 1; from <= 31; from++) {
          for (let to = from + 1; to <= 31; to++) {
            const isOpen = Array.from({ length: to - from }, (_, index) => from + index).every((each) =>
              open.some((one) => one.from <= at(each) && one.to >= at(each + 1)),
            );
            const isSilent = words.every((word) => word <= at(from) || word >= at(to));
            if (isOpen && isSilent) slow = Math.max(slow, workingDaysWithin(CALENDAR, at(from), at(to)));
          }
        }
        expect(longestSilence(words, open, CALENDAR)?.workingDays ?? 0).toBeCloseTo(slow, 9);
      }),
    );
  });
});
