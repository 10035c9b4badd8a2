import { describe, expect, it } from 'vitest';
import { parseUntil } from '../../src/input/until.ts';
import { CALENDAR, march, NOW } from '../support/situation.ts';

const until = (phrase: string) =>
  parseUntil(phrase, { now: NOW, calendar: CALENDAR, dateOrder: 'dmy', clock: '24h' });

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

  it('is a time where a time is named', async () => {
    expect(await until('3 mar 15:00')).toBe(march(3, '15:00'));
  });

  it('is refused where nothing is understood', async () => {
    expect(await until('whenever')).toMatchObject({ kind: 'refused' });
  });
});
