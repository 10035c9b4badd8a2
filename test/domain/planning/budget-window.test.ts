import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../src/domain/base/amount.ts';
import { shareOfMonth, windowAt, windowsBefore } from '../../../src/domain/planning/budget-window.ts';
import type { Budget } from '../../../src/domain/streams/project.ts';
import { CALENDAR, march, nineToFive } from '../../support/situation.ts';

const monthly = (since: string, until: string | null = null): Budget => ({
  amount: { minor: 300_000, currency: 'EUR' },
  isMonthly: true,
  since,
  until,
  setAt: march(1),
  answers: [],
});
const eur = (minor: number): Amount => ({ minor, currency: 'EUR' });

describe('the window of a budget', () => {
  it('of a budget in all is all time', () => {
    const budget = { ...monthly('2026-03-16', '2026-03-20'), isMonthly: false };
    expect(windowAt(budget, CALENDAR, march(31))).toEqual({
      month: null,
      from: null,
      to: null,
      amount: eur(300_000),
    });
  });

  it('of a monthly one is the month', () => {
    expect(windowAt(monthly('2025-01-01'), CALENDAR, march(9))).toEqual({
      month: '2026-03',
      from: '2026-03-01T00:00:00.000Z',
      to: '2026-04-01T00:00:00.000Z',
      amount: eur(300_000),
    });
  });

  it.each<[string, string | null, number, string]>([
    ['2026-04-16', null, 150_000, 'set on the 16th of a month of 30 days: half'],
    ['2026-04-01', null, 300_000, 'set on the first: all of it'],
    ['2026-04-30', null, 10_000, 'set on the last day: a day'],
    ['2026-01-01', '2026-04-15', 150_000, 'until the 15th: half'],
    ['2026-04-11', '2026-04-20', 100_000, 'from the 11th to the 20th: a third'],
    ['2026-01-01', '2026-03-31', 0, 'over before: nothing'],
  ])('from %s until %s is %i (%s)', (since, until, minor, _why) => {
    expect(windowAt(monthly(since, until), CALENDAR, '2026-04-30T12:00:00.000Z').amount).toEqual(eur(minor));
  });

  it('begins on the day on which it was set', () => {
    const { from } = windowAt(monthly('2026-03-16'), CALENDAR, march(31));
    expect(from).toBe('2026-03-16T00:00:00.000Z');
  });

  it('begins with the month there, whatever day it is here, and though the clocks change in it', () => {
    const window = windowAt(
      monthly('2025-01-01'),
      nineToFive('America/New_York'),
      '2026-04-01T03:59:00.000Z',
    );
    expect(window).toMatchObject({
      month: '2026-03',
      from: '2026-03-01T05:00:00.000Z',
      to: '2026-04-01T04:00:00.000Z',
    });
    const tokyo = windowAt(monthly('2025-01-01'), nineToFive('Asia/Tokyo'), '2026-03-31T15:00:00.000Z');
    expect(tokyo).toMatchObject({ month: '2026-04', from: '2026-03-31T15:00:00.000Z' });
  });

  it('has the months before it, back to the day on which it was set, or a year', () => {
    const months = (since: string) =>
      windowsBefore(monthly(since), CALENDAR, march(9)).map(({ month }) => month);
    expect(months('2026-01-16')).toEqual(['2026-02', '2026-01']);
    expect(months('2026-03-02')).toEqual([]);
    expect(months('2020-01-01')).toHaveLength(12);
    expect(windowsBefore({ ...monthly('2020-01-01'), isMonthly: false }, CALENDAR, march(9))).toEqual([]);
  });
});

describe('the shares of a month', () => {
  it('add up to its amount, to the last cent, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.integer({ min: 28, max: 31 }),
        fc.array(fc.integer({ min: 0, max: 31 }), { maxLength: 6 }),
        (minor, length, typed) => {
          const cuts = [0, ...typed.filter((cut) => cut <= length).sort((a, b) => a - b), length];
          const parts = cuts
            .slice(1)
            .map((cut, index) => shareOfMonth(eur(minor), cuts[index] ?? 0, cut, length));
          const sum = parts.reduce((total, part) => total + ('minor' in part ? part.minor : 0), 0);
          expect(sum).toBe(minor);
          for (const part of parts) expect('minor' in part && Number.isInteger(part.minor)).toBe(true);
        },
      ),
    );
  });

  it('are as much as their days', () => {
    expect(shareOfMonth({ hours: 30 }, 0, 10, 30)).toEqual({ hours: 10 });
    expect(shareOfMonth({ hours: 30, text: '30h' }, 0, 30, 30)).toEqual({ hours: 30, text: '30h' });
    expect(shareOfMonth({ hours: 30 }, 20, 20, 30)).toEqual({ hours: 0 });
  });
});
