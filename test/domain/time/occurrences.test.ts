import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Day,
  type DayOff,
  dayOf,
  isWorkingDay,
  localDay,
  type WorkCalendar,
} from '../../../src/domain/time/calendar.ts';
import { epoch, type Instant, instant } from '../../../src/domain/time/moment.ts';
import {
  isTooOften,
  type Occurrence,
  ON_DAYS_OFF,
  occurrenceKey,
  occurrences,
  type Reached,
  type Rhythm,
} from '../../../src/domain/time/occurrences.ts';
import { anyInstant } from '../../support/arbitrary.ts';
import { anyCalendar, clock, local } from '../../support/calendars.ts';
import { CALENDAR, march, nineToFive } from '../../support/situation.ts';

const rhythm = (rrule: string, since: Instant, more: Partial<Rhythm> = {}): Rhythm => ({
  cadence: { rrule, text: rrule },
  since,
  onDaysOff: 'before',
  until: null,
  pauses: [],
  ...more,
});

/** The first times that come, or as many as there are. */
function first(count: number, of: Rhythm, calendar = CALENDAR, reached: Reached | null = null): Occurrence[] {
  const found: Occurrence[] = [];
  for (const each of occurrences(of, reached, calendar)) {
    found.push(each);
    if (found.length === count) break;
  }
  return found;
}

const dues = (count: number, of: Rhythm, calendar?: WorkCalendar) =>
  first(count, of, calendar).map(({ due }) => due.at.slice(0, 16).replace('T', ' '));

function off(...days: readonly [Day, DayOff['kind']][]): WorkCalendar {
  return { ...CALENDAR, daysOff: new Map(days.map(([day, kind]) => [day, { kind, name: null }])) };
}

/** March 2026 begins on a Sunday: the 2nd is a Monday, the 6th a Friday. */
describe('what comes again comes', () => {
  it.each<[string, string, Instant, string[]]>([
    [
      'on each named weekday, the first time as soon as that comes',
      'FREQ=WEEKLY;BYDAY=FR;BYHOUR=16',
      march(2, '09:00'),
      ['2026-03-06 16:00', '2026-03-13 16:00'],
    ],
    [
      'today, where its time is still ahead',
      'FREQ=WEEKLY;BYDAY=MO;BYHOUR=16',
      march(2, '09:00'),
      ['2026-03-02 16:00', '2026-03-09 16:00'],
    ],
    [
      'every second week, counted from the week in which it began',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR',
      march(4, '09:00'),
      ['2026-03-06 17:00', '2026-03-16 17:00', '2026-03-20 17:00', '2026-03-30 17:00'],
    ],
    [
      'on the weekday on which it began, where none is named',
      'FREQ=WEEKLY',
      march(3, '09:00'),
      ['2026-03-10 17:00', '2026-03-17 17:00'],
    ],
    [
      'on the last day of a month without a 31st, and then on the 31st again',
      'FREQ=MONTHLY;BYMONTHDAY=31;BYHOUR=9',
      march(2, '09:00'),
      ['2026-03-31 09:00', '2026-04-30 09:00', '2026-05-29 09:00', '2026-06-30 09:00', '2026-07-31 09:00'],
    ],
    [
      'on the date on which it began, where none is named',
      'FREQ=MONTHLY',
      '2026-01-30T10:00:00.000Z',
      ['2026-02-27 17:00', '2026-03-30 17:00', '2026-04-30 17:00'],
    ],
    [
      'every second month, not every month that is long enough',
      'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31',
      '2026-01-05T10:00:00.000Z',
      ['2026-01-30 17:00', '2026-03-31 17:00', '2026-05-29 17:00', '2026-07-31 17:00'],
    ],
    [
      'on last Fridays',
      'FREQ=MONTHLY;BYDAY=-1FR',
      march(2),
      ['2026-03-27 17:00', '2026-04-24 17:00', '2026-05-29 17:00'],
    ],
    [
      'every third working day',
      'FREQ=DAILY;INTERVAL=3',
      march(5, '10:00'),
      ['2026-03-10 17:00', '2026-03-13 17:00', '2026-03-18 17:00'],
    ],
    [
      'twice a day, in working time',
      'FREQ=DAILY;X-TIMES=2',
      march(6, '10:00'),
      ['2026-03-06 14:00', '2026-03-09 10:00', '2026-03-09 14:00'],
    ],
    [
      'on the 29th of February, else on the last day of that month',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=9',
      '2026-01-05T10:00:00.000Z',
      ['2026-02-27 09:00', '2027-02-26 09:00', '2028-02-29 09:00'],
    ],
  ])('%s', (_, rule, since, expected) => {
    expect(dues(expected.length, rhythm(rule, since))).toEqual(expected);
  });

  it('at the same clock time on both sides of a night in which the clocks change', () => {
    const newYork = nineToFive('America/New_York');
    const fridays = rhythm('FREQ=WEEKLY;BYDAY=FR;BYHOUR=16', local('America/New_York', '2026-02-27 09:00'));
    const times = first(3, fridays, newYork).map(({ due }) => clock('America/New_York', due.at));
    expect(times).toEqual(['2026-02-27 16:00', '2026-03-06 16:00', '2026-03-13 16:00']);
    const sundays = rhythm('FREQ=WEEKLY;BYDAY=SU;BYHOUR=2;BYMINUTE=30', march(2), { onDaysOff: 'keep' });
    // At 2:30 on that Sunday there is no such time: it is an hour later by the clock.
    expect(clock('America/New_York', first(1, sundays, newYork)[0]?.due.at ?? '')).toBe('2026-03-08 03:30');
  });

  it('from when it was done, where the rule says so, and not before', () => {
    const fromDone = rhythm('FREQ=WEEKLY;INTERVAL=2;X-FROM=DONE', march(2));
    const done = {
      on: march(16),
      due: march(16),
      since: march(2),
      isOpen: false,
      doneAt: march(24, '11:00'),
    };
    expect(first(1, fromDone, CALENDAR, done)[0]?.due.at).toBe('2026-04-07T17:00:00.000Z');
  });

  it('not after its last day, and not while it is paused', () => {
    const fridays = 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=16';
    const since = march(2, '09:00');
    expect(dues(9, rhythm(fridays, since, { until: dayOf(2026, 3, 13) }))).toEqual([
      '2026-03-06 16:00',
      '2026-03-13 16:00',
    ]);
    const pauses = [{ first: dayOf(2026, 3, 9), last: dayOf(2026, 3, 20) }];
    expect(dues(2, rhythm(fridays, since, { pauses }))).toEqual(['2026-03-06 16:00', '2026-03-27 16:00']);
  });
});

describe('on a day off', () => {
  const friday = dayOf(2026, 3, 13);
  const fridays = (onDaysOff: Rhythm['onDaysOff']) =>
    rhythm('FREQ=WEEKLY;BYDAY=FR;BYHOUR=16', march(7), { onDaysOff });

  it.each([
    ['before', '2026-03-12 16:00'],
    ['after', '2026-03-16 16:00'],
    ['keep', '2026-03-13 16:00'],
  ] as const)('it comes %s', (onDaysOff, expected) => {
    const [time, next] = first(2, fridays(onDaysOff), off([friday, 'holiday']));
    expect(time?.due.at.slice(0, 16).replace('T', ' ')).toBe(expected);
    expect(time?.instead).toBe(onDaysOff === 'keep' ? null : friday);
    // What comes after it is not shifted with it.
    expect(next?.due.at).toBe(march(20, '16:00'));
  });
  it('a weekday that is never worked stays', () => {
    expect(dues(1, rhythm('FREQ=WEEKLY;BYDAY=SA;BYHOUR=10', march(2)))).toEqual(['2026-03-07 10:00']);
  });
  it('two weeks away do not make two of them due on one day', () => {
    const away = Array.from({ length: 12 }, (_, index): [Day, 'away'] => [dayOf(2026, 3, 9) + index, 'away']);
    expect(dues(2, rhythm('FREQ=WEEKLY;BYDAY=FR;BYHOUR=16', march(2)), off(...away))).toEqual([
      '2026-03-06 16:00',
      '2026-03-27 16:00',
    ]);
  });
  it('away never changes which times are named, only when they come', () => {
    const months = rhythm('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;BYHOUR=9', march(2));
    const [usual] = first(1, months);
    const [away] = first(1, months, off([dayOf(2026, 3, 31), 'away']));
    expect(away?.on).toBe(usual?.on);
    expect(away?.due.at).toBe(march(30, '09:00'));
  });
});

it('what is expected each time cannot come every few minutes', () => {
  const of = (rrule: string) => ({ rrule, text: '' });
  expect(isTooOften(of('FREQ=MINUTELY;INTERVAL=30'))).toBe(true);
  expect(isTooOften(of('FREQ=HOURLY'))).toBe(false);
});

const anyRule = fc
  .record({
    named: fc.constantFrom(
      'FREQ=DAILY',
      'FREQ=WEEKLY',
      'FREQ=WEEKLY;BYDAY=FR',
      'FREQ=WEEKLY;BYDAY=MO,TH',
      'FREQ=WEEKLY;BYDAY=SA',
      'FREQ=MONTHLY',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      'FREQ=MONTHLY;BYMONTHDAY=1,15',
      'FREQ=MONTHLY;BYDAY=-1FR',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'FREQ=YEARLY',
      'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=31',
    ),
    interval: fc.constantFrom('', ';INTERVAL=2', ';INTERVAL=3'),
    clock: fc.constantFrom('', ';BYHOUR=9', ';BYHOUR=2;BYMINUTE=30', ';BYHOUR=9,16'),
  })
  .map(({ named, interval, clock: time }) => named + interval + time);

const anyRhythm = fc.record({
  rule: fc.oneof(
    anyRule,
    fc.constantFrom('FREQ=DAILY;X-TIMES=2', 'FREQ=WEEKLY;X-TIMES=2', 'FREQ=HOURLY;INTERVAL=3'),
  ),
  since: anyInstant,
  onDaysOff: fc.constantFrom(...ON_DAYS_OFF),
});

describe('whatever the cadence and the calendar', () => {
  it('times never repeat and never go back, and each has a name of its own', () => {
    fc.assert(
      fc.property(anyRhythm, anyCalendar, ({ rule, since, onDaysOff }, calendar) => {
        const times = first(12, rhythm(rule, since, { onDaysOff }), calendar);
        const names = times.map((each) => occurrenceKey(each, calendar));
        expect(new Set(names).size).toBe(times.length);
        times.forEach(({ on, due }, index) => {
          expect(due.at > since).toBe(true);
          const before = times[index - 1];
          if (before) expect([on > before.on, due.at > before.due.at]).toEqual([true, true]);
        });
      }),
    );
  });
  it('what comes after some of them is what comes after the last of them', () => {
    fc.assert(
      fc.property(
        anyRhythm,
        anyCalendar,
        fc.integer({ min: 1, max: 8 }),
        ({ rule, since, onDaysOff }, calendar, taken) => {
          const of = rhythm(rule, since, { onDaysOff });
          const times = first(taken + 2, of, calendar);
          const last = times[taken - 1];
          if (!last) return;
          const reached = { on: last.on, due: last.due.at, since, isOpen: true, doneAt: null };
          expect(first(2, of, calendar, reached)).toEqual(times.slice(taken, taken + 2));
        },
      ),
    );
  });
  it('they come on working days, unless they stay or are of a weekday that is never worked', () => {
    fc.assert(
      fc.property(anyRule, anyInstant, anyCalendar, (rule, since, calendar) => {
        for (const { due } of first(8, rhythm(rule, since), calendar)) {
          // Midnight at the end of a day belongs to that day.
          const day = localDay(calendar, instant(epoch(due.at) - 1));
          const isNamed = /BYDAY/.test(rule) && !/BYSETPOS/.test(rule);
          expect(isWorkingDay(calendar, day) || isNamed || /^FREQ=WEEKLY/.test(rule)).toBe(true);
        }
      }),
    );
  });
});
