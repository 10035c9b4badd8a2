import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay } from '../../src/domain/time/calendar.ts';
import { plannedDays } from '../../src/views/planned-days.ts';
import { plannedWeeks } from '../../src/views/planned-weeks.ts';
import { showWeeks } from '../../src/views/terminal/weeks.ts';
import { agreed, asked, commitment } from '../support/given.ts';
import { CALENDAR, date, forecastAt, NOW } from '../support/situation.ts';
import { viewContextAt } from '../support/view-context.ts';

const VIEW = await viewContextAt();

/** Work of so many hours that is due on a day in March. */
const work = (hours: number, day: number, number = 1) => ({
  ...commitment(asked({ estimateHours: hours }), agreed(date(day))),
  uid: `work-${number}`,
  number,
});

describe('the weeks ahead', () => {
  it('begin with this one, and are the sums of the days that the month shows', () => {
    const any = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 5, max: 31 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(any, (given) => {
        const open = given.map(([hours, day], index) => work(hours, day, index + 1));
        const forecast = forecastAt(NOW, open);
        const weeks = plannedWeeks(6, open, forecast, VIEW);
        const first = localDay(CALENDAR, NOW) - 3;
        const days = plannedDays(first, first + 41, open, forecast, VIEW);
        expect(weeks.map((week) => week.first)).toEqual([0, 1, 2, 3, 4, 5].map((week) => first + 7 * week));
        const sum = (key: 'load' | 'free') => days.reduce((total, each) => total + each[key], 0);
        expect(weeks.reduce((total, { load }) => total + load, 0)).toBeCloseTo(sum('load'));
        expect(weeks.reduce((total, { free }) => total + free, 0)).toBeCloseTo(sum('free'));
        expect(weeks.flatMap((week) => week.days)).toEqual(days);
      }),
    );
  });

  it('say in the week of the date what does not fit until then, as the overload of all does', () => {
    const open = [work(40, 13), work(2, 27, 2)];
    const forecast = forecastAt(NOW, open);
    const weeks = plannedWeeks(4, open, forecast, VIEW);
    const worst = forecast.overload();
    expect(worst).not.toBeNull();
    expect(weeks.map(({ overload }) => overload)).toEqual([null, worst, null, null]);
  });

  it('are read without colour, at 40 columns too', async () => {
    const open = [work(40, 13)];
    const weeks = plannedWeeks(3, open, forecastAt(NOW, open), VIEW);
    expect(await showWeeks(weeks, VIEW)).toMatchInlineSnapshot(`
      "Week of     Load               Planned  Too much
      from now    ############  9.6h of 9.6h
      Mon 9 Mar   ############    24h of 24h      6.4h
      Mon 16 Mar  ###.........   6.4h of 24h"
    `);
    const narrow = await showWeeks(weeks, { ...VIEW, width: 40 });
    expect(narrow).toContain('Too much');
    expect(Math.max(...narrow.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
  });
});
