import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/domain/base/refusal.ts';
import { sayElsewhere } from '../../src/domain/time/wording.ts';
import { parseDate } from '../../src/input/dates.ts';
import { readTitle } from '../../src/input/title.ts';
import { nineToFive } from '../support/situation.ts';
import { meaning, readingAt } from '../support/words.ts';

describe('a place in a date: its day and time are those of that place', () => {
  it.each(
    Object.entries({
      'friday 5pm Berlin': '2026-03-06 16:00',
      'friday 5pm BERLIN time': '2026-03-06 16:00',
      'friday 5pm (Berlin)': '2026-03-06 16:00',
      '5pm Berlin time on friday': '2026-03-06 16:00',
      'friday 5pm Europe/Berlin': '2026-03-06 16:00',
      'friday 5pm europe/berlin': '2026-03-06 16:00',
      '5pm in Tokyo': '2026-03-05 08:00',
      'in Tokyo tomorrow 5pm': '2026-03-05 08:00',
      '3pm New York time': '2026-03-04 20:00',
      'friday 5pm Kolkata': '2026-03-06 11:30',
      'friday 5pm São Paulo': '2026-03-06 20:00',
      'friday 5pm Port-au-Prince': '2026-03-06 22:00',
      'friday 5pm US/Eastern': '2026-03-06 22:00',
      'friday 2-4pm New York': '2026-03-06 19:00-21:00',
      'friday Berlin': '2026-03-06',
      '15h Berlin': '2026-03-04 14:00',
      'noon UTC+2': '2026-03-05 10:00',
      'noon utc +5:30': '2026-03-05 06:30',
      'noon GMT-3': '2026-03-04 15:00',
      '9am PT': '2026-03-04 17:00',
      '8am pst tomorrow': '2026-03-05 16:00',
      '15:00 CET': '2026-03-04 14:00',
      'july 3 9am EDT': '2026-07-03 13:00',
      'Mon, 09 Mar 2026 15:04:05 GMT': '2026-03-09 15:04:05',
    }),
  )('"%s" is %s in UTC', (phrase, expected) => {
    expect(meaning(phrase)).toBe(expected);
  });

  it('tomorrow is also that of the place', () => {
    expect(meaning('tomorrow 9am Auckland', readingAt('2026-03-04T20:00Z'))).toBe('2026-03-05 20:00');
  });

  it('a day ends with the working hours there', () => {
    expect(parseDate('friday New York', readingAt())).toEqual({
      at: '2026-03-06T22:00:00.000Z',
      zone: 'America/New_York',
      grain: 'day',
      text: 'friday New York',
    });
  });

  it.each([
    ['5pm IST', 'can mean a time in several zones', 'Asia/Kolkata, Europe/Dublin, Asia/Jerusalem'],
    ['5pm BST', 'can mean a time in several zones', 'Europe/London, Asia/Dhaka'],
    ['july 3 9am EST', 'uses an abbreviation that does not apply on that date', '5pm New York'],
    ['dec 3 9am CEST', 'uses an abbreviation that does not apply on that date', '5pm Brussels'],
  ])('"%s" %s', (phrase, why, hint) => {
    const refusal = parseDate(phrase, readingAt());
    expect(refusal).toMatchObject({ code: 'date-not-understood', message: `"${phrase}" ${why}.` });
    expect((refusal as Refusal).hint).toContain(hint);
  });

  it.each([
    'Tokyo',
    'monday easter',
    'friday 5pm Atlantis',
    'friday 5pm London Paris',
    'noon UTC+15',
    'in 2 hours London',
    'tomorrow London week',
  ])('is not in "%s"', (phrase) => {
    expect(meaning(phrase)).toBe('date-not-understood');
  });

  it('in a title it needs a clock time, because it more likely says where than when', async () => {
    expect(await readTitle('Report by friday 5pm London', readingAt())).toMatchObject({
      title: 'Report',
      by: { zone: 'Europe/London' },
    });
    expect(await readTitle('Present it by friday in London', readingAt())).toEqual({
      title: 'Present it by friday in London',
    });
    expect(await readTitle('Trip to Paris', readingAt())).toEqual({ title: 'Trip to Paris' });
  });
});

describe('the clock of another place', () => {
  it.each([
    ['Europe/London', '16:00 London'],
    ['America/New_York', '11:00 New York'],
    ['Asia/Tokyo', 'Sat 01:00 Tokyo'],
    ['UTC', '16:00 UTC'],
    ['+05:30', '21:30 UTC+5:30'],
    ['-03:00', '13:00 UTC-3'],
  ])('in %s: %s', (zone, said) => {
    expect(sayElsewhere('2026-03-06T16:00:00.000Z', zone, nineToFive('Europe/Berlin'))).toBe(said);
  });
});
