import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { localDay } from '../../src/domain/time/calendar.ts';
import { instant } from '../../src/domain/time/moment.ts';
import { type Direction, parseDate, parseDateStrictly } from '../../src/input/dates.ts';
import { nineToFive, workWeek } from '../support/situation.ts';
import { meaning, readingAt } from '../support/words.ts';

/** Phrases beside what they mean, on Wednesday 4 March 2026 at 10:00 in UTC. */
function means(cases: Record<string, string>, direction: Direction = 'ahead') {
  it.each(Object.entries(cases))(`${direction === 'back' ? 'back, ' : ''}"%s" is %s`, (phrase, expected) => {
    expect(meaning(phrase, readingAt(), direction)).toBe(expected);
  });
}

describe('a weekday', () => {
  means({
    friday: '2026-03-06',
    fri: '2026-03-06',
    monday: '2026-03-09',
    wednesday: '2026-03-11',
    'this wednesday': '2026-03-04',
    'this monday': '2026-03-09',
    'next friday': '2026-03-13',
    'next sunday': '2026-03-15',
    'last friday': '2026-02-27',
    'friday of next week': '2026-03-13',
    'mon next week': '2026-03-09',
    'wednesday 11am': '2026-03-04 11:00',
    'wednesday 9am': '2026-03-11 09:00',
    'friday week': '2026-03-13',
    'a week on friday': '2026-03-13',
    'two fridays from now': '2026-03-13',
  });
});

describe('a clock time', () => {
  means({
    '5pm': '2026-03-04 17:00',
    '9am': '2026-03-05 09:00',
    '17:00': '2026-03-04 17:00',
    '8.30pm': '2026-03-04 20:30',
    '8p': '2026-03-04 20:00',
    'at 5': '2026-03-04 17:00',
    'at 9': '2026-03-05 09:00',
    'by 5': '2026-03-04 17:00',
    '5': 'date-not-understood',
    '3:30': '2026-03-04 15:30',
    '03:30': '2026-03-05 03:30',
    '12:30': '2026-03-04 12:30',
    '12h15': '2026-03-04 12:15',
    '2h30': 'date-not-understood',
    '9 o’clock': '2026-03-05 09:00',
    'half past three': '2026-03-04 15:30',
    'a quarter to noon': '2026-03-04 11:45',
    'ten fifty five p. m.': '2026-03-04 22:55',
    'at 730 in the evening': '2026-03-04 19:30',
    noon: '2026-03-04 12:00',
    'at 1300 hours': '2026-03-04 13:00',
    '1300h': 'date-not-understood',
    midnight: '2026-03-05 00:00',
    'tonight at midnight': '2026-03-05 00:00',
    '24:00': '2026-03-05 00:00',
    '10:00': '2026-03-05 10:00',
  });

  it('asks which midnight of a named day is meant', () => {
    const refusal = parseDate('friday midnight', readingAt());
    expect(refusal).toMatchObject({
      code: 'date-not-understood',
      message: '"friday midnight" can be the midnight before that day or the one after it.',
    });
  });
});

describe('a day with a clock time, in any order', () => {
  means({
    'thursday 3pm': '2026-03-05 15:00',
    'friday at 3': '2026-03-06 15:00',
    'friday 3': 'date-not-understood',
    'mon 9:30': '2026-03-09 09:30',
    'tomorrow 5pm': '2026-03-05 17:00',
    '5pm tomorrow': '2026-03-05 17:00',
    'at 5 tomorrow afternoon': '2026-03-05 17:00',
    'dec 27 at 4pm': '2026-12-27 16:00',
    '27 dec 2026 4pm': '2026-12-27 16:00',
    'in 2 days at noon': '2026-03-06 12:00',
    'end of month 3pm': '2026-03-31 15:00',
    'today 9am': '2026-03-04 09:00',
    'next month 5pm': 'date-not-understood',
  });
});

describe('a part of a day, as a due time, is a time inside it', () => {
  means({
    'tomorrow morning': '2026-03-05 12:00',
    'friday afternoon': '2026-03-06 17:00',
    'this evening': '2026-03-04 20:00',
    tonight: '2026-03-04 20:00',
    'tomorrow at lunch': '2026-03-05 12:00',
    'first thing tomorrow': '2026-03-05 09:00',
    'friday night': '2026-03-06 22:00',
    'tonight at 7': '2026-03-04 19:00',
    'friday 11 at night': '2026-03-06 23:00',
    'monday morning 3pm': 'date-not-understood',
    '2 at night': 'date-not-understood',
  });

  it('means its end once the due time has passed', () => {
    expect(meaning('tonight', readingAt('2026-03-04T21:00Z'))).toBe('2026-03-05 00:00');
  });
});

describe('a date', () => {
  means({
    '2026-03-05': '2026-03-05',
    '20260305': '2026-03-05',
    '2026-064': '2026-03-05',
    'dec 27': '2026-12-27',
    '27 december': '2026-12-27',
    'the 2nd of april': '2026-04-02',
    'April 2nd, 2027': '2027-04-02',
    'march 4': '2026-03-04',
    'march 3': '2027-03-03',
    'feb 29': '2028-02-29',
    'the 15th': '2026-03-15',
    'on the first': '2026-04-01',
    '4th': '2026-03-04',
    '31st': '2026-03-31',
    'the 20th of next month': '2026-04-20',
    'friday the 13th': '2026-03-13',
    'Thu, Mar 5': '2026-03-05',
    'thursday 4 march': '2027-03-04',
    'thursday 4 march 2026': 'date-impossible',
    'first tuesday of october': '2026-10-06',
    'last friday of the month': '2026-03-27',
    'last working day of may': '2026-05-29',
    "new year's eve": '2026-12-31',
    march: '2027-03-01',
    june: '2026-06-01',
  });

  it('without a month is in the next month that has it', () => {
    expect(meaning('31st', readingAt('2026-04-10T10:00Z'))).toBe('2026-05-31');
  });

  it.each([
    ['5/6', 'mdy', '2026-05-06'],
    ['5/6', 'dmy', '2026-06-05'],
    ['5/6/2027', 'dmy', '2027-06-05'],
    ['13/09', 'mdy', '2026-09-13'],
    ['09/13', 'dmy', 'date-impossible'],
    ['9/13/2026', 'dmy', 'date-impossible'],
    ['9.13.2026', 'mdy', 'date-impossible'],
    ['13/13', 'mdy', 'date-impossible'],
    ['1/2', 'mdy', '2027-01-02'],
    ['5.6.2026', 'mdy', '2026-06-05'],
    ['8.30', 'mdy', 'date-not-understood'],
    ['26-01-02', 'mdy', 'date-not-understood'],
  ] as const)('in numbers follows the configured order: %s as %s is %s', (phrase, order, expected) => {
    expect(meaning(phrase, readingAt(undefined, 'UTC', order))).toBe(expected);
  });
});

it('a date with its month where the day belongs is refused with the other reading', () => {
  expect(parseDate('friday, 2/20', readingAt(undefined, 'UTC', 'dmy'))).toMatchObject({
    message: '"friday, 2/20" has no month 20, because days come first.',
    hint: 'Did you mean "20 february"?',
  });
});

describe('a number with an article is a day', () => {
  means({
    'the 20': '2026-03-20',
    'by the 2': '2026-04-02',
    'friday the 20': '2026-03-20',
    'on the 9 at 4': '2026-03-09 16:00',
    'the 9 of next month': '2026-04-09',
    'the 33': 'date-impossible',
    'the 9:30': '2026-03-05 09:30',
    'at 20': '2026-03-04 20:00',
  });
});

describe('a year after a date in words', () => {
  means({
    '9 june 2028 - 7:45am': '2028-06-09 07:45',
    'june 9th, 2028 - noon': '2028-06-09 12:00',
    '9 june 2028-17:30': '2028-06-09 17:30',
    '9 june 2028 16:00-17:30': '2028-06-09 16:00-17:30',
    '9 june 2028 - 1730': 'date-not-understood',
    "9 june '28": '2028-06-09',
    'june 9,2028': '2028-06-09',
  });
});

describe('a dash between a day and its time', () => {
  means({
    'friday - 5pm': '2026-03-06 17:00',
    '9 june - 7:45am': '2026-06-09 07:45',
    'june 9th - 7:45am': '2026-06-09 07:45',
    'june 9 - 7:45am': 'date-not-understood',
    'friday 2pm - 5pm': '2026-03-06 14:00-17:00',
    'friday - 5': 'date-not-understood',
    '- 5pm': 'date-not-understood',
    'friday - saturday': 'date-not-understood',
  });
});

describe('four digits that may be a year', () => {
  means({
    'by 2028': 'date-not-understood',
    'before 2028': 'date-not-understood',
    'at 2028': '2026-03-04 20:28',
    'friday by 2028': '2026-03-06 20:28',
    'by 1730': '2026-03-04 17:30',
  });
});

describe('before a day is the end of the working day before it', () => {
  means({
    'before thursday': '2026-03-04',
    'before friday': '2026-03-05',
    'before monday': '2026-03-06',
    'before wednesday': '2026-03-10',
    'due before next tuesday': '2026-03-09',
    'by before friday': '2026-03-05',
    'before tuesday of next week': '2026-03-09',
    'before the weekend': '2026-03-06',
    'before next weekend': '2026-03-13',
    'before next week': '2026-03-06',
    'before the beginning of next week': '2026-03-06',
    'before june': '2026-05-29',
    'before next month': '2026-03-31',
    'before the 16th': '2026-03-13',
    'before the 16': '2026-03-13',
    'before monday, 16 march': '2026-03-13',
    'before 3/16/2026': '2026-03-13',
    'before 2026-03-16': '2026-03-13',
    'before christmas': '2026-12-24',
    'before the day after tomorrow': '2026-03-05',
    'before the last friday of march': '2026-03-26',
    'before friday in Tokyo': '2026-03-05',
  });

  it('which goes by the calendar', () => {
    const off = { kind: 'away', name: null } as const;
    const friday = localDay(nineToFive('UTC'), '2026-03-06T12:00:00.000Z');
    const calendar = { ...nineToFive('UTC'), daysOff: new Map([[friday, off]]) };
    expect(meaning('before monday', { ...readingAt(), calendar })).toBe('2026-03-05');
  });

  it('or if no working day is left, the day before it', () => {
    expect(meaning('before monday', readingAt('2026-03-07T10:00Z'))).toBe('2026-03-08');
    expect(meaning('before the weekend', readingAt('2026-03-07T10:00Z'))).toBe('2026-03-13');
  });

  it('and lies ahead, where several days may be meant', () => {
    expect(meaning('before the 4th')).toBe('2026-04-03');
    expect(meaning('before march')).toBe('2027-02-26');
  });

  it('also when looking back', () => {
    expect(meaning('before tuesday', readingAt(), 'back')).toBe('2026-03-02');
  });
});

describe('before a time or an end is that time', () => {
  means({
    'before 5pm': '2026-03-04 17:00',
    'before 5': '2026-03-04 17:00',
    'before friday 5pm': '2026-03-06 17:00',
    'friday before noon': '2026-03-06 12:00',
    'before 2026-03-06 11:00': '2026-03-06 11:00',
    'before friday 14:00-15:00': '2026-03-06 14:00',
    'before the end of friday': '2026-03-06',
    'before the end of the month': '2026-03-31',
    'before eow': '2026-03-06',
    'before cob': '2026-03-04',
    'before lunch': '2026-03-04 12:00',
    'before friday afternoon': '2026-03-06 12:00',
    'before tomorrow evening': '2026-03-05 17:00',
    'friday before the evening': '2026-03-06 17:00',
    'before friday morning': '2026-03-05',
    '5pm before friday': 'date-not-understood',
    'before 3 days': 'date-not-understood',
    'before 2 hours': 'date-not-understood',
  });
});

describe('a sign before a number is not dropped', () => {
  means({
    ',5h': 'date-not-understood',
    ';5h': 'date-not-understood',
    ', 5h': 'date-not-understood',
    "in 2'15h": 'date-not-understood',
    "'15 min": 'date-not-understood',
    'in.5 days': 'date-not-understood',
    'in 3² days': 'date-not-understood',
    '5;30pm': 'date-not-understood',
    'friday .5pm': 'date-not-understood',
    'friday ;5pm': 'date-not-understood',
    'friday,5pm': '2026-03-06 17:00',
    'friday , 5pm': '2026-03-06 17:00',
    "'friday 5pm'": '2026-03-06 17:00',
    'sept.5': '2026-09-05',
  });
});

describe('by a clock of 24 hours', () => {
  it.each([
    ['friday 7:30', '2026-03-06 07:30'],
    ['7:30', '2026-03-05 07:30'],
    ['friday at 7', '2026-03-06 07:00'],
    ['half past three', '2026-03-05 03:30'],
    ['from 2 to 4', '2026-03-05 02:00-04:00'],
    ['from 2 to 4pm', '2026-03-04 14:00-16:00'],
    ['7:30pm', '2026-03-04 19:30'],
    ['7:30 in the evening', '2026-03-04 19:30'],
    ['at 12', '2026-03-04 12:00'],
    ['17:30', '2026-03-04 17:30'],
    ['friday 7', 'date-not-understood'],
  ])('"%s" is %s', (phrase, expected) => {
    expect(meaning(phrase, readingAt(undefined, 'UTC', 'mdy', '24h'))).toBe(expected);
  });
});

describe('an ISO date with a time', () => {
  means({
    '2026-03-05T15:00': '2026-03-05 15:00',
    '2026-03-05 15:00': '2026-03-05 15:00',
    '2026-03-05T15:00:30': '2026-03-05 15:00:30',
    '2026-03-05T15:00Z': '2026-03-05 15:00',
    '2026-03-05T15:00+01:00': '2026-03-05 14:00',
    '20260305T150000': '2026-03-05 15:00',
    'by 2026-03-05T15:00': '2026-03-05 15:00',
  });
});

describe('a distance from now, or from another day', () => {
  means({
    'in 3 days': '2026-03-07',
    '3 days': '2026-03-07',
    'in two weeks': '2026-03-18',
    'in a month': '2026-04-04',
    'in a fortnight': '2026-03-18',
    'a couple of days': '2026-03-06',
    'in 2 hours': '2026-03-04 12:00',
    'in 1/2 hour': '2026-03-04 10:30',
    'in 2h30': '2026-03-04 12:30',
    '90 min': '2026-03-04 11:30',
    '1m': '2026-03-04 10:01',
    '1mo': '2026-04-04',
    'in 3 working days': '2026-03-09',
    '3 business days': '2026-03-09',
    'in 8 working hours': '2026-03-05 10:00',
    'next working day': '2026-03-05',
    'next weekday': '2026-03-05',
    'the working day after friday': '2026-03-09',
    '3 business days before friday': '2026-03-03',
    '5b': '2026-03-11',
    '+5b': '2026-03-11',
    'within the hour': '2026-03-04 11:00',
    'within the next hour': '2026-03-04 11:00',
    'within the week': 'date-not-understood',
    'day after tomorrow': '2026-03-06',
    'the day before friday': '2026-03-05',
    'a week from friday': '2026-03-13',
    '3 days after march 12th': '2026-03-15',
    'two working days before monday': '2026-03-05',
    '5 hours after 12:00': '2026-03-04 17:00',
    'eom-2d': '2026-03-29',
    'now + 90 min': '2026-03-04 11:30',
    'fri+17h': '2026-03-06 17:00',
    '3 days ago': '2026-03-01',
    month: 'date-not-understood',
    '2 hours after friday': 'date-not-understood',
    'in 1.5 months': 'date-not-understood',
  });

  it('a month ends where the shorter month ends', () => {
    expect(meaning('in a month', readingAt('2024-01-31T10:00Z'))).toBe('2024-02-29');
  });
});

describe('the edges of periods', () => {
  means({
    eod: '2026-03-04',
    'tomorrow eod': '2026-03-05',
    'cob friday': '2026-03-06',
    'end of tomorrow': '2026-03-05',
    'end of week': '2026-03-06',
    eow: '2026-03-06',
    'end of next week': '2026-03-13',
    'end of the working week': '2026-03-06',
    'end of month': '2026-03-31',
    'by the end of the month': '2026-03-31',
    eom: '2026-03-31',
    eoq: '2026-03-31',
    eoy: '2026-12-31',
    eonm: '2026-04-30',
    'end of q3': '2026-09-30',
    'end of february': '2027-02-28',
    'mid june': '2026-06-15',
    'beginning of next week': '2026-03-09',
    'next week': '2026-03-09',
    'week after next': '2026-03-16',
    'next month': '2026-04-01',
    'next quarter': '2026-04-01',
    'next year': '2027-01-01',
    'this weekend': '2026-03-07',
    'next weekend': '2026-03-14',
    'this week': 'date-not-understood',
    'beginning of the week': 'date-not-understood',
  });

  it('a week without a working day left ends on its last day', () => {
    expect(meaning('end of week', readingAt('2026-03-07T10:00Z'))).toBe('2026-03-08');
  });

  it('a week ends with the last weekday that is worked', () => {
    const calendar = { ...nineToFive('UTC'), week: workWeek([1, 2, 3, 4], 540, 1020) };
    expect(meaning('eow', { ...readingAt('2026-03-03T10:00Z'), calendar })).toBe('2026-03-05');
  });

  it.each([
    ['sunday to thursday', [0, 1, 2, 3, 4], 'eow', '2026-03-05'],
    ['sunday to thursday', [0, 1, 2, 3, 4], 'end of next week', '2026-03-12'],
    ['sunday to thursday', [0, 1, 2, 3, 4], 'next week', '2026-03-08'],
    ['sunday to thursday', [0, 1, 2, 3, 4], 'first working day of next week', '2026-03-08'],
    ['sunday to thursday', [0, 1, 2, 3, 4], 'this weekend', '2026-03-06'],
    ['sunday to thursday', [0, 1, 2, 3, 4], 'before the weekend', '2026-03-05'],
    ['sunday to thursday', [0, 1, 2, 3, 4], 'next sunday', '2026-03-08'],
    ['sunday to thursday', [0, 1, 2, 3, 4], 'saturday of next week', '2026-03-14'],
    ['saturday to wednesday', [6, 0, 1, 2, 3], 'eow', '2026-03-04'],
    ['saturday to wednesday', [6, 0, 1, 2, 3], 'next week', '2026-03-07'],
    ['saturday to wednesday', [6, 0, 1, 2, 3], 'next weekend', '2026-03-12'],
    ['mon, wed and fri', [1, 3, 5], 'eow', '2026-03-06'],
    ['mon, wed and fri', [1, 3, 5], 'this weekend', '2026-03-07'],
    ['mon, wed and fri', [1, 3, 5], 'before friday', '2026-03-04'],
    ['every day', [0, 1, 2, 3, 4, 5, 6], 'this weekend', '2026-03-07'],
    ['every day', [0, 1, 2, 3, 4, 5, 6], 'eow', '2026-03-08'],
  ] as const)('the week is that of work: %s, %s, "%s" is %s', (_, weekdays, phrase, expected) => {
    const calendar = { ...nineToFive('UTC'), week: workWeek(weekdays, 540, 1020) };
    expect(meaning(phrase, { ...readingAt(), calendar })).toBe(expected);
  });
});

describe('looking back', () => {
  means(
    {
      monday: '2026-03-02',
      wednesday: '2026-02-25',
      'monday 4pm': '2026-03-02 16:00',
      'wednesday 9am': '2026-03-04 09:00',
      'yesterday 4pm': '2026-03-03 16:00',
      'last night': '2026-03-03 20:00',
      'last friday': '2026-02-27',
      '10 minutes ago': '2026-03-04 09:50',
      '2 working days ago': '2026-03-02',
      '9am': '2026-03-04 09:00',
      '11am': '2026-03-03 11:00',
      'dec 27': '2025-12-27',
      'the 15th': '2026-02-15',
      '3 days': '2026-03-01',
      'this morning': '2026-03-04 10:00',
      now: '2026-03-04 10:00',
    },
    'back',
  );

  it('today is not later than now', () => {
    expect(parseDate('today', readingAt(), 'back')).toMatchObject({
      at: '2026-03-04T10:00:00.000Z',
      grain: 'day',
    });
    expect(parseDate('today', readingAt('2026-03-04T20:00Z'), 'back')).toMatchObject({
      at: '2026-03-04T17:00:00.000Z',
    });
  });
});

describe('what does not matter', () => {
  it.each([
    'friday',
    'FRIDAY',
    '  friday ',
    'by friday',
    'on Friday',
    'no later than friday',
    'due friday',
    'until the friday',
    'friday.',
    'friday at the latest',
    'at the latest friday',
    'on or before friday',
    'before or on friday',
    'by or before friday',
    'not after friday',
    'up to friday',
    'due by friday',
    'by close of play friday',
    'last thing friday',
  ])('"%s" is friday', (phrase) => {
    expect(meaning(phrase)).toBe('2026-03-06');
  });

  it('keeps the words as they were typed, the zone and the grain', () => {
    expect(parseDate(' By Friday ', readingAt('2026-03-04T15:00Z', 'America/New_York'))).toEqual({
      at: '2026-03-06T22:00:00.000Z',
      zone: 'America/New_York',
      grain: 'day',
      text: 'By Friday',
    });
  });
});

describe('what is refused', () => {
  it.each([
    'asap',
    'soon',
    'Whenever',
    'later',
    'someday',
    'tbd',
    'when you get to it',
    'no rush',
    'eventually',
    'in a few days',
    'sometime next week',
    'by whenever',
    'when it is done',
    'in the near future',
    'at some point',
  ])('a word that only pretends to be a date: %s', (phrase) => {
    expect(parseDate(phrase, readingAt())).toMatchObject({
      code: 'date-vague',
      message: `"${phrase}" is not a date. A date that nobody said is a date that nobody can keep.`,
      hint: 'Say a day, such as "friday" or "in 3 working days". Only a request can do without one, until you offer one.',
    });
  });

  it.each([
    '30 february',
    '2026-13-01',
    '2026-02-29',
    '31 april',
    '25:00',
    'friday 25:00',
    '13pm',
    '5:75pm',
    '13/13/2026',
    '32nd',
    '5th monday of february',
    '2026-03-05T25:00',
  ])('a day or time that does not exist: %s', (phrase) => {
    expect(meaning(phrase)).toBe('date-impossible');
  });

  it.each([
    'march the team',
    'pr 12/3',
    'monday or tuesday',
    'not friday',
    'every friday',
    'around friday',
    'half five',
    'march 5 10',
    'tomorrow 17',
    'thirsday',
    '1730',
    '2026',
  ])('what is no date, or more than one: %s', (phrase) => {
    expect(meaning(phrase)).toBe('date-not-understood');
  });

  it('says what is wrong, in the words that were typed', () => {
    expect(parseDate(' Thursday 4 March 2026', readingAt())).toMatchObject({
      message: '"Thursday 4 March 2026" names a weekday that does not fit: the date is a Wednesday.',
    });
  });

  it('an empty phrase', () => {
    expect(meaning('  ')).toBe('date-missing');
  });
});

describe('the clock of the zone', () => {
  it.each([
    ['in 2 hours', '2026-03-08T06:30Z', 'America/New_York', '2026-03-08 04:30'],
    ['in 1 day', '2026-03-07T17:00Z', 'America/New_York', '2026-03-08'],
    ['tomorrow 9am', '2026-03-07T17:00Z', 'America/New_York', '2026-03-08 09:00'],
    ['tomorrow 2:30am', '2026-03-07T17:00Z', 'America/New_York', '2026-03-08 03:30'],
    ['in 2 hours', '2026-11-01T05:30Z', 'America/New_York', '2026-11-01 02:30'],
    ['tomorrow', '2026-03-04T20:00Z', 'Asia/Kolkata', '2026-03-06'],
    ['at 5', '2026-03-04T10:00Z', 'Asia/Kolkata', '2026-03-04 17:00'],
    ['in 3 hours', '2026-04-04T14:00Z', 'Australia/Lord_Howe', '2026-04-05 03:30'],
    ['tomorrow noon', '2026-04-04T02:00Z', 'Australia/Lord_Howe', '2026-04-05 12:00'],
  ])('"%s" at %s in %s is %s', (phrase, now, zone, expected) => {
    expect(meaning(phrase, readingAt(now, zone))).toBe(expected);
  });

  it.each([
    ['5pm est', '2026-03-04 22:00'],
    ['friday 5pm EST', '2026-03-06 22:00'],
  ])('a zone in the phrase counts: "%s" is %s in UTC', (phrase, expected) => {
    expect(meaning(phrase)).toBe(expected);
  });

  it.each(['UTC', 'Asia/Kolkata', 'America/Los_Angeles'])('the process zone %s does not', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(meaning('5pm est', readingAt('2026-03-04T23:30Z'))).toBe('2026-03-05 22:00');
    vi.unstubAllEnvs();
  });
});

describe('strictly', () => {
  it('understands what parseDate understands with our own parsers, at once', () => {
    expect(parseDateStrictly('friday 5pm', readingAt())?.at).toBe('2026-03-06T17:00:00.000Z');
  });

  it.each(['asap', '30 february', 'friday 5pm EST', 'the team', ''])('gives nothing for "%s"', (phrase) => {
    expect(parseDateStrictly(phrase, readingAt())).toBeNull();
  });
});

describe('for any', () => {
  const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
  const readings = fc
    .tuple(fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2090, 0) }), zones)
    .map(([now, zone]) => readingAt(instant(now), zone));

  it('date, its ISO form reads as itself', () => {
    fc.assert(
      fc.property(readings, fc.integer({ min: -20_000, max: 60_000 }), (reading, day) => {
        const moment = parseDateStrictly(instant(day * 86_400_000).slice(0, 10), reading);
        expect(moment && localDay(reading.calendar, moment.at)).toBe(day);
      }),
    );
  });

  it('instant, its ISO form reads as itself', () => {
    fc.assert(
      fc.property(readings, fc.integer({ min: 0, max: Date.UTC(2090, 0) }), (reading, ms) => {
        expect(parseDateStrictly(instant(ms), reading)?.at).toBe(instant(ms));
      }),
    );
  });

  it('time of reading, relative and yearless words are never before today', () => {
    const weekday = fc.constantFrom(
      'monday',
      'tue',
      'this wed',
      'next thursday',
      'friday',
      'sat',
      'sunday 9am',
    );
    const yearless = fc
      .tuple(
        fc.constantFrom('jan', 'feb', 'march', 'june', 'october', 'dec'),
        fc.integer({ min: 1, max: 29 }),
      )
      .map(([month, date]) => `${month} ${date}`);
    const ordinal = fc.integer({ min: 1, max: 31 }).map((date) => `the ${date}th`);
    const relative = fc
      .tuple(
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom('days', 'working days', 'weeks', 'months', 'hours', 'min'),
      )
      .map(([count, unit]) => `in ${count} ${unit}`);
    const named = fc.constantFrom(
      'today',
      'eow',
      'end of month',
      'eoq',
      'this weekend',
      'at 5',
      'noon',
      '03:15',
      'tonight',
      'may',
      'christmas',
    );
    fc.assert(
      fc.property(readings, fc.oneof(weekday, yearless, ordinal, relative, named), (reading, phrase) => {
        const moment = parseDateStrictly(phrase, reading);
        expect(moment, phrase).not.toBeNull();
        expect(localDay(reading.calendar, moment?.at ?? '')).toBeGreaterThanOrEqual(
          localDay(reading.calendar, reading.now),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('words, the answer is a moment or a refusal, quickly', () => {
    const words = fc.constantFrom(
      ...'in 3 2 days day week weeks after before from next last this friday mon may 31 5pm 9 noon midnight eom end of the at by and - + / 1/2 25:00 2026-02-30 now tonight morning second first quarter month a an half few est'.split(
        ' ',
      ),
    );
    const phrases = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 24 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(readings, phrases, fc.constantFrom('ahead', 'back'), (reading, phrase, direction) => {
        const answer = parseDate(phrase, reading, direction as Direction);
        if (answer instanceof Refusal) expect(answer.hint).not.toBeNull();
        else expect(instant(Date.parse(answer.at))).toBe(answer.at);
      }),
      { numRuns: 1000 },
    );
  });
});
