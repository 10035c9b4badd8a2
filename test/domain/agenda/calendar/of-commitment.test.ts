import { describe, expect, it } from 'vitest';
import type { Span } from '../../../../src/domain/agenda/calendar/entry.ts';
import { closedSince, entriesOfCommitment } from '../../../../src/domain/agenda/calendar/of-commitment.ts';
import type { CommitmentEvent } from '../../../../src/domain/streams/events.ts';
import { dayOf, type WorkCalendar } from '../../../../src/domain/time/calendar.ts';
import { local } from '../../../support/calendars.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  dropped,
  finished,
  moved,
  offered,
  promised,
  told,
} from '../../../support/given.ts';
import { CALENDAR, date, march, nineToFive, SETTINGS } from '../../../support/situation.ts';

const REVISIONS = { own: { count: 3, at: march(4) }, standing: null, clocks: { count: 2, at: march(3) } };

function entries(events: readonly CommitmentEvent[], calendar: WorkCalendar = CALENDAR) {
  const all = entriesOfCommitment(commitment(...events), REVISIONS, {
    calendar,
    clockSettingsOf: () => SETTINGS,
  });
  return Object.fromEntries(all.map((entry) => [entry.uid, entry]));
}

/** The span of a whole day in March 2026. */
const day = (of: number): Span => ({ first: dayOf(2026, 3, of), last: dayOf(2026, 3, of) });

describe('a commitment in a calendar', () => {
  it('is nothing as long as no date is agreed', () => {
    expect(entries([asked({ wantedBy: date(12) })])).toEqual({});
    expect(entries([asked(), offered(date(12))])).toEqual({});
  });

  it('is due on a day, has its target before that, and an update that is owed', () => {
    const all = entries([asked(), agreed(date(20), { target: date(18, '12:00') })]);
    expect(Object.keys(all)).toEqual(['it', 'it-target', 'it-update']);
    expect(all.it).toMatchObject({ about: { what: 'due' }, span: day(20), isCancelled: false });
    expect(all['it-target']?.span).toEqual({ from: march(18, '12:00'), to: march(18, '12:00') });
    expect(all['it-update']?.span).toEqual({ from: march(9, '17:00'), to: march(9, '17:00') });
  });

  it('keeps its uids when it is moved', () => {
    const before = entries([asked(), agreed(date(12))]);
    const after = entries([asked(), agreed(date(12)), moved(date(13))]);
    expect([before.it?.span, after.it?.span]).toEqual([day(12), day(13)]);
  });

  it('counts for its update what the date of that follows from as well', () => {
    const all = entries([asked(), agreed(date(20))]);
    expect(all.it?.revision).toEqual({ count: 3, at: march(4) });
    expect(all['it-update']?.revision).toEqual({ count: 5, at: march(4) });
  });

  it('takes a promised word as the time of its update, as a day if a day was said', () => {
    const next = date(6);
    const all = entries([asked(), agreed(date(20)), told(march(4, '12:00'), { next })]);
    expect(all['it-update']?.span).toEqual(day(6));
  });

  it('has both ends of a window', () => {
    const window = { ...date(12, '15:00'), from: march(12, '14:00') };
    expect(entries([awaited({ due: window })]).it?.span).toEqual({
      from: march(12, '14:00'),
      to: march(12, '15:00'),
    });
  });

  it('is on the day that was said, in whatever zone it is looked at', () => {
    const friday = { at: local('America/New_York', '2026-03-13 17:00'), zone: 'America/New_York' } as const;
    const due = { ...friday, grain: 'day' } as const;
    for (const zone of ['America/New_York', 'Asia/Tokyo', 'Pacific/Apia']) {
      expect(entries([promised({ due })], nineToFive(zone)).it?.span, zone).toEqual(day(13));
    }
  });

  it('is one whole day where the clocks change', () => {
    const berlin = nineToFive('Europe/Berlin');
    const due = {
      at: local('Europe/Berlin', '2026-03-29 17:00'),
      zone: 'Europe/Berlin',
      grain: 'day',
    } as const;
    expect(entries([promised({ due })], berlin).it?.span).toEqual(day(29));
  });

  it('is cancelled in all its dates once it is done or dropped', () => {
    const open = [asked(), agreed(date(20), { target: date(18) })];
    for (const end of [finished('Delivered'), dropped()]) {
      const all = Object.values(entries([...open, end]));
      expect(all.map(({ uid, isCancelled }) => [uid, isCancelled])).toEqual([
        ['it', true],
        ['it-target', true],
        ['it-update', true],
      ]);
    }
  });

  it('stands there for thirty days after it was closed', () => {
    expect(closedSince('2026-03-31T09:00:00.000Z')).toBe('2026-03-01T09:00:00.000Z');
  });
});
