import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import type { Duration } from '../../src/domain/time/duration.ts';
import { durationSeconds, parseDuration } from '../../src/input/durations.ts';
import { parseEffort } from '../../src/input/effort.ts';
import { CALENDAR as nineToFive, workWeek } from '../support/situation.ts';

describe('a duration', () => {
  it.each<[string, Duration]>([
    ['90 min', { seconds: 5400 }],
    ['1h', { seconds: 3600 }],
    ['2h30', { seconds: 9000 }],
    ['2h 30m', { seconds: 9000 }],
    ['1 hour fifteen', { seconds: 4500 }],
    ['an hour and a half', { seconds: 5400 }],
    ['one and a half hours', { seconds: 5400 }],
    ['half an hour', { seconds: 1800 }],
    ['quarter of an hour', { seconds: 900 }],
    ['1/2h', { seconds: 1800 }],
    ['1½ hours', { seconds: 5400 }],
    ['0,5 hours', { seconds: 1800 }],
    [',5h', { seconds: 1800 }],
    ['.5h', { seconds: 1800 }],
    ['2h,30m', { seconds: 9000 }],
    ['2hrs.30min', { seconds: 9000 }],
    ['1m', { seconds: 60 }],
    ['1mo', { months: 1 }],
    ['3 weeks', { days: 21 }],
    ['a fortnight', { days: 14 }],
    ['a couple of weeks', { days: 14 }],
    ['a few hours', { seconds: 10_800 }],
    ['one week three days', { days: 10 }],
    ['1.5d', { days: 1, seconds: 43_200 }],
    ['1.5 weeks', { days: 10, seconds: 43_200 }],
    ['2 quarters', { months: 6 }],
    ['1.5 years', { months: 18 }],
    ['2 years, 3 months', { months: 27 }],
    ['1 working day', { workingDays: 1 }],
    ['10 business days', { workingDays: 10 }],
    ['2 working hours', { workingMinutes: 120 }],
    ['PT1H30M', { seconds: 5400 }],
    ['P1Y2M3W4DT5S', { months: 14, days: 25, seconds: 5 }],
  ])('"%s"', (phrase, duration) => {
    expect(parseDuration(phrase)).toEqual(duration);
  });

  it.each([
    '',
    '3',
    'hour',
    'soon',
    '1.5 months',
    'half a working day',
    '3h 2h',
    '2m 3h',
    '2-3d',
    '-3 days',
    ';5h',
    ', 5h',
    "1'30h",
    '1’30h',
    '5²h',
    'P',
    'PT',
    '500 years',
  ])('is not "%s"', (phrase) => {
    expect(parseDuration(phrase)).toMatchObject({
      code: 'duration-not-understood',
      message: `"${phrase}" is not a duration.`,
    });
  });

  it('has a length in seconds on an average calendar, unless the calendar decides', () => {
    expect(durationSeconds({ days: 1, seconds: 60 })).toBe(86_460);
    expect(durationSeconds({ months: 12 })).toBe(365.25 * 86_400);
    expect(durationSeconds({ workingDays: 1 })).toBeNull();
    expect(durationSeconds({ seconds: 1, workingMinutes: 60 })).toBeNull();
  });
});

describe('an effort, in hours', () => {
  it.each([
    ['3h', 3],
    ['90m', 1.5],
    ['2h 30m', 2.5],
    ['2h30', 2.5],
    ['half an hour', 0.5],
    ['1d', 8],
    ['1.5d', 12],
    ['half a day', 4],
    ['1d 4h', 12],
    ['2 working days', 16],
    ['1 week', 40],
    ['1.5 weeks', 60],
  ])('"%s" is %d', (phrase, hours) => {
    expect(parseEffort(phrase, nineToFive)).toMatchObject({ hours });
  });

  it('a day is as long as the working hours', () => {
    expect(parseEffort('1d', { ...nineToFive, week: workWeek([1, 2, 3, 4, 5], 540, 990) })).toMatchObject({
      hours: 7.5,
    });
  });

  it.each([
    ['2-3d', 16, 24],
    ['2 to 3 days', 16, 24],
    ['4–6h', 4, 6],
    ['30 - 90 min', 0.5, 1.5],
    ['half a day to a day', 4, 8],
    ['6h to 1d', 6, 8],
    ['between 1 and 2 weeks', 40, 80],
    ['2 or 3 hours', 2, 3],
  ])('"%s" is from %d to %d', (phrase, low, high) => {
    expect(parseEffort(phrase, nineToFive)).toMatchObject({ hours: (low + high) / 2, range: [low, high] });
  });

  it.each([
    ['2d', '2d'],
    [' 1  week ', '1 week'],
    ['90m', '90m'],
    ['2-3d', '2-3d'],
    ['6h to 1d', '6h to 1d'],
    ['3h', undefined],
    ['1.5 hours', undefined],
    ['4-6h', undefined],
  ])('the words of "%s" are kept unless they are hours: %s', (phrase, text) => {
    const estimate = parseEffort(phrase, nineToFive);
    expect('text' in estimate ? estimate.text : undefined).toBe(text);
  });

  it.each([
    ["2'30h", 'Say hours, days or weeks of work, such as "3h", "1.5d" or "2 weeks".'],
    ['3', '3 what? Say "3h" for hours or "3d" for working days.'],
    ['3-2d', 'A range goes from the shorter to the longer, such as "2-3d".'],
    ['2d-2d', 'A range goes from the shorter to the longer, such as "2-3d".'],
    ['1 month', 'Say hours, days or weeks of work, such as "3h", "1.5d" or "2 weeks".'],
    ['a lot', 'Say hours, days or weeks of work, such as "3h", "1.5d" or "2 weeks".'],
  ])('is not "%s"', (phrase, hint) => {
    expect(parseEffort(phrase, nineToFive)).toMatchObject({ code: 'duration-not-understood', hint });
  });
});

describe('for any words', () => {
  it('the answer is a duration or a refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (phrase) => {
        const duration = parseDuration(phrase);
        if (!(duration instanceof Refusal)) expect(Object.keys(duration)).not.toHaveLength(0);
        const effort = parseEffort(phrase, nineToFive);
        if (!(effort instanceof Refusal)) expect(effort.hours).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('a whole number of seconds reads back in every spelling', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(59), fc.nat(59), (h, m, s) => {
        const seconds = h * 3600 + m * 60 + s;
        for (const phrase of [
          `${h}h ${m}m ${s}s`,
          `${h} hours, ${m} minutes and ${s} seconds`,
          `PT${h}H${m}M${s}S`,
        ]) {
          expect(parseDuration(phrase)).toEqual({ seconds });
        }
      }),
    );
  });
});
