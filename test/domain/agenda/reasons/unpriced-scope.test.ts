import { describe, expect, it } from 'vitest';
import type { CommitmentEvent } from '../../../../src/domain/streams/events.ts';
import { agenda, linesAt } from '../../../support/agenda.ts';
import {
  accepted,
  approvedPrice,
  asked,
  commitment,
  dropped,
  finished,
  givenFree,
  priced,
  snoozed,
  spent,
} from '../../../support/given.ts';
import { expectCommand, expectWithThem, lineOf } from '../../../support/settling.ts';
import { date, forecastAt, march } from '../../../support/situation.ts';

const NOON = march(5, '12:00');

describe('unpriced-scope', () => {
  const extra = asked({ scope: 'out', estimateHours: 3 });
  const line = (...events: CommitmentEvent[]) => lineOf('unpriced-scope', NOON, events);

  it('is a matter of today, every day, since it was asked for', () => {
    expect(line(extra)).toMatchObject({ severity: 'today', since: march(2, '09:30'), counterpart: 'joe' });
    expect(linesAt(march(30, '12:00'), extra)).toContain('today unpriced-scope');
  });
  it('stays after the delivery, since then, and after they accepted it', () => {
    const delivered = finished('Delivered', { at: march(4) });
    expect(line(extra, delivered)).toMatchObject({ severity: 'today', since: march(4) });
    expect(line(extra, delivered, accepted())).toBeDefined();
  });
  it('is over once it is approved, given, or dropped, and never is about what was agreed', () => {
    for (const events of [
      [extra, priced(), approvedPrice()],
      [extra, givenFree()],
      [extra, dropped()],
      [extra, { type: 'DetailsChanged', scope: 'in', at: NOON } as const],
      [asked()],
    ]) {
      expect(line(...events)).toBeUndefined();
    }
  });
  it('is with them while they have not answered to a price, delivered or not', () => {
    expect(line(extra, priced())).toMatchObject({ isWithThem: true });
    expect(line(extra, finished('Delivered'), priced({ at: NOON }))).toMatchObject({ isWithThem: true });
    expectCommand('unpriced-scope', NOON, [extra, priced()], 'update 1 TEXT', ['TEXT']);
    const delivered = [extra, finished('Delivered'), priced({ at: NOON })];
    expectCommand('unpriced-scope', NOON, delivered, 'told --about 1 TEXT', ['TEXT']);
  });
  it('comes back with another price, or when they refuse one', () => {
    const refused = { type: 'PriceRejected', because: 'too dear', at: NOON } as const;
    expect(line(extra, priced(), refused)).toMatchObject({ isWithThem: false });
  });
  it('is hidden by a snooze, also once it is delivered; but not by one that came before the delivery', () => {
    const until = snoozed(date(10), march(5, '10:00'));
    expect(line(extra, until)).toBeUndefined();
    expect(line(extra, finished('Delivered', { at: march(4) }), until)).toBeUndefined();
    expect(line(extra, until, finished('Delivered', { at: march(5, '11:00') }))).toBeDefined();
  });
  it('is settled by a price: what was spent or estimated, else what such work usually takes', () => {
    expectWithThem('unpriced-scope', NOON, [extra], 'price 1 3h');
    expectWithThem('unpriced-scope', NOON, [extra, spent(4.5)], 'price 1 4.5h');
    expectWithThem('unpriced-scope', NOON, [asked({ scope: 'out' })], 'price 1 4h');
    expectWithThem('unpriced-scope', NOON, [asked({ scope: 'out', estimateHours: 0.001 })], 'price 1 0.01h');
    const past = {
      client: 'joe',
      estimateHours: 2,
      spentHours: 1.6,
      createdAt: march(1),
      closedAt: march(2),
    };
    const it = commitment(asked({ scope: 'out' }));
    const forecast = forecastAt(NOON, [it], { finished: Array.from({ length: 8 }, () => past) });
    const found = agenda(NOON, [it], { forecast }).find(({ reason }) => reason === 'unpriced-scope');
    expect(found).toMatchObject({ hours: 2 });
  });
});
