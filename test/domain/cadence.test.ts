import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextAfter } from '../../src/domain/cadence.ts';
import { endOfWork, localDay } from '../../src/domain/calendar.ts';
import type { Instant } from '../../src/domain/moment.ts';
import { anyInstant } from '../support/arbitrary.ts';
import { CALENDAR, march, nineToFive } from '../support/situation.ts';

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

  it('at the end of work in the zone, also where the clock is put forward', () => {
    const newYork = nineToFive('America/New_York');
    const friday = '2026-03-06T15:00:00.000Z';
    expect(nextAfter({ rrule: 'FREQ=DAILY', text: '' }, friday, newYork)).toBe('2026-03-09T21:00:00.000Z');
  });

  it('later than the word, and never on a day off, whatever the cadence', () => {
    const rules = [
      'FREQ=DAILY',
      'FREQ=DAILY;INTERVAL=3;X-UNIT=BUSINESSDAY',
      'FREQ=WEEKLY',
      'FREQ=WEEKLY;BYDAY=SA,SU',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR',
      'FREQ=MONTHLY',
      'FREQ=YEARLY',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...rules), anyInstant, (rrule, last) => {
        const due = next(rrule, last);
        expect(due > last).toBe(true);
        expect([1, 2, 3, 4, 5]).toContain(new Date(due).getUTCDay());
        expect(due).toBe(endOfWork(CALENDAR, localDay(CALENDAR, due)));
      }),
    );
  });
});
