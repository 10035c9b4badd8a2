import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { atLocalTime, localDay } from '../../src/domain/time/calendar.ts';
import type { Moment } from '../../src/domain/time/moment.ts';
import { sayDay, sayMoment } from '../../src/domain/time/wording.ts';
import { parseCadence } from '../../src/input/cadences.ts';
import { type DateContext, parseDate } from '../../src/input/dates.ts';
import { parseDuration } from '../../src/input/durations.ts';
import { sayDuration } from '../../src/views/words/duration.ts';
import { anyDay, anyPace, anyReading, anyTime, anyWindow } from '../support/words.ts';

const anyDate = fc.integer({ min: 0, max: 60_000 });
const minuteOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 });
const MINUTE = 60_000;

function read(phrase: string, reading: DateContext): Moment {
  const moment = parseDate(phrase, reading);
  if (moment instanceof Refusal) throw new Error(`${phrase}: ${moment.message}`);
  return moment;
}

describe('what is shown reads back as the same value', () => {
  it('a time', () => {
    fc.assert(
      fc.property(anyReading, anyDate, minuteOfDay, (reading, day, minute) => {
        const { calendar } = reading;
        const at = atLocalTime(calendar, day, minute * MINUTE);
        const shown = sayMoment({ at, zone: calendar.zone, grain: 'time' }, calendar);
        expect(read(shown, reading)).toMatchObject({ at, zone: calendar.zone, grain: 'time' });
      }),
      { numRuns: 500 },
    );
  });

  it('a day', () => {
    fc.assert(
      fc.property(anyReading, anyDate, (reading, day) => {
        const moment = read(sayDay(day, reading.calendar), reading);
        expect(moment.grain).toBe('day');
        expect(localDay(reading.calendar, moment.at)).toBe(day);
        expect(read(sayMoment(moment, reading.calendar), reading).at).toBe(moment.at);
      }),
    );
  });

  it('a window of up to half a day', () => {
    fc.assert(
      fc.property(
        anyReading,
        anyDate,
        minuteOfDay,
        fc.integer({ min: 1, max: 720 }),
        (reading, day, start, length) => {
          const { calendar } = reading;
          const from = atLocalTime(calendar, day, start * MINUTE);
          const at = atLocalTime(calendar, day, (start + length) * MINUTE);
          fc.pre(from < at);
          const shown = sayMoment({ from, at, zone: calendar.zone, grain: 'time' }, calendar);
          expect(read(shown, reading)).toMatchObject({ from, at });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a duration', () => {
    const part = fc.integer({ min: 1, max: 50 });
    const parts = fc.record(
      { months: part, days: part, seconds: fc.integer({ min: 1, max: 500_000 }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(parts, (duration) => {
        fc.pre(Object.keys(duration).length > 0);
        expect(parseDuration(sayDuration(duration))).toEqual(duration);
      }),
    );
    fc.assert(
      fc.property(part, (workingDays) => {
        expect(parseDuration(sayDuration({ workingDays }))).toEqual({ workingDays });
      }),
    );
  });

  it('a cadence', () => {
    fc.assert(
      fc.property(anyReading, anyPace, (reading, phrase) => {
        const cadence = parseCadence(phrase, reading);
        if (cadence instanceof Refusal) throw new Error(`${phrase}: ${cadence.message}`);
        expect(parseCadence(cadence.text, reading)).toEqual(cadence);
      }),
      { numRuns: 500 },
    );
  });
});

describe('before a day', () => {
  it('is never later than that day, unless that is today', () => {
    fc.assert(
      fc.property(anyReading, anyDay, (reading, phrase) => {
        const day = read(phrase, reading);
        const before = read(`before ${phrase}`, reading);
        const isToday = localDay(reading.calendar, day.at) === localDay(reading.calendar, reading.now);
        expect(before.at <= day.at || isToday, phrase).toBe(true);
        expect(before.grain).toBe('day');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a date that lies ahead', () => {
  const somewhere = fc.constantFrom('', ' in Tokyo', ' New York time', ' UTC+2');

  it('is never on a day that is past in its zone', () => {
    const timed = fc.tuple(anyDay, fc.constantFrom('', ' 5pm', ' at noon', ' 9-11am'), somewhere);
    fc.assert(
      fc.property(anyReading, timed, (reading, [day, time, place]) => {
        const period = /next month|weekend/.test(day);
        const { at, zone } = read(`${day}${period ? '' : time}${place}`, reading);
        const there = read(`today${place}`, reading);
        expect(there.zone).toBe(zone);
        expect(at.slice(0, 10) >= there.at.slice(0, 10)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never past if only a time or a window was given', () => {
    fc.assert(
      fc.property(anyReading, fc.tuple(fc.oneof(anyTime, anyWindow), somewhere), (reading, words) => {
        const [time, place] = words;
        const isSpan = /hours|min/.test(time);
        expect(read(`${time}${isSpan ? '' : place}`, reading).at > reading.now).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('nothing is half understood', () => {
  const nonsense = fc.constantFrom('xyzzy', 'blorp', '§', '?!x', 'please', '25:75');

  it('a date followed by a meaningless word', () => {
    fc.assert(
      fc.property(anyReading, fc.oneof(anyDay, anyTime, anyWindow), nonsense, (reading, phrase, word) => {
        expect(parseDate(`${phrase} ${word}`, reading)).toBeInstanceOf(Refusal);
        expect(parseDate(`${word} ${phrase}`, reading)).toBeInstanceOf(Refusal);
      }),
    );
  });

  it('a cadence, and a duration', () => {
    fc.assert(
      fc.property(anyReading, anyPace, nonsense, (reading, phrase, word) => {
        expect(parseCadence(`${phrase} ${word}`, reading)).toBeInstanceOf(Refusal);
        expect(parseCadence(`${word} ${phrase}`, reading)).toBeInstanceOf(Refusal);
        expect(parseDuration(`2 weeks ${word}`)).toBeInstanceOf(Refusal);
      }),
    );
  });
});
