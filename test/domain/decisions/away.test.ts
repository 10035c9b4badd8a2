import { describe, it } from 'vitest';
import { decideAway } from '../../../src/domain/decisions/away.ts';
import { given } from '../../support/given.ts';
import { NOW } from '../../support/situation.ts';

describe('away', () => {
  const skiing = {
    uid: 'ski',
    first: '2026-12-21',
    last: '2027-01-02',
    beginsAt: undefined,
    endsAt: undefined,
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
  it('plans parts of days, several on one day', () => {
    const morning = {
      first: '2026-03-25',
      last: '2026-03-25',
      beginsAt: undefined,
      endsAt: '11:00',
      note: null,
    };
    const away = [{ uid: 'dentist', ...morning }];
    const afternoon = { first: '2026-03-25', last: '2026-03-26', beginsAt: '14:00' };
    given()
      .when(decideAway, { days: afternoon }, { away })
      .records({ stream: 'away new1', event: { type: 'AwayPlanned', ...afternoon, at: NOW } });
    const both = [...away, { uid: 'trip', ...afternoon, endsAt: undefined, note: null }];
    given()
      .when(
        decideAway,
        { days: { first: '2026-03-25', last: '2026-03-25', beginsAt: '10:00' } },
        { away: both },
      )
      .isRefused('away-already', '--cancel 2026-03-25');
    given()
      .when(decideAway, { days: { cancel: '2026-03-25' } }, { away: both })
      .isRefused('away-twice', '--cancel "2026-03-25 14:00"');
    given()
      .when(decideAway, { days: { cancel: '2026-03-25', time: '14:00' } }, { away: both })
      .records({ stream: 'away trip', event: { type: 'AwayCancelled', at: NOW } });
    given()
      .when(decideAway, {
        days: { first: '2026-03-27', last: '2026-03-27', beginsAt: '14:00', endsAt: '13:00' },
      })
      .isRefused('away-backwards', 'earlier time');
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
