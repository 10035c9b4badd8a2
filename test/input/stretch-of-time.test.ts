import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { parseSince, parseUntil } from '../../src/input/stretch-of-time.ts';
import { CALENDAR, march, NOW, nineToFive } from '../support/situation.ts';

const context = {
  now: '2026-03-05T09:00:00.000Z',
  calendar: nineToFive('Europe/Berlin'),
  dateOrder: 'dmy',
  clock: '24h',
} as const;
const since = (phrase: string) => parseSince(phrase, context);

describe('a time from which something is looked at', () => {
  it.each([
    ['2 mar', '2026-03-01T23:00:00.000Z'],
    ['monday', '2026-03-01T23:00:00.000Z'],
    ['yesterday', '2026-03-03T23:00:00.000Z'],
    ['today', '2026-03-04T23:00:00.000Z'],
    ['2025-12-24', '2025-12-23T23:00:00.000Z'],
    ['monday 10:00', '2026-03-02T09:00:00.000Z'],
  ])('is the beginning of a day, or a time: %s', async (phrase, at) => {
    expect(await since(phrase)).toBe(at);
  });
  it.each([
    ['march', '2026-02-28T23:00:00.000Z'],
    ['january', '2025-12-31T23:00:00.000Z'],
    ['november', '2025-10-31T23:00:00.000Z'],
    ['this month', '2026-02-28T23:00:00.000Z'],
    ['last month', '2026-01-31T23:00:00.000Z'],
    ['last quarter', '2025-09-30T22:00:00.000Z'],
    ['q4', '2025-09-30T22:00:00.000Z'],
    ['this year', '2025-12-31T23:00:00.000Z'],
    ['2025', '2024-12-31T23:00:00.000Z'],
    ['last week', '2026-02-22T23:00:00.000Z'],
  ])('is the beginning of the last period of that name that has begun: %s', async (phrase, at) => {
    expect(await since(phrase)).toBe(at);
  });
  it.each(['3 months', '3 months ago'])('is as long ago as it is said: %s', async (phrase) => {
    expect(await since(phrase)).toBe('2025-12-04T23:00:00.000Z');
  });
  it.each(['tomorrow', '2027', '2026-03-06', 'in 3 days'])('does not lie ahead: %s', async (phrase) => {
    expect(await since(phrase)).toMatchObject({ code: 'date-ahead' });
  });
  it('is refused where it is not understood', async () => {
    expect(await since('whenever')).toBeInstanceOf(Refusal);
  });
});

const until = (phrase: string) => parseUntil(phrase, { ...context, now: NOW, calendar: CALENDAR });

describe('up to when something is looked at', () => {
  it.each([
    ['yesterday', march(5, '00:00')],
    ['2 mar', march(3, '00:00')],
    ['february', march(1, '00:00')],
    ['last month', march(1, '00:00')],
    ['last week', march(2, '00:00')],
    ['2025', '2026-01-01T00:00:00.000Z'],
    ['today', march(6, '00:00')],
  ])('is the end of what is named: %s', async (phrase, end) => {
    expect(await until(phrase)).toBe(end);
  });

  it.each([
    ['2 weeks', march(20, '00:00').replace('03-20', '02-20')],
    ['next month', '2026-05-01T00:00:00.000Z'],
    ['tomorrow', march(7, '00:00')],
  ])('is read as the beginning is, and may lie ahead: %s', async (phrase, end) => {
    expect(await until(phrase)).toBe(end);
  });

  it('is a time where a time is named', async () => {
    expect(await until('3 mar 15:00')).toBe(march(3, '15:00'));
  });

  it('is refused where nothing is understood', async () => {
    expect(await until('whenever')).toMatchObject({ kind: 'refused' });
  });
});
