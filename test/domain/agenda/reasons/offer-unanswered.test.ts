import { describe, expect, it } from 'vitest';
import { aMinuteAfter, severityAt, written } from '../../../support/agenda.ts';
import { agreed, asked, countered, offered } from '../../../support/given.ts';
import { expectWithThem } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

describe('offer-unanswered', () => {
  const events = [asked(), offered(date(20), { at: march(6, '10:00') })];
  it('is shown only once a working day has passed', () => {
    const moments = [march(6, '10:01'), march(9, '10:00'), aMinuteAfter(march(9, '10:00'))];
    expect(severityAt('offer-unanswered', events, ...moments)).toEqual([null, null, 'overdue']);
  });
  it('counts from the last offer', () => {
    const again = offered(date(23), { at: march(10, '12:00') });
    expect(severityAt('offer-unanswered', [...events, again], march(11, '12:00'))).toEqual([null]);
  });
  it('is also shown if the offer is a new date for an agreed request', () => {
    const pending = [asked(), agreed(date(20), written), offered(date(25), { at: march(6, '10:00') })];
    expect(severityAt('offer-unanswered', pending, march(9, '10:01'))).toEqual(['overdue']);
  });
  it('is gone once they answered', () => {
    expect(severityAt('offer-unanswered', [...events, countered({ at: march(9) })], march(20))).toEqual([
      null,
    ]);
    expect(severityAt('offer-unanswered', [...events, agreed(date(20))], march(20))).toEqual([null]);
  });
  it('is asked about again, whether the offered date is ahead or not, and whatever is agreed', () => {
    for (const [now, ...story] of [
      [march(9), asked(), offered(date(20))],
      [march(9), asked(), offered(date(6))],
      [march(10), asked(), agreed(date(27)), offered(date(6))],
    ] as const) {
      expectWithThem('offer-unanswered', now, story, 'update 1 TEXT', ['TEXT']);
    }
  });
});
