import { describe, expect, it } from 'vitest';
import { aMinuteAfter, linesAt, momentOf, severityAt } from '../../../support/agenda.ts';
import { asked, countered, offered } from '../../../support/given.ts';
import { expectSettled } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

describe('no-date', () => {
  it('is shown from the start, and overdue a working day after they asked', () => {
    const events = [asked({ at: march(6, '09:30') })];
    const moments = [
      march(6, '09:30'),
      march(8, '12:00'),
      march(9, '09:30'),
      aMinuteAfter(march(9, '09:30')),
    ];
    expect(severityAt('no-date', events, ...moments)).toEqual(['today', 'today', 'today', 'overdue']);
  });
  it('counts from the counter', () => {
    const events = [asked(), offered(date(6)), countered({ at: march(4, '15:00') })];
    expect(momentOf('no-date', march(4, '16:00'), ...events)).toBe(march(5, '15:00'));
  });
  it('exists even if they named the date that they would like', () => {
    expect(linesAt(march(2, '10:00'), asked({ wantedBy: date(20) }))).toEqual(['today no-date']);
  });
  it('is gone once a date is offered', () => {
    expect(linesAt(march(3, '11:00'), asked(), offered(date(20)))).toEqual([]);
  });
  it('is settled by an offer', () => {
    expectSettled('no-date', march(5), [asked()], 'offer 1');
  });
});
