import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { parseCadence } from '../../src/input/cadences.ts';
import { workWeek } from '../support/situation.ts';
import { readingAt } from '../support/words.ts';

const UNDERSTOOD: readonly (readonly [phrase: string, rrule: string, text: string])[] = [
  ['2/day', 'FREQ=DAILY;X-TIMES=2', '2/day'],
  ['twice a day', 'FREQ=DAILY;X-TIMES=2', '2/day'],
  ['3x daily', 'FREQ=DAILY;X-TIMES=3', '3/day'],
  ['daily', 'FREQ=DAILY', 'daily'],
  ['Every day', 'FREQ=DAILY', 'daily'],
  ['once a day', 'FREQ=DAILY', 'daily'],
  ['every 2 days', 'FREQ=DAILY;INTERVAL=2', 'every 2 days'],
  ['every other day', 'FREQ=DAILY;INTERVAL=2', 'every 2 days'],
  ['every third day', 'FREQ=DAILY;INTERVAL=3', 'every 3 days'],
  ['every 3 working days', 'FREQ=DAILY;INTERVAL=3;X-UNIT=BUSINESSDAY', 'every 3 working days'],
  ['every two business days', 'FREQ=DAILY;INTERVAL=2;X-UNIT=BUSINESSDAY', 'every 2 working days'],
  ['every 2 weekdays', 'FREQ=DAILY;INTERVAL=2;X-UNIT=BUSINESSDAY', 'every 2 working days'],
  ['every 1 working day', 'FREQ=DAILY;X-UNIT=BUSINESSDAY', 'every 1 working day'],
  ['every 4 hours', 'FREQ=HOURLY;INTERVAL=4', 'every 4 hours'],
  ['hourly', 'FREQ=HOURLY', 'hourly'],
  ['every 30 minutes', 'FREQ=MINUTELY;INTERVAL=30', 'every 30 minutes'],
  ['weekly', 'FREQ=WEEKLY', 'weekly'],
  ['once a week', 'FREQ=WEEKLY', 'weekly'],
  ['every 2 weeks', 'FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks'],
  ['every second week', 'FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks'],
  ['biweekly', 'FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks'],
  ['fortnightly', 'FREQ=WEEKLY;INTERVAL=2', 'every 2 weeks'],
  ['fridays', 'FREQ=WEEKLY;BYDAY=FR', 'fridays'],
  ['every friday', 'FREQ=WEEKLY;BYDAY=FR', 'fridays'],
  ['weekly on friday', 'FREQ=WEEKLY;BYDAY=FR', 'fridays'],
  ['every thursday and monday', 'FREQ=WEEKLY;BYDAY=MO,TH', 'mondays and thursdays'],
  ['every mon, wed & fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', 'mondays, wednesdays and fridays'],
  ['every 2 fridays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', 'every 2 fridays'],
  ['weekdays', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'weekdays'],
  ['every working day', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'weekdays'],
  ['weekends', 'FREQ=WEEKLY;BYDAY=SA,SU', 'weekends'],
  ['monthly', 'FREQ=MONTHLY', 'monthly'],
  ['every 2 months', 'FREQ=MONTHLY;INTERVAL=2', 'every 2 months'],
  ['quarterly', 'FREQ=MONTHLY;INTERVAL=3', 'quarterly'],
  ['every quarter', 'FREQ=MONTHLY;INTERVAL=3', 'quarterly'],
  ['twice a year', 'FREQ=MONTHLY;INTERVAL=6', 'every 6 months'],
  ['yearly', 'FREQ=YEARLY', 'yearly'],
  ['annually', 'FREQ=YEARLY', 'yearly'],
  ['every 45 seconds', 'FREQ=SECONDLY;INTERVAL=45', 'every 45 seconds'],
  ['every half hour', 'FREQ=MINUTELY;INTERVAL=30', 'every 30 minutes'],
  ['every hour and a half', 'FREQ=MINUTELY;INTERVAL=90', 'every 90 minutes'],
  ['twice an hour', 'FREQ=MINUTELY;INTERVAL=30', 'every 30 minutes'],
  ['twice a week', 'FREQ=WEEKLY;X-TIMES=2', '2/week'],
  ['semi-monthly', 'FREQ=MONTHLY;X-TIMES=2', '2/month'],
  ['weekly for 6 times', 'FREQ=WEEKLY;COUNT=6', 'weekly, 6 times in all'],
  ['every other friday thrice', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=3', 'every 2 fridays, 3 times in all'],

  ['every mon-thu', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH', 'mondays, tuesdays, wednesdays and thursdays'],
  ['every mon/wed', 'FREQ=WEEKLY;BYDAY=MO,WE', 'mondays and wednesdays'],
  ['alternate mondays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'every 2 mondays'],
  ['twice a week on tuesdays and fridays', 'FREQ=WEEKLY;BYDAY=TU,FR', 'tuesdays and fridays'],
  ['mwf', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', 'mondays, wednesdays and fridays'],
  ['every fortnight on weekends', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU', 'every 2 saturdays and sundays'],
  ['end of each week', 'FREQ=WEEKLY;BYDAY=FR', 'fridays'],

  ['daily at 4:15pm', 'FREQ=DAILY;BYHOUR=16;BYMINUTE=15', 'daily at 16:15'],
  ['7am every day', 'FREQ=DAILY;BYHOUR=7', 'daily at 07:00'],
  ['daily at 8', 'FREQ=DAILY;BYHOUR=8', 'daily at 08:00'],
  ['twice a day at 9 and 5', 'FREQ=DAILY;BYHOUR=9,17', 'daily at 09:00 and 17:00'],
  ['daily at 9, 12 and 17', 'FREQ=DAILY;BYHOUR=9,12,17', 'daily at 09:00, 12:00 and 17:00'],
  ['daily at 9 and 17', 'FREQ=DAILY;BYHOUR=9,17', 'daily at 09:00 and 17:00'],
  ['every day at midnight', 'FREQ=DAILY;BYHOUR=0', 'daily at 00:00'],
  ['wednesdays at noon', 'FREQ=WEEKLY;BYDAY=WE;BYHOUR=12', 'wednesdays at 12:00'],
  ['every monday evening at 7', 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=19', 'mondays at 19:00'],
  ['mornings', 'FREQ=DAILY;BYHOUR=12', 'daily at 12:00'],
  ['fridays by close of business', 'FREQ=WEEKLY;BYDAY=FR', 'fridays'],
  [
    'every 2 working days at 5pm',
    'FREQ=DAILY;INTERVAL=2;BYHOUR=17;X-UNIT=BUSINESSDAY',
    'every 2 working days at 17:00',
  ],

  ['third monday of each month', 'FREQ=MONTHLY;BYDAY=3MO', 'monthly on the 3rd monday'],
  ['every last thursday at 4', 'FREQ=MONTHLY;BYDAY=-1TH;BYHOUR=16', 'monthly on the last thursday at 16:00'],
  [
    '1st and 3rd monday monthly',
    'FREQ=MONTHLY;BYDAY=1MO,3MO',
    'monthly on the 1st monday and the 3rd monday',
  ],
  ['second to last tuesday of every month', 'FREQ=MONTHLY;BYDAY=-2TU', 'monthly on the 2nd to last tuesday'],
  ['monthly on mon', 'FREQ=MONTHLY;BYDAY=MO', 'monthly on monday'],
  [
    '2nd working day of each month',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2',
    'monthly on the 2nd working day',
  ],
  ['every month on day 20', 'FREQ=MONTHLY;BYMONTHDAY=20', 'monthly on the 20th'],
  [
    'every 1st, 11th and 21st',
    'FREQ=MONTHLY;BYMONTHDAY=1,11,21',
    'monthly on the 1st, the 11th and the 21st',
  ],
  [
    '9am on the last day of every 3 months',
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;BYHOUR=9',
    'every 3 months on the last day at 09:00',
  ],
  ['every month end', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'monthly on the last day'],
  ['start of every other month', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1', 'every 2 months on the 1st'],
  [
    'end of each quarter',
    'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
    'yearly on the last day of march, june, september and december',
  ],
  [
    'first monday of every quarter',
    'FREQ=YEARLY;BYMONTH=1,4,7,10;BYDAY=1MO',
    'yearly on the 1st monday of january, april, july and october',
  ],

  ['every year on the 13th friday', 'FREQ=YEARLY;BYDAY=13FR', 'yearly on the 13th friday'],
  [
    'first working day of the year',
    'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
    'yearly on the 1st working day',
  ],
  ['last day of every february', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', 'yearly on the last day of february'],
  ['every 3 may', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=3', 'yearly on the 3rd of may'],
  [
    'every june 10 and 20',
    'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10,20',
    'yearly on the 10th and the 20th of june',
  ],
  [
    'every 2 years on april 1st',
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=4;BYMONTHDAY=1',
    'every 2 years on the 1st of april',
  ],
  ['once a year in march', 'FREQ=YEARLY;BYMONTH=3', 'yearly in march'],
  [
    'annually on the last friday of june',
    'FREQ=YEARLY;BYMONTH=6;BYDAY=-1FR',
    'yearly on the last friday of june',
  ],
];

describe('a cadence', () => {
  it.each(UNDERSTOOD)('"%s" is %s', (phrase, rrule, text) => {
    expect(parseCadence(phrase, readingAt())).toEqual({ rrule, text });
  });

  it.each(UNDERSTOOD)('"%s" has a wording that reads back as the same rule', (_, rrule, text) => {
    expect(parseCadence(text, readingAt())).toEqual({ rrule, text });
  });

  it.each([
    '',
    'often',
    'friday',
    'mon and thu',
    'every 0 days',
    '0/day',
    'every 99999 days',
    'the 15th',
    'in 3 days',
    'a week',
    'at the weekend',
    'first friday of october',
    'every friday of the month',
    'every monday in july',
    'quarterly on the 15th',
    'twice every monday',
    'twice a week on mondays',
    'every week end',
    'every month on the 13th friday',
    'every day until friday',
    'every 2 hours at 3pm',
    'mondays at midnight',
    'mondays at 9 and 10:30',
    'every month on the 32nd',
  ])('is not "%s"', (phrase) => {
    expect(parseCadence(phrase, readingAt())).toMatchObject({
      code: 'cadence-not-understood',
      message: `"${phrase}" does not say how often.`,
      hint: 'Say for example "daily", "2/day", "every 3 working days" or "fridays".',
    });
  });

  it.each(['every few days', 'every day except sunday', 'every day please'])(
    'is not "%s" either',
    (phrase) => {
      expect(parseCadence(phrase, readingAt())).toMatchObject({ code: 'cadence-not-understood' });
    },
  );

  it('names a clock time that does not exist', () => {
    expect(parseCadence('daily at 25:00', readingAt())).toMatchObject({ code: 'date-impossible' });
  });
});

describe('working days and weekends are those of the calendar', () => {
  const SUNDAY_TO_THURSDAY = [0, 1, 2, 3, 4];

  it.each([
    [SUNDAY_TO_THURSDAY, 'every working day', 'FREQ=DAILY;X-UNIT=BUSINESSDAY', 'every 1 working day'],
    [SUNDAY_TO_THURSDAY, 'each weekday', 'FREQ=DAILY;X-UNIT=BUSINESSDAY', 'every 1 working day'],
    [
      SUNDAY_TO_THURSDAY,
      'workdays at 8:30',
      'FREQ=DAILY;BYHOUR=8;BYMINUTE=30;X-UNIT=BUSINESSDAY',
      'every 1 working day at 08:30',
    ],
    [SUNDAY_TO_THURSDAY, 'every weekend', 'FREQ=WEEKLY;BYDAY=FR,SA', 'weekends'],
    [SUNDAY_TO_THURSDAY, 'end of each week', 'FREQ=WEEKLY;BYDAY=TH', 'thursdays'],
    [SUNDAY_TO_THURSDAY, 'start of every week', 'FREQ=WEEKLY;BYDAY=SU', 'sundays'],
    [
      SUNDAY_TO_THURSDAY,
      'first working day of each month',
      'FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH;BYSETPOS=1',
      'monthly on the 1st working day',
    ],
    [
      SUNDAY_TO_THURSDAY,
      'last weekend day of each month',
      'FREQ=MONTHLY;BYDAY=FR,SA;BYSETPOS=-1',
      'monthly on the last weekend day',
    ],
    [
      SUNDAY_TO_THURSDAY,
      'mon-fri',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      'mondays, tuesdays, wednesdays, thursdays and fridays',
    ],
    [[1, 3, 5], 'every working day', 'FREQ=DAILY;X-UNIT=BUSINESSDAY', 'every 1 working day'],
    [[1, 3, 5], 'every 2 weeks on workdays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR', null],
  ] as const)('in a week of %j, "%s" is %s', (weekdays, phrase, rrule, text) => {
    const context = { ...readingAt(), calendar: { week: workWeek(weekdays, 540, 1020) } };
    const cadence = parseCadence(phrase, context);
    expect(cadence).toMatchObject({ rrule, ...(text && { text }) });
    if (!(cadence instanceof Refusal)) expect(parseCadence(cadence.text, context)).toEqual(cadence);
  });
});

it('clock times are those of the speaker', () => {
  expect(parseCadence('daily at 7:30', readingAt(undefined, 'UTC', 'mdy', '24h'))).toMatchObject({
    rrule: 'FREQ=DAILY;BYHOUR=7;BYMINUTE=30',
  });
});

it.each([
  ['every ,5h', 'FREQ=MINUTELY;INTERVAL=30'],
  ['every .5h', 'FREQ=MINUTELY;INTERVAL=30'],
  ['every 2,5 hours', 'FREQ=MINUTELY;INTERVAL=150'],
  ['every mon,wed', 'FREQ=WEEKLY;BYDAY=MO,WE'],
  ['every ,5 days', null],
  ['every ;5 days', null],
  ["every 1'30h", null],
  ["every '5 days", null],
  ['every.5 days', null],
  [',5 times a day', null],
])('a sign before a number is not dropped: "%s" is %s', (phrase, rrule) => {
  expect(parseCadence(phrase, readingAt())).toMatchObject(
    rrule === null ? { code: 'cadence-not-understood' } : { rrule },
  );
});

describe('for any words', () => {
  const words = fc.constantFrom(
    ...'every each other 2 3 3rd day days working week weekly on monday fridays and month monthly of the first last may 15 at 9 5pm noon morning end quarter year twice a per / weekdays daily'.split(
      ' ',
    ),
  );
  const phrases = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 8 }).map((some) => some.join(' ')),
  );

  it('the answer is a refusal, or a cadence whose wording reads back as the same rule', () => {
    fc.assert(
      fc.property(phrases, (phrase) => {
        const cadence = parseCadence(phrase, readingAt());
        if (!(cadence instanceof Refusal)) expect(parseCadence(cadence.text, readingAt())).toEqual(cadence);
      }),
      { numRuns: 5000 },
    );
  });
});
