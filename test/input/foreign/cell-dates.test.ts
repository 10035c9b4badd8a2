import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellDates, plainDate, wholeDay } from '../../../src/input/foreign/cell-dates.ts';
import { readingAt } from '../../support/words.ts';

const READING = readingAt('2026-03-02T08:30Z', 'Europe/Berlin', 'dmy');
const dates = new CellDates(READING);
const dayOf = async (cell: string) => {
  const moment = await dates.when(cell, 'ahead');
  return `${moment?.grain} ${moment?.at}`;
};

describe('midnight in a cell', () => {
  it.each([
    '2026-03-20 00:00',
    '2026-03-20 0:00',
    '2026-03-20T00:00:00',
    '2026-03-20T00:00:00.000',
    '20.03.2026 00:00',
    '20.03.2026, 00:00:00',
    '20.03.2026 00:00 Uhr',
    '20/3/2026 0:00',
    '20/3/2026 12:00 AM',
    '20/3/2026 12:00:00 a.m.',
    '20/3/2026 12:00\u202fAM',
    '2026-03-20 24:00',
    // Midnight in Berlin.
    '2026-03-19T23:00:00Z',
    '2026-03-19T23:00:00.000Z',
    '2026-03-19T23:00:00+0000',
    '2026-03-20T00:00:00+01:00',
    '1773961200000',
    '1773961200',
  ])('is that day: %s', async (cell) => {
    expect(await dayOf(cell)).toBe('day 2026-03-20T16:00:00.000Z');
  });
  it.each([
    ['2026-03-20T00:00:00Z', '2026-03-20T00:00:00.000Z'],
    ['2026-03-20T00:00:00+0000', '2026-03-20T00:00:00.000Z'],
    ['2026-03-20 10:00', '2026-03-20T09:00:00.000Z'],
    ['2026-03-20 00:30', '2026-03-19T23:30:00.000Z'],
    ['20/3/2026 12:00 PM', '2026-03-20T11:00:00.000Z'],
    ['1773961260000', '2026-03-19T23:01:00.000Z'],
  ])('is none elsewhere: %s', async (cell, at) => {
    expect(await dayOf(cell)).toBe(`time ${at}`);
  });
  it('is the day whose beginning the clocks pass over', async () => {
    // In Beirut, 29 March 2026 begins at 01:00.
    const there = new CellDates(readingAt('2026-03-02T08:30Z', 'Asia/Beirut', 'dmy'));
    expect(await there.when('2026-03-29 00:00', 'ahead')).toMatchObject({
      grain: 'day',
      at: '2026-03-29T14:00:00.000Z',
    });
  });
});

describe('a stretch of days in a cell', () => {
  it.each([
    ['March 20, 2026 \u2192 March 22, 2026', 'day 2026-03-22T16:00:00.000Z'],
    ['2026-03-20 -> 2026-03-22', 'day 2026-03-22T16:00:00.000Z'],
    ['March 20, 2026 9:00 AM \u2192 March 22, 2026 9:30 AM', 'time 2026-03-22T08:30:00.000Z'],
    ['March 20, 2026 9:00 AM \u2192 11:30 AM', 'time 2026-03-20T10:30:00.000Z'],
    ['@March 20, 2026', 'day 2026-03-20T16:00:00.000Z'],
    ['2026-03-20 \u2192', 'day 2026-03-20T16:00:00.000Z'],
  ])('is due at its end: %s', async (cell, due) => {
    expect(await dayOf(cell)).toBe(due);
  });
});

describe('a month in another language', () => {
  it.each([
    '20. März 2026',
    '20. Maerz 2026',
    '20 mars 2026',
    '20 de marzo de 2026',
    '20 marzo 2026',
    '20. Mär. 2026',
    '20. März 2026 00:00',
    '20/Mär/2026',
    '20/mars/26',
  ])('is read: %s', async (cell) => {
    expect(await dayOf(cell)).toBe('day 2026-03-20T16:00:00.000Z');
  });
  it.each([
    ['1er juillet 2026', '2026-07-01'],
    ['5. Dez. 2026', '2026-12-05'],
    ['7 août 2026', '2026-08-07'],
    ['3 Mai 2026', '2026-05-03'],
    ['3 May 2026', '2026-05-03'],
  ])('is that month: %s', async (cell, day) => {
    expect(await dayOf(cell)).toMatch(`day ${day}`);
  });
  it('is no other word', () => {
    for (const text of ['3 days ago', '2 weeks', '3 o\u2019clock', '5 pm'])
      expect(plainDate(text)).toBe(text);
  });
});

describe('a day without a year', () => {
  it.each([
    ['24.12.', '2025-12-24'],
    ['24. Dez.', '2025-12-24'],
    ['3.4.', '2026-04-03'],
    ['24/12', '2025-12-24'],
  ])('is the nearest: %s', async (cell, day) => {
    expect((await dates.written(cell, undefined))?.at.slice(0, 10)).toBe(day);
  });
});

describe('a whole day in a zone of its own', () => {
  it.each([
    ['2026-03-20T23:00:00+0000', 'Europe/Berlin', '2026-03-21'],
    ['2026-03-20T15:00:00+0000', 'Asia/Tokyo', '2026-03-21'],
    ['2026-03-20T05:00:00+0000', 'America/New_York', '2026-03-20'],
    ['2026-03-20T23:30:00+0000', 'Nowhere/At_All', '2026-03-21'],
    ['2026-03-20T23:30:00+0000', undefined, '2026-03-21'],
  ])('%s in %s', async (cell, zone, day) => {
    const moment = await dates.when(cell, 'ahead');
    if (!moment) throw new Error('It is a date.');
    expect(wholeDay(moment, zone, READING.calendar)).toMatchObject({
      grain: 'day',
      at: expect.stringMatching(`^${day}`),
    });
  });
});

describe('any other cell', () => {
  it('is left as it is, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const plain = plainDate(text);
        // A date is only ever made shorter, or turned into another way to write the same instant.
        expect(plain.length <= text.trim().length || /^\d{4}-\d\d-\d\dT/.test(plain)).toBe(true);
      }),
    );
  });
  it('is not taken apart if it is longer than any date', () => {
    const long = '1 '.repeat(100_000);
    expect(plainDate(long)).toBe(long);
  });
});
