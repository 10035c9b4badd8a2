import { describe, it } from 'vitest';
import { decideEdit } from '../../../src/domain/decisions/edit.ts';
import { agreed, asked, given, mentioned, offered, someTarget, yesterday } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

describe('edit', () => {
  it('needs something to change', () => {
    given(asked()).when(decideEdit, {}).isRefused('nothing-to-edit', 'followup edit 1 --title');
  });
  it('changes what was named, removes what is null, and leaves the rest', () => {
    given(asked({ estimateHours: 3, project: 'site', wantedBy: date(9) }))
      .when(decideEdit, { title: 'Annual report', project: null, scope: 'out' })
      .leaves({
        title: 'Annual report',
        project: null,
        scope: 'out',
        estimate: { hours: 3 },
        wantedBy: date(9),
        client: 'joe',
      });
  });
  it('to an unknown client creates it', () => {
    given(asked())
      .when(decideEdit, { client: mentioned('Globex') })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Globex', at: NOW } },
        { type: 'DetailsChanged', client: 'new1', at: NOW },
      );
  });
  it('to a client of nearly that name is refused', () => {
    given(asked())
      .when(decideEdit, { client: mentioned('Amce Corp') })
      .isRefused('client-near-miss');
  });
  it('to a wish in the past is refused', () => {
    given(asked()).when(decideEdit, { wantedBy: yesterday }).isRefused('date-past');
  });
  it('a wish does not move a date that stands', () => {
    given(asked(), agreed(date(6)))
      .when(decideEdit, { wantedBy: date(9) })
      .isRefused('date-not-a-detail', 'followup move 1');
    given(asked())
      .when(decideEdit, { wantedBy: date(9) })
      .leaves({ wantedBy: date(9) });
  });
});

describe('a new estimate', () => {
  const estimate = { estimateHours: 40 };

  it('moves the target of a date that was settled', () => {
    const before = [asked({ estimateHours: 2 }), agreed(date(13), { target: date(12) })];
    given(...before)
      .when(decideEdit, estimate)
      .leaves({ estimate: { hours: 40 }, due: date(13), target: someTarget });
    given(...before)
      .when(decideEdit, { title: 'Report, by region' })
      .leaves({ target: date(12) });
  });
  it('voids the target of an offer, so that agreeing computes a new one', () => {
    const before = [asked({ estimateHours: 2 }), offered(date(13), { target: date(6) })];
    given(...before)
      .when(decideEdit, estimate)
      .leaves({ offer: { date: date(13), madeAt: march(3, '10:00'), target: null } });
  });
});
