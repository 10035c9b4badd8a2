import { describe, expect, it } from 'vitest';
import type { Day, DayOff } from '../../src/domain/time/calendar.ts';
import { dayOfIso } from '../../src/domain/time/iso-day.ts';
import { parseCadence } from '../../src/input/cadences.ts';
import { parseDate } from '../../src/input/dates.ts';
import { parseDuration } from '../../src/input/durations.ts';
import { meaning, readingAt } from '../support/words.ts';

/** Phrases beside what they mean, on Wednesday 4 March 2026 at 10:00 in UTC. */
function means(cases: Record<string, string>) {
  it.each(Object.entries(cases))('"%s" is %s', (phrase, expected) => {
    expect(meaning(phrase)).toBe(expected);
  });
}

/** Phrases with two meanings, beside what their refusal says of both. */
function hasTwoMeanings(cases: Record<string, RegExp>) {
  it.each(Object.entries(cases))('"%s" is refused with both', (phrase, expected) => {
    const refusal = parseDate(phrase, readingAt());
    expect(refusal).toMatchObject({ code: 'date-not-understood', message: expect.stringMatching(expected) });
    expect(refusal).toMatchObject({ hint: expect.stringContaining('"') });
  });
}

describe('a clock time', () => {
  means({
    '@ 4pm': '2026-03-04 16:00',
    '@4': '2026-03-04 16:00',
    'friday@4pm': '2026-03-06 16:00',
    'around 2pm': '2026-03-04 14:00',
    'friday around 3': '2026-03-06 15:00',
    '~2pm': '2026-03-04 14:00',
    '8ish': '2026-03-05 08:00',
    '5 oclock pm': '2026-03-04 17:00',
    "11 o'clock at night": '2026-03-04 23:00',
    '12:00 noon': '2026-03-04 12:00',
    '12 oclock midday': '2026-03-04 12:00',
    '12:00 midnight': '2026-03-05 00:00',
    'three quarters past 4': '2026-03-04 16:45',
    'quarter of 5': '2026-03-04 16:45',
    'quarter til 5pm': '2026-03-04 16:45',
    'half past midnight': '2026-03-05 00:30',
    'quarter to midnight': '2026-03-04 23:45',
    '17:00 hours': '2026-03-04 17:00',
    'tuesday for 4 in the afternoon': '2026-03-10 16:00',
    'friday for 3pm': '2026-03-06 15:00',
    'second tuesday morning of march': '2026-03-10 12:00',
    'the last friday evening of the month': '2026-03-27 20:00',
    'monday am': '2026-03-09 12:00',
    'friday pm': '2026-03-06 17:00',
    '10 to midnight': '2026-03-04 22:00-00:00',
  });
  means({ 'friday for 3': 'date-not-understood', 'around friday': 'date-not-understood' });
});

describe('a day in numbers', () => {
  means({
    '3.4.': '2026-04-03',
    '24.12.': '2026-12-24',
    'sat 14.3.': '2026-03-14',
    '24.12. 14:00': '2026-12-24 14:00',
    'by 24.12.': '2026-12-24',
    'at 8.30.': '2026-03-05 08:30',
    '24.12': 'date-not-understood',
    '20. march': '2026-03-20',
    'by 10. april 2026': '2026-04-10',
    'fri 12.10': 'date-not-understood',
    '20. 3. 2026': '2026-03-20',
    '11-30': '2026-11-30',
    '3 / 20': '2026-03-20',
    '2026 - 03 - 20': '2026-03-20',
    'the 14': '2026-03-14',
    '12 of next month': '2026-04-12',
    'the 3rd of the following month': '2026-04-03',
    'next month on the 5th': '2026-04-05',
    '3 may in 2027': '2027-05-03',
    'may 3 of 2027': '2027-05-03',
    '3 may next year': '2027-05-03',
    '20-Mar-26': '2026-03-20',
    '20/Mar/26': '2026-03-20',
    '20-Mar-2026 15:00': '2026-03-20 15:00',
  });

  it('is read in the order of the speaker', () => {
    const day = readingAt(undefined, 'UTC', 'dmy');
    expect(meaning('30-11', day)).toBe('2026-11-30');
    expect(meaning('11-30', day)).toBe('date-impossible');
    expect(meaning('3 / 4', day)).toBe('2026-04-03');
  });
});

describe('a weekday with a date', () => {
  means({
    // The 17th is a Tuesday this year, and a Wednesday the next.
    '17 mar, wed': '2027-03-17',
    'tue 17 mar': '2026-03-17',
    'sun, feb 29': '2032-02-29',
    // A Thursday again in 2031.
    'thursday 13 march': 'date-impossible',
    '17 mar 2026, wed': 'date-impossible',
    // The next one is in 2037.
    'tue 3 mar': 'date-impossible',
  });
});

describe('a period', () => {
  means({
    'early june': '2026-06-10',
    'in early june': '2026-06-10',
    'late in the month': '2026-03-31',
    'early next week': '2026-03-10',
    'late next week': '2026-03-13',
    'early next year': 'date-not-understood',
    'this week': 'date-not-understood',
    'next week-end': '2026-03-14',
    'the weekend after next': '2026-03-21',
    'end of the month after next': '2026-05-31',
    'end of q3 next year': '2027-09-30',
    'end of 2026-04': '2026-04-30',
    'week 12': '2026-03-16',
    KW12: '2026-03-16',
    'wk 12 of 2027': '2027-03-22',
    '2026-W12': '2026-03-16',
    '2026-W12-5': '2026-03-20',
    'friday KW 12': '2026-03-20',
    'end of week 12': '2026-03-20',
    // Week 9 is over.
    'week 9': '2027-03-01',
    'week 53': '2026-12-28',
    '2027-W53': 'date-impossible',
    'week 54': 'date-impossible',
    'end of week 2 in the afternoon': '2026-03-06 14:00',
    'w/c 9 march': '2026-03-09',
    'tuesday w/c 9 march': '2026-03-10',
    'week of 11 march': '2026-03-09',
    'w/c 11 march': 'date-impossible',
    'week ending 13 march': '2026-03-13',
  });

  it('by its number is the last one when looking back', () => {
    expect(meaning('week 9', readingAt(), 'back')).toBe('2026-02-23');
    expect(meaning('KW 12', readingAt(), 'back')).toBe('2025-03-17');
  });
});

describe('a day by its name', () => {
  means({
    tod: '2026-03-04',
    tdy: '2026-03-04',
    tmw: '2026-03-05',
    tmr: '2026-03-05',
    '2mrw 9am': '2026-03-05 09:00',
    'tom morning': '2026-03-05 12:00',
    'good friday': '2026-04-03',
    'easter monday': '2026-04-06',
    'easter 2027': '2027-03-28',
    'whit monday': '2026-05-25',
    'christmas next year': '2027-12-25',
    'as late as monday': '2026-03-09',
    'at the very latest monday': '2026-03-09',
  });

  const holiday = (iso: string, name: string, ...otherNames: string[]) =>
    [dayOfIso(iso), { kind: 'holiday' as const, name, otherNames }] as const;
  const reading = readingAt();
  const inPlace = {
    ...reading,
    calendar: {
      ...reading.calendar,
      daysOff: new Map<Day, DayOff>([
        holiday('2025-11-27', 'Thanksgiving Day'),
        holiday('2026-11-26', 'Thanksgiving Day'),
        holiday('2026-07-03', 'Independence Day (substitute day)'),
        holiday('2026-07-04', 'Independence Day'),
        holiday('2026-05-01', 'Labour Day', 'Maifeiertag'),
        holiday('2026-11-18', 'Day of Prayer and Repentance', 'Bu\u00df- und Bettag'),
        holiday('2026-03-21', 'End of Ramadan (Eid al-Fitr)'),
        holiday('2026-05-25', 'May Day'),
        [dayOfIso('2026-08-03'), { kind: 'away' as const, name: 'Lisbon' }],
      ]),
    },
  };

  it.each([
    ['thanksgiving', '2026-11-26'],
    ['2 days before thanksgiving', '2026-11-24'],
    ['independence day', '2026-07-04'],
    ['labor day', '2026-05-01'],
    ['Maifeiertag', '2026-05-01'],
    ['buss- und bettag', '2026-11-18'],
    ['Eid al-Fitr', '2026-03-21'],
    ['may day', '2026-05-25'],
    ['may', '2026-05-01'],
    ['lisbon', 'date-not-understood'],
  ])('also that of a configured holiday: "%s" is %s', (phrase, expected) => {
    expect(meaning(phrase, inPlace)).toBe(expected);
  });

  it('looks back, too', () => {
    expect(meaning('thanksgiving', inPlace, 'back')).toBe('2025-11-27');
    expect(meaning('easter', readingAt(), 'back')).toBe('2025-04-20');
  });

  it('that differs between countries is refused where none is configured', () => {
    expect(parseDate('thanksgiving', reading)).toMatchObject({
      message: expect.stringContaining('different days in different places'),
      hint: expect.stringContaining('followup config work.holidays'),
    });
  });
});

describe('a weekday in some weeks', () => {
  means({
    'the friday after next': '2026-03-20',
    'friday in two weeks': '2026-03-20',
    'in 2 weeks on friday': '2026-03-20',
    'friday fortnight': '2026-03-20',
    'the monday after easter': '2026-04-06',
    'the friday before 3 june': '2026-05-29',
  });
});

describe('what has two meanings', () => {
  hasTwoMeanings({
    'half five': /can mean 5:30, or 4:30/,
    'half 1': /can mean 1:30, or 12:30/,
    '9-11': /a date, or a window/,
    'monday in two weeks': /the Monday in 12 days, or the one a week later/,
    '5': /an hour, or a day of the month/,
    'friday 3': /an hour, or the day of the month/,
    '2h30': /a clock time, or a length of time/,
    'a quarter': /of an hour, or of a year/,
  });

  it('offers the date on either day that "monday in two weeks" can mean', () => {
    expect([meaning('in 12 days'), meaning('2 weeks on monday')]).toEqual(['2026-03-16', '2026-03-23']);
    expect(parseDate('monday in two weeks', readingAt())).toMatchObject({
      hint: 'Say "in 12 days", or "2 weeks on monday" for the later one.',
    });
  });

  it('is "every second friday", while "every 2nd friday" is as "every 3rd friday"', () => {
    expect(parseCadence('every second friday', readingAt())).toMatchObject({
      code: 'cadence-ambiguous',
      message: '"every second friday" can mean every other week, or the second one of each month.',
      hint: 'Say "every other friday", or "the 2nd friday of each month".',
    });
    expect(parseCadence('every 2nd friday', readingAt())).toMatchObject({ rrule: 'FREQ=MONTHLY;BYDAY=2FR' });
  });
});

describe('a duration', () => {
  it.each([
    ['1,500 minutes', { seconds: 90_000 }],
    ["1'500 minutes", { seconds: 90_000 }],
    ['12,500 s', { seconds: 12_500 }],
    ['1,5 hours', { seconds: 5400 }],
    ['1:30', { seconds: 5400 }],
    ['2:30:00', { seconds: 9000 }],
    ['2 more hours', { seconds: 7200 }],
    ['another week', { days: 7 }],
    ['3 days longer', { days: 3 }],
    ['two and three quarter hours', { seconds: 9900 }],
    ['an hour and three quarters', { seconds: 6300 }],
    ['two thirds of an hour', { seconds: 2400 }],
    ['a third of a day', { days: 0, seconds: 28_800 }],
    ['1 and 1/2 hours', { seconds: 5400 }],
    ['5 days 2 months', { months: 2, days: 5 }],
    ['30 min 2h', { seconds: 9000 }],
    ['under a couple of hours', { seconds: 7200 }],
    ['at most 3 days', { days: 3 }],
    ['2 weeks max', { days: 14 }],
    ['about 2 hours', { seconds: 7200 }],
    ['two hundred and ten minutes', { seconds: 12_600 }],
    ['half a dozen days', { days: 6 }],
  ])('"%s"', (phrase, duration) => {
    expect(parseDuration(phrase)).toEqual(duration);
  });

  it.each([
    '1:75',
    '1:5',
    'more than 2 hours',
    'at least a day',
    '2m 5d',
    'zero half a day',
    '1,50,0 h',
    'min 2h',
    '8 hours a day',
  ])('is not "%s"', (phrase) =>
    expect(parseDuration(phrase)).toMatchObject({ code: 'duration-not-understood' }),
  );

  it('that looks like a clock time is one where a date is expected', () => {
    expect(meaning('1:30')).toBe('2026-03-04 13:30');
    expect(meaning('in 1:30')).toBe('date-not-understood');
    expect(meaning('in 2 more hours')).toBe('2026-03-04 12:00');
    expect(meaning('in under a week')).toBe('2026-03-11');
  });
});

describe('a cadence', () => {
  it.each([
    ['daily @ 9', 'FREQ=DAILY;BYHOUR=9'],
    ['each 6/30', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30'],
    ['every 24.12. at 9', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24;BYHOUR=9'],
    ['every 1/2 hour', 'FREQ=MINUTELY;INTERVAL=30'],
    ['monthly on mon and thu', 'FREQ=MONTHLY;BYDAY=MO,TH'],
    ['every 5, 20', 'FREQ=MONTHLY;BYMONTHDAY=5,20'],
    ['every 5 and 20', 'FREQ=MONTHLY;BYMONTHDAY=5,20'],
    ['every week-end', 'FREQ=WEEKLY;BYDAY=SA,SU'],
    ['every! 2 weeks', 'FREQ=WEEKLY;INTERVAL=2;X-FROM=DONE'],
    ['every 2 weeks after completion', 'FREQ=WEEKLY;INTERVAL=2;X-FROM=DONE'],
    ['daily after it was done', 'FREQ=DAILY;X-FROM=DONE'],
  ])('"%s"', (phrase, rrule) => {
    const cadence = parseCadence(phrase, readingAt());
    expect(cadence).toMatchObject({ rrule });
    expect(parseCadence((cadence as { text: string }).text, readingAt())).toEqual(cadence);
  });

  it('has dates in the order of the speaker', () => {
    const day = readingAt(undefined, 'UTC', 'dmy');
    expect(parseCadence('each 5/6', day)).toMatchObject({ rrule: 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5' });
  });

  it.each([
    'every 5',
    'every 5,20',
    'monthly on weekdays',
    'every other first friday of each month',
    'every 13/13',
  ])('is not "%s"', (phrase) =>
    expect(parseCadence(phrase, readingAt())).toMatchObject({ code: 'cadence-not-understood' }),
  );
});
