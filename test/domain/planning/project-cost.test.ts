import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../src/domain/base/amount.ts';
import { reachedAt, unansweredMarks } from '../../../src/domain/planning/project-cost.ts';
import { spentByWeek } from '../../../src/domain/planning/spent-by-week.ts';
import { type Budget, newProject, type Project } from '../../../src/domain/streams/project.ts';
import type { Spending } from '../../../src/domain/streams/spent.ts';
import { dayOf } from '../../../src/domain/time/calendar.ts';
import { agreed, asked, commitment, spent } from '../../support/given.ts';
import { CALENDAR, costWith, date, march } from '../../support/situation.ts';

const budget = (amount: Amount, fields: Partial<Budget> = {}): Budget => ({
  amount,
  isMonthly: false,
  since: '2026-03-01',
  until: null,
  setAt: march(1),
  answers: [],
  ...fields,
});
const project = (
  amount: Amount | null,
  fields: Partial<Project> = {},
  more: Partial<Budget> = {},
): Project => ({
  ...newProject('p', 'Website', 'joe', march(1)),
  budget: amount && budget(amount, more),
  ...fields,
});
const hours = (count: number, at = march(2)): Spending => ({ at, hours: count, money: null });
const money = (minor: number, currency = 'EUR', at = march(2)): Spending => ({
  at,
  hours: 0,
  money: { minor, currency },
});
const EUR = (minor: number) => ({ minor, currency: 'EUR' });
const RATE = { rate: EUR(9000) };

describe('what counts', () => {
  it('is work against hours, and money is shown apart', () => {
    const { counted, apart } = costWith(project({ hours: 10 }), [hours(3), money(500), money(70, 'USD')]);
    expect(counted).toEqual({ hours: 3 });
    expect(apart).toEqual({ hours: 0, money: [EUR(500), { minor: 70, currency: 'USD' }] });
  });

  it('is money against money, and work at the rate', () => {
    const { counted, apart } = costWith(project(EUR(100_000), RATE), [
      hours(1.5),
      money(500),
      money(70, 'USD'),
    ]);
    expect(counted).toEqual(EUR(14_000));
    expect(apart).toEqual({ hours: 0, money: [{ minor: 70, currency: 'USD' }] });
  });

  it('is no work without a rate, or with one in another currency', () => {
    for (const rate of [null, { minor: 9000, currency: 'USD' }]) {
      const { counted, apart, total } = costWith(
        project(EUR(100_000), { rate }),
        [hours(2), money(500)],
        [commitment(asked({ estimateHours: 3 }))],
      );
      expect(counted).toEqual(EUR(500));
      expect(apart.hours).toBe(2);
      expect(total).toBeNull();
    }
  });

  it('is in a month what was spent in it, from the day of the budget on', () => {
    const monthly = project({ hours: 31 }, {}, { isMonthly: true, since: '2026-03-02', setAt: march(2) });
    const spendings = [
      hours(1, march(1)),
      hours(2, march(2)),
      hours(4, march(4)),
      hours(8, '2026-04-01T00:00:00.000Z'),
    ];
    const cost = costWith(monthly, spendings, [], march(20));
    expect(cost.counted).toEqual({ hours: 6 });
    expect(cost.window?.amount).toEqual({ hours: 30 });
  });
});

describe('the marks of a budget', () => {
  const marks = (count: number, estimateHours?: number) =>
    costWith(
      project({ hours: 10 }),
      [hours(count)],
      estimateHours ? [commitment(asked({ estimateHours }))] : [],
    ).marks;

  it('are reached at four fifths, and past all of it, but not with all of it', () => {
    expect(marks(7.99)).toEqual([]);
    expect(marks(8)).toEqual(['near']);
    expect(marks(10)).toEqual(['near']);
    expect(marks(10.01)).toEqual(['past']);
  });

  it('are not missed by a fraction that has no end in binary', () => {
    expect(costWith(project({ hours: 0.3 }), [hours(0.1), hours(0.2)]).over).toBeNull();
  });

  it('are reached when the forecast is likely to pass it', () => {
    expect(marks(1, 2)).toEqual([]);
    expect(marks(1, 8)).toEqual(['likely']);
    expect(marks(8, 8)).toEqual(['likely', 'near']);
    expect(marks(11, 8)).toEqual(['past']);
  });

  it('to the cent', () => {
    const spentMinor = (minor: number) => costWith(project(EUR(100_000)), [money(minor)]);
    expect(spentMinor(79_999).marks).toEqual([]);
    expect(spentMinor(80_000).marks).toEqual(['near']);
    expect(spentMinor(100_000).over).toBeNull();
    expect(spentMinor(100_001).over).toEqual(EUR(1));
  });

  it('are answered once; who knows of the overrun knows of the rest', () => {
    const answered = (...answers: Budget['answers'][number]['mark'][]) =>
      unansweredMarks(
        costWith(
          project({ hours: 10 }, {}, { answers: answers.map((mark) => ({ mark })) }),
          [hours(8)],
          [commitment(asked({ estimateHours: 8 }))],
        ),
      ).map(({ mark }) => mark);
    expect(answered()).toEqual(['likely', 'near']);
    expect(answered('near')).toEqual(['likely']);
    expect(answered('past')).toEqual([]);
  });

  it('of a closed project are only that it was passed', () => {
    const closed = { closedAt: march(3) };
    expect(unansweredMarks(costWith(project({ hours: 10 }, closed), [hours(9)]))).toEqual([]);
    expect(unansweredMarks(costWith(project({ hours: 10 }, closed), [hours(11)]))).toEqual([
      { mark: 'past' },
    ]);
  });

  it('of earlier months stay until they are answered', () => {
    const monthly = (...months: string[]) =>
      unansweredMarks(
        costWith(
          project(
            { hours: 10 },
            {},
            {
              isMonthly: true,
              since: '2026-01-01',
              setAt: '2026-01-01T09:00:00.000Z',
              answers: months.map((month) => ({ mark: 'past', month })),
            },
          ),
          [hours(12, '2026-01-20T09:00:00.000Z'), hours(10, '2026-02-20T09:00:00.000Z'), hours(9, march(2))],
        ),
      );
    expect(monthly()).toEqual([
      { mark: 'near', month: '2026-03' },
      { mark: 'past', month: '2026-01' },
    ]);
    expect(monthly('2026-01', '2026-03')).toEqual([]);
  });
});

describe('what it will come to', () => {
  it('is what was spent, and the distribution of what is left', () => {
    const { total, chance, ahead } = costWith(
      project({ hours: 20 }),
      [hours(4)],
      [commitment(asked({ estimateHours: 8 }))],
    );
    // Prior experience: half of all work takes no longer than its estimate, four fifths no longer than one and a half.
    expect(total).toEqual({ likely: { hours: 12 }, most: { hours: 16 } });
    expect(ahead).toMatchObject({ tasks: 1, likelyHours: 8, mostHours: 12 });
    expect(chance).toBeCloseTo(0.9);
  });

  it('costs money at the rate, as whole cents', () => {
    const { total, chance } = costWith(
      project(EUR(200_000), { rate: EUR(9999) }),
      [hours(1 / 3)],
      [commitment(asked({ estimateHours: 8 }))],
    );
    expect(total).toEqual({ likely: EUR(3333 + 79_992), most: EUR(3333 + 119_988) });
    expect(chance).toBeGreaterThan(0.8);
  });

  it('is what was spent if nothing is left, without a chance to reckon', () => {
    expect(costWith(project({ hours: 20 }), [hours(4)])).toMatchObject({
      total: { likely: { hours: 4 }, most: { hours: 4 } },
      chance: null,
      marks: [],
    });
  });

  it('has no chance of staying inside what is passed already', () => {
    expect(
      costWith(project({ hours: 2 }), [hours(4)], [commitment(asked({ estimateHours: 8 }))]).chance,
    ).toBe(0);
  });

  it('in a month counts only what is due in it, and says how much is not', () => {
    const monthly = project({ hours: 100 }, {}, { isMonthly: true });
    const { ahead } = costWith(
      monthly,
      [],
      [
        commitment(asked({ estimateHours: 1 }), agreed(date(20))),
        commitment(asked({ estimateHours: 2 })),
        commitment(
          asked({ estimateHours: 4 }),
          agreed({ at: '2026-04-10T17:00:00.000Z', zone: 'UTC', grain: 'day' }),
        ),
      ],
    );
    expect(ahead).toMatchObject({ tasks: 1, later: 2, likelyHours: 1 });
  });

  it('says which work has no estimate', () => {
    expect(costWith(project({ hours: 9 }), [], [commitment(asked())]).ahead).toMatchObject({
      tasks: 1,
      unestimated: 1,
    });
  });

  it('without a budget is in hours, or in money if there is a rate', () => {
    const open = [commitment(asked({ estimateHours: 8 }), spent(0))];
    expect(costWith(project(null), [hours(1)], open).total?.likely).toEqual({ hours: 9 });
    expect(costWith(project(null, RATE), [hours(1)], open).total?.likely).toEqual(EUR(81_000));
  });
});

describe('when a mark was reached', () => {
  it('is the last time that more was spent than it allows', () => {
    const cost = costWith(project({ hours: 10 }), [
      hours(9, march(2)),
      hours(2, march(3)),
      hours(-2, march(4)),
      hours(3, march(4, '18:00')),
    ]);
    const window = cost.window as NonNullable<typeof cost.window>;
    expect(reachedAt(cost, 'near', window)).toBe(march(2));
    expect(reachedAt(cost, 'past', window)).toBe(march(4, '18:00'));
    expect(reachedAt(cost, 'likely', window)).toBeNull();
  });
});

describe('by week', () => {
  it('is in the unit of the budget, and leaves out no week between', () => {
    const cost = costWith(project(EUR(100_000), RATE), [
      hours(1, march(3)),
      money(100, 'EUR', march(17)),
      hours(1, march(18)),
    ]);
    expect(spentByWeek(cost, CALENDAR)).toEqual([
      { day: dayOf(2026, 3, 2), counted: EUR(9000) },
      { day: dayOf(2026, 3, 9), counted: EUR(0) },
      { day: dayOf(2026, 3, 16), counted: EUR(9100) },
    ]);
    expect(spentByWeek(costWith(project(null)), CALENDAR)).toEqual([]);
  });
});
