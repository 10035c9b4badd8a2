import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { isoOfDay } from '../../src/domain/time/iso-day.ts';
import { parseDaySpan } from '../../src/input/day-span.ts';
import { sayMinutes } from '../../src/views/words/away.ts';
import { CALENDAR, march } from '../support/situation.ts';

/** What a phrase takes, typed at 9 o'clock on a day in March 2026: "2026-03-25 14:00 2026-03-25". */
async function read(phrase: string, day = 2): Promise<string> {
  const span = await parseDaySpan(phrase, {
    now: march(day, '09:00'),
    calendar: CALENDAR,
    dateOrder: 'mdy',
    clock: '12h',
  });
  if (span instanceof Refusal) return span.code;
  const { first, last, beginsAt, endsAt } = span;
  const clock = (minutes: number | undefined) => (minutes === undefined ? [] : [sayMinutes(minutes)]);
  return [isoOfDay(first), ...clock(beginsAt), isoOfDay(last), ...clock(endsAt)].join(' ');
}

describe('days away without a year', () => {
  it.each([
    ['27 feb..6 mar', 2, '2026-02-27 2026-03-06'],
    ['2 mar..6 mar', 10, '2026-03-02 2026-03-06'],
    ['mon 2 mar..fri 6 mar', 10, '2026-03-02 2026-03-06'],
    ['2 mar..20 mar', 10, '2026-03-02 2026-03-20'],
    ['9 mar', 10, '2026-03-09 2026-03-09'],
    ['february', 10, '2026-02-01 2026-02-28'],
    ['march', 10, '2026-03-01 2026-03-31'],
    ['january', 10, '2027-01-01 2027-01-31'],
    ['21 dec..2 jan', 10, '2026-12-21 2027-01-02'],
    ['2 jan..5 jan', 2, '2027-01-02 2027-01-05'],
    ['mon..fri', 11, '2026-03-16 2026-03-20'],
    ['27 feb 2027..6 mar 2027', 2, '2027-02-27 2027-03-06'],
  ])('%s, typed on %i March', async (phrase, day, expected) => {
    expect(await read(phrase, day)).toBe(expected);
  });
});

describe('times of day', () => {
  it.each([
    ['25 mar 2pm', '2026-03-25 14:00 2026-03-25'],
    ['from 2pm on 25 mar', '2026-03-25 14:00 2026-03-25'],
    ['25 mar from 2pm', '2026-03-25 14:00 2026-03-25'],
    ['25 mar until 11am', '2026-03-25 2026-03-25 11:00'],
    ['25 mar 14:00-16:00', '2026-03-25 14:00 2026-03-25 16:00'],
    ['25 mar 2pm to 4pm', '2026-03-25 14:00 2026-03-25 16:00'],
    ['24 dec 13:00..24 dec 17:00', '2026-12-24 13:00 2026-12-24 17:00'],
    ['24 dec 13:00..17:00', '2026-12-24 13:00 2026-12-24 17:00'],
    ['today 1pm..5pm', '2026-03-02 13:00 2026-03-02 17:00'],
    ['tomorrow 9am..11am', '2026-03-03 09:00 2026-03-03 11:00'],
    ['24 dec 1pm..2 jan', '2026-12-24 13:00 2027-01-02'],
    ['24 dec..2 jan noon', '2026-12-24 2027-01-02 12:00'],
    ['friday afternoon', '2026-03-06 12:00 2026-03-06 18:00'],
    ['fri morning', '2026-03-06 2026-03-06 12:00'],
    ['this afternoon', '2026-03-02 12:00 2026-03-02 18:00'],
    ['fri afternoon..mon morning', '2026-03-06 12:00 2026-03-09 12:00'],
    ['25 mar 00:00..26 mar 00:00', '2026-03-25 2026-03-25'],
    ['someday', 'date-vague'],
    ['fri..mon..tue', 'days-not-understood'],
  ])('%s', async (phrase, expected) => {
    expect(await read(phrase)).toBe(expected);
  });
});
