import { describe, expect, it } from 'vitest';
import { aMinuteAfter, momentOf, severityAt } from '../../../support/agenda.ts';
import { agreed, asked, awaited, confirmed, dropped, moved, promised } from '../../../support/given.ts';
import { expectSettled } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

describe('not-in-writing', () => {
  const events = [asked(), agreed(date(27), { at: march(6, '11:00') })];
  it('is shown from the start, and overdue a working day after it was agreed', () => {
    const moments = [march(6, '11:00'), march(9, '11:00'), aMinuteAfter(march(9, '11:00'))];
    expect(severityAt('not-in-writing', events, ...moments)).toEqual(['today', 'today', 'overdue']);
  });
  it('counts from the move', () => {
    expect(
      momentOf(
        'not-in-writing',
        march(10),
        ...events,
        confirmed(),
        moved(date(30), { at: march(10, '11:00') }),
      ),
    ).toBe(march(11, '11:00'));
  });
  it('is gone once it is in writing, or closed', () => {
    expect(severityAt('not-in-writing', [...events, confirmed()], march(20))).toEqual([null]);
    expect(severityAt('not-in-writing', [...events, dropped()], march(20))).toEqual([null]);
  });
  it('is not for a promise whose date nobody moved', () => {
    expect(severityAt('not-in-writing', [promised()], march(20))).toEqual([null]);
    expect(severityAt('not-in-writing', [awaited(), moved(date(27))], march(6))).toEqual(['overdue']);
  });
  it('is settled by the confirmation', () => {
    expectSettled('not-in-writing', march(9), [asked(), agreed(date(27))], 'confirm 1');
    expectSettled('not-in-writing', march(9), [awaited({ due: date(20) }), moved(date(27))], 'confirm 1');
  });
});
