import { describe, expect, it } from 'vitest';
import { atLocalTime, dayOf } from '../../../src/domain/time/calendar.ts';
import type { Instant } from '../../../src/domain/time/moment.ts';
import {
  sayDate,
  sayDistance,
  sayRelative,
  sayRelativeDate,
  sayShort,
} from '../../../src/views/words/time.ts';
import { nineToFive } from '../../support/situation.ts';

const BERLIN = nineToFive('Europe/Berlin');

/** An instant from its local time: `at('2026-03-05 15:00')`. */
function at(local: string, calendar = BERLIN): Instant {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = local.split(/[- :]/).map(Number);
  return atLocalTime(calendar, dayOf(year, month, day), ((hour * 60 + minute) * 60 + second) * 1000);
}

describe('how far apart', () => {
  const NOW = '2026-03-04 09:00';
  it.each([
    ['2026-03-04 09:00', 'a moment', 'now'],
    ['2026-03-04 09:00:30', 'a moment', 'now'],
    ['2026-03-04 09:01', '1 min', 'in 1 min'],
    ['2026-03-04 08:20', '40 min', '40 min ago'],
    ['2026-03-04 10:59', '1 h', 'in 1 h'],
    ['2026-03-04 23:59', '14 h', 'in 14 h'],
    ['2026-03-05 01:00', '1 day', 'tomorrow'],
    ['2026-03-05 23:00', '1 day', 'tomorrow'],
    ['2026-03-03 23:00', '1 day', 'yesterday'],
    ['2026-03-06 00:01', '2 days', 'in 2 days'],
    ['2026-03-02 23:59', '2 days', '2 days ago'],
    ['2026-03-24 09:00', '20 days', 'in 20 days'],
    ['2026-03-25 09:00', '3 weeks', 'in 3 weeks'],
    ['2026-06-04 09:00', '3 months', 'in 3 months'],
    ['2029-03-04 09:00', '3 years', 'in 3 years'],
  ])('%s is %s away: %s', (when, distance, relative) => {
    expect(sayDistance(at(NOW), at(when), BERLIN)).toBe(distance);
    expect(sayDistance(at(when), at(NOW), BERLIN)).toBe(distance);
    expect(sayRelative(at(when), at(NOW), BERLIN)).toBe(relative);
  });

  it('counts days by the calendar, also where the clock is changed', () => {
    expect(sayRelative(at('2026-03-30 09:00'), at('2026-03-28 10:00'), BERLIN)).toBe('in 2 days');
    expect(sayRelative(at('2026-03-29 03:30'), at('2026-03-29 01:30'), BERLIN)).toBe('in 1 h');
    expect(sayRelative(at('2026-10-25 09:00'), at('2026-10-24 23:30'), BERLIN)).toBe('tomorrow');
  });

  it('calls a few hours past midnight by their hours, and the day by its name', () => {
    expect(sayDistance(at('2026-03-04 23:00'), at('2026-03-05 01:00'), BERLIN)).toBe('2 h');
    expect(sayRelative(at('2026-03-05 01:00'), at('2026-03-04 23:00'), BERLIN)).toBe('tomorrow');
  });
});

describe('sayShort', () => {
  const moment = (when: string, grain: 'day' | 'time') => ({ at: at(when), zone: 'Europe/Berlin', grain });

  it('says a time today without its day, a day without its time, and a far year in full', () => {
    const now = at('2026-03-04 09:00');
    expect(sayShort(moment('2026-03-04 15:00', 'time'), { now, calendar: BERLIN })).toBe('15:00');
    expect(sayShort(moment('2026-03-05 15:00', 'time'), { now, calendar: BERLIN })).toBe('Thu 5 Mar 15:00');
    expect(sayShort(moment('2026-03-05 17:00', 'day'), { now, calendar: BERLIN })).toBe('Thu 5 Mar');
    expect(sayShort(moment('2027-03-05 17:00', 'day'), { now, calendar: BERLIN })).toBe('Fri 5 Mar 2027');
  });
});

describe('a day in another zone', () => {
  const NEW_YORK = nineToFive('America/New_York');
  const TOKYO = nineToFive('Asia/Tokyo');
  const tuesday = { at: at('2026-03-10 17:00', NEW_YORK), zone: 'America/New_York', grain: 'day' } as const;
  const say = (calendar: typeof TOKYO, now: string) => {
    const present = { now: at(now, calendar), calendar };
    return [sayDate(tuesday, present), sayShort(tuesday, present), sayRelativeDate(tuesday, present)];
  };
  it('is the day that was said, with the time here if it ends here on another day', () => {
    const date = 'Tue 10 Mar (Wed 06:00 here)';
    expect(say(TOKYO, '2026-03-02 09:00')).toEqual([date, date, 'in 9 days']);
    expect(say(BERLIN, '2026-03-02 09:00')).toEqual(['Tue 10 Mar', 'Tue 10 Mar', 'in 8 days']);
    expect(say(NEW_YORK, '2026-03-09 09:00')).toEqual(['Tue 10 Mar', 'Tue 10 Mar', 'tomorrow']);
  });
  it('is neither tomorrow nor yesterday by the day that it is not', () => {
    expect(say(TOKYO, '2026-03-10 20:00')[2]).toBe('in 1 day');
    expect(say(TOKYO, '2026-03-11 03:00')[2]).toBe('in 3 h');
    expect(say(TOKYO, '2026-03-12 03:00')[2]).toBe('1 day ago');
  });
  it('is not the day of a time, which is shown by the clock here', () => {
    const moment = { ...tuesday, grain: 'time' } as const;
    const present = { now: at('2026-03-02 09:00', TOKYO), calendar: TOKYO };
    expect(sayDate(moment, present)).toBe('Wed 11 Mar 06:00');
  });
});

describe('a window', () => {
  const window = {
    at: at('2026-03-05 15:00'),
    from: at('2026-03-05 14:00'),
    zone: 'Europe/Berlin',
    grain: 'time',
  } as const;
  it('is shown from its start to its end, when it is due', () => {
    expect(sayDate(window, { now: at('2026-03-02 09:00'), calendar: BERLIN })).toBe('Thu 5 Mar 14:00-15:00');
    expect(sayShort(window, { now: at('2026-03-05 09:00'), calendar: BERLIN })).toBe('14:00-15:00');
  });
});
