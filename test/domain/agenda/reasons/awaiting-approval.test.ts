import { describe, expect, it } from 'vitest';
import { aMinuteAfter, severityAt } from '../../../support/agenda.ts';
import {
  approvedPrice,
  asked,
  commitment,
  complained,
  finished,
  priced,
  resolutionApproved,
  resolutionOffered,
  snoozed,
  told,
} from '../../../support/given.ts';
import { expectWithThem, lineOf } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

describe('awaiting-approval', () => {
  const put = priced({ at: march(4, '10:00') });
  const extra = [asked({ scope: 'out' }), put];

  it.each([
    ['a price', extra],
    ['a price of delivered work', [asked({ scope: 'out' }), finished('Delivered', { at: march(3) }), put]],
    ['a resolution', [complained(), resolutionOffered({ at: march(4, '10:00') })]],
  ] as const)('%s: is shown only once a working day has passed', (_, events) => {
    const moments = [march(4, '10:01'), march(5, '10:00'), aMinuteAfter(march(5, '10:00'))];
    expect(severityAt('awaiting-approval', events, ...moments)).toEqual([null, null, 'overdue']);
  });
  it('is over once somebody said yes, or no', () => {
    const refused = { type: 'PriceRejected', because: 'too dear', at: march(5) } as const;
    expect(severityAt('awaiting-approval', [...extra, approvedPrice()], march(10))).toEqual([null]);
    expect(severityAt('awaiting-approval', [...extra, refused], march(10))).toEqual([null]);
    const resolved = [complained(), resolutionOffered(), resolutionApproved()];
    expect(severityAt('awaiting-approval', resolved, march(10))).toEqual([null]);
  });
  it('is settled by asking again, and then they have as long as before', () => {
    expectWithThem('awaiting-approval', march(6), extra, 'update 1 TEXT', ['TEXT']);
    const complaint = [complained(), resolutionOffered({ at: march(4, '10:00') })];
    expectWithThem('awaiting-approval', march(6), complaint, 'update 1 TEXT', ['TEXT']);
    const delivered = [...extra, finished('Delivered', { at: march(4, '12:00') })];
    expectWithThem('awaiting-approval', march(6), delivered, 'told --about 1 TEXT', ['TEXT']);
    const chased = [...extra, told(march(6, '10:00'))];
    expect(lineOf('awaiting-approval', march(9, '10:00'), chased)).toMatchObject({ isWithThem: false });
  });
  it('is hidden by a snooze', () => {
    expect(severityAt('awaiting-approval', [...extra, snoozed(date(20), march(5))], march(10))).toEqual([
      null,
    ]);
  });
  it('asks nobody about what was delivered to nobody', () => {
    const events = [asked({ scope: 'out', client: undefined as never }), put, finished('Delivered')];
    expect(commitment(...events).client).toBeNull();
    expect(severityAt('awaiting-approval', events, march(10))).toEqual([null]);
  });
});
