import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/input/dates.ts';
import { meaning, readingAt } from '../support/words.ts';

describe('a window', () => {
  it.each(
    Object.entries({
      'thu 14:00-15:00': '2026-03-05 14:00-15:00',
      'tomorrow 9-11am': '2026-03-05 09:00-11:00',
      '9–11am tomorrow': '2026-03-05 09:00-11:00',
      'friday from 2pm to 4pm': '2026-03-06 14:00-16:00',
      'friday 2 to 4pm': '2026-03-06 14:00-16:00',
      'friday 2pm until 4pm': '2026-03-06 14:00-16:00',
      'between 2 and 4pm on friday': '2026-03-06 14:00-16:00',
      'from 9 to 5 on friday': '2026-03-06 09:00-17:00',
      'friday 11-1pm': '2026-03-06 11:00-13:00',
      'friday 7pm-9': '2026-03-06 19:00-21:00',
      'friday noon to 1pm': '2026-03-06 12:00-13:00',
      '12 mar 10:00 - 11:30': '2026-03-12 10:00-11:30',
      'tomorrow afternoon from 2 to 4': '2026-03-05 14:00-16:00',
      '2026-03-05 14:00-15:00': '2026-03-05 14:00-15:00',
      'friday 15h-16h30': '2026-03-06 15:00-16:30',
      '9-11am': '2026-03-04 09:00-11:00',
      '8-9am': '2026-03-05 08:00-09:00',
    }),
  )('"%s" is %s', (phrase, expected) => {
    expect(meaning(phrase)).toBe(expected);
  });

  it('is due at its end, and keeps its beginning', () => {
    expect(parseDate('thu 14:00-15:00', readingAt())).toEqual({
      at: '2026-03-05T15:00:00.000Z',
      from: '2026-03-05T14:00:00.000Z',
      zone: 'UTC',
      grain: 'time',
      text: 'thu 14:00-15:00',
    });
  });

  it('may run over midnight, into the next day', () => {
    expect(parseDate('friday 22:00-02:00', readingAt())).toMatchObject({
      from: '2026-03-06T22:00:00.000Z',
      at: '2026-03-07T02:00:00.000Z',
    });
  });

  it.each(['friday 15:00-14:00', 'friday 14:00-14:00', 'friday 24:00-25:00'])(
    'has an end: "%s"',
    (phrase) => {
      expect(meaning(phrase)).toBe('date-impossible');
    },
  );

  it('has an end even when the clocks go forward', () => {
    expect(meaning('tomorrow 02:30-03:00', readingAt('2026-03-07T17:00Z', 'America/New_York'))).toBe(
      'date-impossible',
    );
  });

  it.each([
    'friday 9-11',
    '5-6',
    'march 5-7pm',
    'friday evening 2-4pm',
    'monday to friday',
    'between monday and friday',
    'from 2pm',
    'friday 2-4-6pm',
  ])('is not "%s"', (phrase) => {
    expect(meaning(phrase)).toBe('date-not-understood');
  });

  it('is ambiguous alone: it may be minutes before an hour', () => {
    expect(parseDate('friday 5 to 7pm', readingAt())).toMatchObject({
      message: '"friday 5 to 7pm" can mean minutes before the hour, or a window from one hour to the next.',
    });
    expect(meaning('friday quarter to 7pm')).toBe('2026-03-06 18:45');
    expect(meaning('friday 5 minutes to 7pm')).toBe('2026-03-06 18:55');
    expect(meaning('friday from 5 to 7pm')).toBe('2026-03-06 17:00-19:00');
  });

  it('is ambiguous alone: it may be an offset', () => {
    expect(parseDate('2026-03-05 09:00-10:00', readingAt())).toMatchObject({
      message: '"2026-03-05 09:00-10:00" can be a window, or a time with its offset from UTC.',
    });
    expect(meaning('2026-03-05T09:00-10:00')).toBe('2026-03-05 19:00');
  });
});
