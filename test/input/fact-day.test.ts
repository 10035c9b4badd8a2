import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { dayMeant } from '../../src/domain/time/day-meant.ts';
import { isoOfDay } from '../../src/domain/time/iso-day.ts';
import type { DateContext } from '../../src/input/dates.ts';
import { parseFactDay } from '../../src/input/fact-day.ts';
import { CALENDAR, NOW } from '../support/situation.ts';

const context: DateContext = { now: NOW, calendar: CALENDAR, dateOrder: 'mdy', clock: '12h' };

async function read(phrase: string): Promise<string> {
  const day = await parseFactDay(phrase, context);
  if (day instanceof Refusal) return day.code;
  return `${isoOfDay(dayMeant(day.date, CALENDAR))}${day.isYearly ? ' yearly' : ''}`;
}

describe('the day of a fact', () => {
  it.each([
    ['31 dec', '2026-12-31'],
    ['2027-03-01', '2027-03-01'],
    ['in 3 weeks', '2026-03-26'],
    ['31 dec every year', '2026-12-31 yearly'],
    ['every year on 31 dec', '2026-12-31 yearly'],
    ['31 dec, each year', '2026-12-31 yearly'],
    ['yearly on may 12', '2026-05-12 yearly'],
    ['29 feb every year', '2028-02-29 yearly'],
    ['31 dec 3pm', 'not-a-day'],
    ['every year', 'date-missing'],
    ['every second year on 31 dec', 'date-not-understood'],
    ['someday', 'date-vague'],
  ])('%s', async (phrase, expected) => {
    expect(await read(phrase)).toBe(expected);
  });
});
