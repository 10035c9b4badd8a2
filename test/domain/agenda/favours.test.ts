import { describe, expect, it } from 'vitest';
import { countFavours, favoursSince } from '../../../src/domain/agenda/favours.ts';
import { asked, commitment, dropped, givenFree, priced, spent } from '../../support/given.ts';
import { march } from '../../support/situation.ts';

const EUR = (minor: number) => ({ minor, currency: 'EUR' });

describe('what was given free', () => {
  const lately = (at: string) => at >= favoursSince(march(6));
  const extra = (hours?: number) =>
    asked({ scope: 'out', ...(hours !== undefined && { estimateHours: hours }) });

  it('is counted in hours and in money, each currency apart', () => {
    const given = [
      commitment(extra(3), spent(2.5), priced({ amount: EUR(30000) }), givenFree({ at: march(4) })),
      commitment(extra(3), priced({ amount: { minor: 500, currency: 'JPY' } }), givenFree({ at: march(3) })),
      commitment(extra(), priced({ amount: EUR(5) }), givenFree({ at: march(5) })),
    ];
    expect(countFavours(given, lately)).toEqual({
      count: 3,
      hours: 5.5,
      money: [EUR(30005), { minor: 500, currency: 'JPY' }],
      since: march(3),
    });
  });
  it('is as many hours as were named as its price, where nobody estimated it', () => {
    expect(countFavours([commitment(extra(), priced(), givenFree())], lately)).toMatchObject({ hours: 3 });
  });
  it('is nothing if it was dropped, priced, part of what was agreed after all, or long ago', () => {
    const given = [
      commitment(extra(1), givenFree(), dropped()),
      commitment(extra(1), givenFree(), priced({ at: march(5) })),
      commitment(extra(1), givenFree(), { type: 'DetailsChanged', scope: 'in', at: march(5) }),
      commitment(extra(1), givenFree({ at: '2025-12-01T09:00:00.000Z' })),
    ];
    expect(countFavours(given, lately)).toEqual({ count: 0, hours: 0, money: [], since: null });
  });
});
