import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spentByMonth } from '../../../src/domain/statistics/spent-by-month.ts';
import type { SpentOn } from '../../../src/domain/statistics/spent-on.ts';
import { CALENDAR, march, nineToFive } from '../../support/situation.ts';

const spent = (at: string, hours: number, more: Partial<SpentOn> = {}): SpentOn => ({
  at,
  hours,
  money: null,
  client: 'joe',
  project: null,
  topic: null,
  kind: null,
  ...more,
});

describe('what was spent by month', () => {
  it('is summed by client, month and project, whichever way that is spelt', () => {
    const all = [
      spent(march(2), 1, { project: 'New Site' }),
      spent(march(3), 2, { project: 'new-site' }),
      spent(march(3), 4),
      spent('2026-04-01T09:00:00.000Z', 8),
      spent(march(4), 16, { client: null }),
    ];
    expect(spentByMonth(all, () => CALENDAR)).toEqual([
      { client: 'joe', month: '2026-03', project: 'New Site', hours: 3, money: [] },
      { client: 'joe', month: '2026-03', project: null, hours: 4, money: [] },
      { client: 'joe', month: '2026-04', project: null, hours: 8, money: [] },
      { client: null, month: '2026-03', project: null, hours: 16, money: [] },
    ]);
  });

  it('is counted in the month that it was where the client is', () => {
    const evening = [spent('2026-03-31T22:30:00.000Z', 1)];
    const monthIn = (zone: string) => spentByMonth(evening, () => nineToFive(zone))[0]?.month;
    expect([monthIn('UTC'), monthIn('Europe/Berlin'), monthIn('America/New_York')]).toEqual([
      '2026-03',
      '2026-04',
      '2026-03',
    ]);
  });

  it('keeps currencies apart, and leaves out what was taken back', () => {
    const money = (minor: number, currency: string) => ({ money: { minor, currency } });
    const all = [
      spent(march(2), 0, money(1000, 'EUR')),
      spent(march(2), 0, money(500, 'USD')),
      spent(march(3), 0, money(-500, 'USD')),
      spent(march(2), 0.3, { client: 'ann' }),
      spent(march(2), -0.2, { client: 'ann' }),
      spent(march(2), -0.1, { client: 'ann' }),
    ];
    expect(spentByMonth(all, () => CALENDAR)).toEqual([
      { client: 'joe', month: '2026-03', project: null, hours: 0, money: [{ minor: 1000, currency: 'EUR' }] },
    ]);
  });

  it('has every spending once: the sums are those of all', () => {
    const any = fc.record({
      at: fc.date({ min: new Date('2025-12-01'), max: new Date('2026-05-01'), noInvalidDate: true }),
      hours: fc.integer({ min: -4, max: 40 }),
      client: fc.constantFrom('joe', 'ann', null),
      project: fc.constantFrom('Site', 'site', 'Shop', null),
    });
    fc.assert(
      fc.property(fc.array(any), (given) => {
        const all = given.map(({ at, hours, ...more }) => spent(at.toISOString(), hours, more));
        const sum = (of: readonly { readonly hours: number }[]) =>
          of.reduce((so, { hours }) => so + hours, 0);
        const rows = spentByMonth(all, () => CALENDAR);
        expect(sum(rows)).toBe(sum(all));
        const keys = rows.map((row) => `${row.client} ${row.month} ${row.project?.toLowerCase()}`);
        expect(new Set(keys).size).toBe(rows.length);
      }),
    );
  });
});
