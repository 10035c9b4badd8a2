import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cadence, isRecurrenceRule, nextAfter } from '../../../src/domain/time/cadence.ts';
import { localDay, weekdayOf } from '../../../src/domain/time/calendar.ts';
import { epoch, type Instant, instant } from '../../../src/domain/time/moment.ts';
import { parseCadence } from '../../../src/input/cadences.ts';
import { anyInstant } from '../../support/arbitrary.ts';
import { CALENDAR, march, nineToFive, workWeek } from '../../support/situation.ts';
import { anyPace, readingAt } from '../../support/words.ts';

const next = (rrule: string, last: Instant) => nextAfter({ rrule, text: '' }, last, CALENDAR);

/** March 2026 begins on a Sunday: the 5th is a Thursday, the 6th a Friday, the 7th a Saturday. */
describe('after a word the next update is due', () => {
  it.each([
    ['daily', 'FREQ=DAILY', march(5, '10:00'), march(6)],
    ['daily, over the weekend', 'FREQ=DAILY', march(6, '10:00'), march(9)],
    ['daily, after a word on a day off', 'FREQ=DAILY', march(7, '10:00'), march(9)],
    ['daily, after a word in the evening', 'FREQ=DAILY', march(5, '22:00'), march(6)],
    ['every 3 working days', 'FREQ=DAILY;INTERVAL=3;X-UNIT=BUSINESSDAY', march(4, '10:00'), march(9)],
    ['every 2 days', 'FREQ=DAILY;INTERVAL=2', march(5, '10:00'), march(9)],
    ['2/day: half a working day', 'FREQ=DAILY;X-TIMES=2', march(5, '10:00'), march(5, '14:00')],
    ['2/day, overnight', 'FREQ=DAILY;X-TIMES=2', march(5, '15:30'), march(6, '11:30')],
    ['2/day, over the weekend', 'FREQ=DAILY;X-TIMES=2', march(6, '16:00'), march(9, '12:00')],
    ['2/day, after a word in the evening', 'FREQ=DAILY;X-TIMES=2', march(5, '20:00'), march(6, '13:00')],
    ['3/day', 'FREQ=DAILY;X-TIMES=3', march(5, '09:00'), march(5, '11:40')],
    ['every 4 hours', 'FREQ=HOURLY;INTERVAL=4', march(5, '15:00'), march(6, '11:00')],
    ['every 30 minutes', 'FREQ=MINUTELY;INTERVAL=30', march(5, '16:45'), march(6, '09:15')],
    ['weekly', 'FREQ=WEEKLY', march(5, '10:00'), march(12)],
    ['weekly, after a word on a Saturday: the Friday before', 'FREQ=WEEKLY', march(7, '10:00'), march(13)],
    ['every 2 weeks', 'FREQ=WEEKLY;INTERVAL=2', march(5, '10:00'), march(19)],
    ['fridays', 'FREQ=WEEKLY;BYDAY=FR', march(5, '10:00'), march(6)],
    ['fridays, after a word on a Friday', 'FREQ=WEEKLY;BYDAY=FR', march(6, '08:00'), march(13)],
    ['mondays and thursdays', 'FREQ=WEEKLY;BYDAY=MO,TH', march(5, '10:00'), march(9)],
    ['mondays and thursdays', 'FREQ=WEEKLY;BYDAY=MO,TH', march(9, '10:00'), march(12)],
    ['every 2 fridays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', march(6, '10:00'), march(20)],
    ['every 2 fridays, after a word on another day', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', march(4), march(13)],
    ['monthly', 'FREQ=MONTHLY', march(5, '10:00'), '2026-04-03T17:00:00.000Z'],
    [
      'monthly, on a Sunday: the Friday before',
      'FREQ=MONTHLY',
      march(26, '10:00'),
      '2026-04-24T17:00:00.000Z',
    ],
    [
      'monthly, from the last of a long month',
      'FREQ=MONTHLY',
      '2026-01-30T10:00:00.000Z',
      '2026-02-27T17:00:00.000Z',
    ],
    ['quarterly', 'FREQ=MONTHLY;INTERVAL=3', march(5, '10:00'), '2026-06-05T17:00:00.000Z'],
    ['yearly', 'FREQ=YEARLY', march(5, '10:00'), '2027-03-05T17:00:00.000Z'],
  ])('%s', (_name, rrule, last, expected) => {
    expect(next(rrule, last)).toBe(expected);
  });

  it.each([
    ['daily at 3pm, before it', 'FREQ=DAILY;BYHOUR=15', march(5, '10:00'), march(5, '15:00')],
    ['daily at 3pm, at it', 'FREQ=DAILY;BYHOUR=15', march(5, '15:00'), march(6, '15:00')],
    ['daily at 3pm, over the weekend', 'FREQ=DAILY;BYHOUR=15', march(6, '16:00'), march(9, '15:00')],
    ['daily at 9:30 and 17:30', 'FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30', march(5, '10:00'), march(5, '17:30')],
    ['daily, 2 times in all', 'FREQ=DAILY;COUNT=2', march(5, '10:00'), march(6)],
    ['every 3 days at noon', 'FREQ=DAILY;INTERVAL=3;BYHOUR=12', march(5, '10:00'), march(10, '12:00')],
    ['fridays at 11', 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=11', march(6, '08:00'), march(6, '11:00')],
    ['fridays at 11, after it', 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=11', march(6, '11:30'), march(13, '11:00')],
    ['weekly at 11', 'FREQ=WEEKLY;BYHOUR=11', march(5, '10:00'), march(12, '11:00')],
    ['saturdays stand', 'FREQ=WEEKLY;BYDAY=SA', march(5, '10:00'), march(7)],
    ['saturdays at 10 stand', 'FREQ=WEEKLY;BYDAY=SA;BYHOUR=10', march(5, '10:00'), march(7, '10:00')],
    ['twice a week', 'FREQ=WEEKLY;X-TIMES=2', march(5, '10:00'), march(9)],
    ['the 15th, a Sunday: the Friday before', 'FREQ=MONTHLY;BYMONTHDAY=15', march(5, '10:00'), march(13)],
    [
      'the 15th, after a word on that Friday',
      'FREQ=MONTHLY;BYMONTHDAY=15',
      march(13),
      '2026-04-15T17:00:00.000Z',
    ],
    ['the 1st and 15th', 'FREQ=MONTHLY;BYMONTHDAY=1,15', march(16), '2026-04-01T17:00:00.000Z'],
    ['the 31st, in a shorter month', 'FREQ=MONTHLY;BYMONTHDAY=31', march(31), '2026-04-30T17:00:00.000Z'],
    ['the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', march(5), march(31)],
    [
      'the 10th of every other month',
      'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10',
      march(10),
      '2026-05-08T17:00:00.000Z',
    ],
    ['the first friday', 'FREQ=MONTHLY;BYDAY=1FR', march(6), '2026-04-03T17:00:00.000Z'],
    ['the last thursday at 4pm', 'FREQ=MONTHLY;BYDAY=-1TH;BYHOUR=16', march(26, '15:00'), march(26, '16:00')],
    ['the fifth friday, in a month of four', 'FREQ=MONTHLY;BYDAY=5FR', march(5), march(27)],
    ['a friday every month', 'FREQ=MONTHLY;BYDAY=FR', march(6), '2026-04-03T17:00:00.000Z'],
    [
      'the first working day',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
      '2026-07-20T10:00:00.000Z',
      '2026-08-03T17:00:00.000Z',
    ],
    [
      'the last working day',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-05-04T10:00:00.000Z',
      '2026-05-29T17:00:00.000Z',
    ],
    ['30 august', 'FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=30', march(5), '2026-08-28T17:00:00.000Z'],
    ['29 february', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', march(5), '2027-02-26T17:00:00.000Z'],
    [
      'the end of a quarter',
      'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
      march(31),
      '2026-06-30T17:00:00.000Z',
    ],
    ['in january', 'FREQ=YEARLY;BYMONTH=1', march(5), '2027-01-01T17:00:00.000Z'],
    ['the 13th friday of a year', 'FREQ=YEARLY;BYDAY=13FR', march(5), march(27)],
    ['the last monday of a year', 'FREQ=YEARLY;BYDAY=-1MO', march(5), '2026-12-28T17:00:00.000Z'],
    ['every 90 seconds', 'FREQ=SECONDLY;INTERVAL=90', march(5, '10:00'), '2026-03-05T10:01:30.000Z'],
  ])('%s', (_name, rrule, last, expected) => {
    expect(next(rrule, last)).toBe(expected);
  });

  it('at the end of work in the zone, even when the clocks go forward', () => {
    const newYork = nineToFive('America/New_York');
    const friday = '2026-03-06T15:00:00.000Z';
    expect(nextAfter({ rrule: 'FREQ=DAILY', text: '' }, friday, newYork)).toBe('2026-03-09T21:00:00.000Z');
  });

  describe('whatever the cadence, in any zone', () => {
    const phrases = fc.constantFrom(
      ...'daily;every 3 working days;2/day;hourly;every 30 seconds;weekly;weekly at 9am;every other tuesday;weekends'.split(
        ';',
      ),
      ...'mondays and thursdays at 2:30am;daily at midnight;daily at 1:30 and 2:30;every 2 fridays at 11pm'.split(
        ';',
      ),
      ...'monthly;monthly on fri;1st and 31st of each month;last day of each month at 23:30;3 times a month'.split(
        ';',
      ),
      ...'first and last working day of every 2 months;every 5th friday;every 3 months on the 30th at noon'.split(
        ';',
      ),
      ...'every feb 29;every 2 years in june;end of each quarter;yearly on the last sunday of march at 2:30;yearly on the 20th monday'.split(
        ';',
      ),
    );
    const rules = fc.oneof(phrases, anyPace).map((phrase) => parseCadence(phrase, readingAt()) as Cadence);
    const calendars = fc
      .constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo')
      .map(nineToFive);

    it('the next update is later than the word', () => {
      fc.assert(
        fc.property(rules, calendars, anyInstant, (rule, calendar, last) => {
          expect(nextAfter(rule, last, calendar) > last).toBe(true);
        }),
        { numRuns: 2000 },
      );
    });

    it('a later word is never followed by an earlier update', () => {
      fc.assert(
        fc.property(rules, calendars, anyInstant, fc.nat(100_000), (rule, calendar, last, minutes) => {
          const later = instant(epoch(last) + minutes * 60_000);
          expect(nextAfter(rule, later, calendar) >= nextAfter(rule, last, calendar)).toBe(true);
        }),
        { numRuns: 2000 },
      );
    });

    it('it is on a working day, unless another weekday was named', () => {
      fc.assert(
        fc.property(rules, anyInstant, (rule, last) => {
          fc.pre(!/SA|SU/.test(rule.rrule));
          expect([1, 2, 3, 4, 5]).toContain(weekdayOf(localDay(CALENDAR, nextAfter(rule, last, CALENDAR))));
        }),
      );
    });
  });
});

describe('a calendar of its own', () => {
  const days = (from: number, to: number) =>
    new Map(
      Array.from(
        { length: to - from + 1 },
        (_, index) => [from + index, { kind: 'away', name: null }] as const,
      ),
    );
  it('a weekday that is worked is not due in the middle of a long leave', () => {
    const first = localDay(CALENDAR, march(10));
    const away = { ...CALENDAR, daysOff: days(first, first + 180) };
    const mondays = nextAfter({ rrule: 'FREQ=WEEKLY;BYDAY=MO', text: '' }, march(9, '10:00'), away);
    expect(away.daysOff.has(localDay(away, mondays))).toBe(false);
    expect(localDay(away, mondays)).toBeGreaterThan(first + 180);
  });
  it('twice a week is spread over the days that are worked', () => {
    const twoDays = { ...CALENDAR, week: workWeek([1, 2], 540, 1020) };
    const twice = { rrule: 'FREQ=WEEKLY;X-TIMES=2', text: '' };
    expect(nextAfter(twice, march(2, '10:00'), twoDays)).toBe(march(3));
    expect(nextAfter(twice, march(2, '10:00'), CALENDAR)).toBe(march(4));
  });
});

describe('a rule', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=DAILY;X-TIMES=2',
  ])('%s can be read', (rrule) => {
    expect(isRecurrenceRule(rrule)).toBe(true);
  });
  it.each([
    '',
    'daily',
    'FREQ=NEVER',
    'INTERVAL=2',
    'FREQ=SECONDLY;INTERVAL=0',
    'FREQ=YEARLY;INTERVAL=1000000000',
    'FREQ=MINUTELY;INTERVAL=1e9',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=DAILY;BYHOUR=25',
    'FREQ=DAILY;FREQ=DAILY',
  ])('"%s" cannot be read, but the next update still comes', (rrule) => {
    expect(isRecurrenceRule(rrule)).toBe(false);
    const never = { ...CALENDAR, week: workWeek([], 540, 1020) };
    for (const calendar of [CALENDAR, never]) {
      expect(nextAfter({ rrule, text: '' }, march(2, '10:00'), calendar)).toMatch(/^\d{4}-/);
    }
  });
});
