import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/refusal.ts';
import { parseCadence } from '../../src/input/cadences.ts';

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
];

describe('a cadence', () => {
  it.each(UNDERSTOOD)('"%s" is %s', (phrase, rrule, text) => {
    expect(parseCadence(phrase)).toEqual({ rrule, text });
  });

  it.each(UNDERSTOOD)('"%s" has a wording that reads back as the same rule', (_, rrule, text) => {
    expect(parseCadence(text)).toEqual({ rrule, text });
  });

  it.each([
    '',
    'often',
    'friday',
    'mon and thu',
    'every 0 days',
    '0/day',
    'twice a week',
    'every 2nd friday',
    'every 99999 days',
  ])('is not "%s"', (phrase) => {
    expect(parseCadence(phrase)).toMatchObject({
      code: 'cadence-not-understood',
      message: `"${phrase}" does not say how often.`,
      hint: 'Say for example "daily", "2/day", "every 3 working days" or "fridays".',
    });
  });

  it.each([
    'daily at 3pm',
    'fridays at 11am',
    'first friday of each month',
    'every month on day 5',
    'monthly on fri',
    'every aug 30',
  ])('has no clock time and no place in a month: "%s"', (phrase) => {
    expect(parseCadence(phrase)).toBeInstanceOf(Refusal);
  });
});

describe('for any words', () => {
  const words = fc.constantFrom(
    ...'every each other 2 3 day days working week weekly on monday fridays and month twice a per / weekdays daily'.split(
      ' ',
    ),
  );
  const phrases = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 6 }).map((some) => some.join(' ')),
  );

  it('the answer is a refusal, or a cadence whose wording reads back as the same rule', () => {
    fc.assert(
      fc.property(phrases, (phrase) => {
        const cadence = parseCadence(phrase);
        if (!(cadence instanceof Refusal)) expect(parseCadence(cadence.text)).toEqual(cadence);
      }),
      { numRuns: 2000 },
    );
  });
});
