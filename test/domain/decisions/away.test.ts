import { describe, it } from 'vitest';
import { decideAway } from '../../../src/domain/decisions/away.ts';
import { given } from '../../support/given.ts';
import { NOW } from '../../support/situation.ts';

describe('away', () => {
  const skiing = {
    uid: 'ski',
    first: '2026-12-21',
    last: '2027-01-02',
    beginsAt: null,
    endsAt: null,
    note: 'skiing',
  };
  const planned = { away: [skiing] };

  it('plans days, including the first and the last', () => {
    given()
      .when(decideAway, { days: { first: '2026-12-21', last: '2027-01-02', note: 'skiing' } })
      .records({
        stream: 'away new1',
        event: { type: 'AwayPlanned', first: '2026-12-21', last: '2027-01-02', note: 'skiing', at: NOW },
      });
    given()
      .when(decideAway, { days: { first: '2027-01-03', last: '2027-01-03' } }, planned)
      .records({
        stream: 'away new1',
        event: { type: 'AwayPlanned', first: '2027-01-03', last: '2027-01-03', at: NOW },
      });
  });
  it('cancels the days away around a date', () => {
    given()
      .when(decideAway, { days: { cancel: '2026-12-24' } }, planned)
      .records({ stream: 'away ski', event: { type: 'AwayCancelled', at: NOW } });
    given()
      .when(decideAway, { days: { cancel: '2026-12-20' } }, planned)
      .isRefused('not-away', 'followup away');
  });
  it.each([
    ['away-backwards', '2026-12-22', '2026-12-21', 'first day first'],
    ['away-too-long', '2026-12-22', '2027-12-23', 'year'],
    ['away-already', '2026-12-01', '2026-12-21', '--cancel 2026-12-21'],
    ['away-already', '2026-12-24', '2026-12-24', '--cancel 2026-12-21'],
    ['away-already', '2027-01-02', '2027-01-05', '--cancel 2026-12-21'],
  ])('%s: %s to %s', (code, first, last, hint) => {
    given().when(decideAway, { days: { first, last } }, planned).isRefused(code, hint);
  });
});
