import { describe, expect, it } from 'vitest';
import { decideMove } from '../../../src/domain/decisions/move.ts';
import type { Situation } from '../../../src/domain/decisions/situation.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  dropped,
  finished,
  given,
  moved,
  offered,
  promised,
  someTarget,
  yesterday,
} from '../../support/given.ts';
import { date, forecastAt, march, NOW, situation } from '../../support/situation.ts';

describe('move', () => {
  const move = { because: 'data late', inWriting: false };

  it('needs a date and a reason', () => {
    given(promised()).when(decideMove, move).isRefused('date-missing', 'followup move 1 DATE');
    given(promised())
      .when(decideMove, { date: date(10), inWriting: false })
      .isRefused('reason-missing', '--because WHY');
  });
  it('to the past is refused', () => {
    given(promised())
      .when(decideMove, { ...move, date: yesterday })
      .isRefused('date-past');
  });
  it('keeps the state and counts', () => {
    given(asked(), agreed(date(6)), moved(date(9)))
      .when(decideMove, { ...move, date: date(10) })
      .leaves({ state: 'agreed', due: date(10), moves: 2, agreement: { at: NOW, inWriting: false } });
  });
  it('takes the pending offer with it', () => {
    given(asked(), agreed(date(6)), offered(date(9)))
      .when(decideMove, { ...move, date: date(10) })
      .leaves({ due: date(10), offer: null });
  });
});

describe('move for something of theirs that was late', () => {
  const SETTLED = '2026-02-02T09:00:00.000Z';
  const own = [asked({ estimateHours: 8, at: SETTLED }), agreed(date(6), { at: SETTLED })];
  const theirs = (...events: readonly CommitmentEvent[]): Commitment => ({
    ...commitment(awaited({ title: 'Assets', blocks: 'it', due: date(2), at: SETTLED }), ...events),
    uid: 'assets',
    number: 2,
  });
  /** On Thursday the 5th they are three working days late; the work fits until the 9th. */
  const withTheirs = (
    awaiting: Commitment,
    events = own,
    given: Partial<Situation> = {},
  ): Partial<Situation> => ({
    commitmentWith: (uid) => (uid === awaiting.uid ? awaiting : null),
    forecast: forecastAt(NOW, [commitment(...events)]),
    ...given,
  });
  const late = { late: 'assets', inWriting: false };
  const came = finished('AwaitedReceived', { at: march(4, '12:00') });

  it('needs neither date nor reason: both come from the record, and all that they were made of is kept', () => {
    given(...own)
      .when(decideMove, late, withTheirs(theirs(came)))
      .records({
        type: 'DateMoved',
        date: date(10),
        target: someTarget,
        because: 'Assets (Joe) came on Wed 4 Mar instead of Mon 2 Mar: 2 working days lost',
        inWriting: false,
        late: {
          awaiting: 'assets',
          missed: [date(2)],
          until: march(4, '12:00'),
          workingDays: 2,
          was: date(6),
          forecast: date(9),
          reckoning: expect.objectContaining({
            hours: 8,
            hoursAhead: 0,
            ahead: [],
            confidence: 0.8,
            learntFrom: 0,
          }),
        },
        at: NOW,
      });
  });
  it('says so where it has not come, and adds what is said besides', () => {
    given(...own)
      .when(decideMove, { ...late, because: 'Dana knows', via: 'email' }, withTheirs(theirs()))
      .leaves({ due: date(11), moves: 1, agreement: { at: NOW, inWriting: true } });
    const recorded = decideMove(
      commitment(...own),
      { ...late, because: 'Dana knows', at: NOW },
      situation(withTheirs(theirs())),
    );
    expect(recorded).toMatchObject([
      { event: { because: 'Assets (Joe) did not come by Mon 2 Mar: 3 working days lost; Dana knows' } },
    ]);
  });
  it('names the person who promised it, each date that passed, and since when days count', () => {
    const because = (awaiting: Commitment, events = own) => {
      const decided = decideMove(
        commitment(...events),
        { ...late, date: date(20), at: NOW },
        situation(withTheirs(awaiting, events)),
      );
      return (decided as unknown as [{ event: { because: string } }])[0].event.because;
    };
    const dana = { ...theirs(), person: 'Dana Lee' };
    expect(because(dana)).toContain('Assets (Dana Lee) did');
    const agreedAnew = theirs(moved(date(4), { at: march(3, '12:00') }));
    expect(because(agreedAnew)).toBe(
      'Assets (Joe) did not come by Mon 2 Mar, then Wed 4 Mar: 2 working days lost',
    );
    expect(because(theirs(), [...own, moved(date(9), { at: march(4, '10:00') })])).toBe(
      'Assets (Joe) did not come by Mon 2 Mar: 1 working day lost since Wed 4 Mar',
    );
    expect(because(theirs(dropped(march(4, '12:00'))))).toBe(
      'Assets (Joe) did not come by Mon 2 Mar: 2 working days lost',
    );
  });
  it('takes a date that is given, and then reckons none', () => {
    const decided = decideMove(
      commitment(...own),
      { ...late, date: date(30), at: NOW },
      situation(withTheirs(theirs())),
    );
    expect(decided).toMatchObject([
      { event: { date: date(30), late: { workingDays: 3, forecast: date(9) } } },
    ]);
    expect(decided).not.toHaveProperty('0.event.late.reckoning');
  });
  it('moves once for the same days', () => {
    const again = [...own, moved(date(11), { at: NOW })];
    given(...again)
      .when(decideMove, late, withTheirs(theirs(), again))
      .isRefused('not-late', 'followup move 1 DATE --because WHY');
  });
  it('is refused where nothing holds it up', () => {
    given(...own)
      .when(decideMove, late, withTheirs({ ...theirs(), due: date(9) }))
      .isRefused('not-late');
    given(...own)
      .when(decideMove, late, withTheirs(theirs(finished('AwaitedReceived', { at: march(2, '10:00') }))))
      .isRefused('not-late');
    given(...own)
      .when(decideMove, late, withTheirs({ ...theirs(), blocks: null }))
      .isRefused('blocks-nothing', 'followup edit 2 --blocks 1');
    given(...own)
      .when(decideMove, late, withTheirs({ ...commitment(...own), uid: 'assets', number: 2 }))
      .isRefused('not-awaited', '--blocks 1');
    given(...own)
      .when(decideMove, late)
      .isRefused('not-awaited');
  });
  it('is refused of what has no date of mine', () => {
    given(asked())
      .when(decideMove, late, withTheirs(theirs()))
      .isRefused('transition-not-allowed', 'followup agree 1');
    given(awaited())
      .when(decideMove, late, withTheirs(theirs()))
      .isRefused('not-mine', 'followup move 1 DATE');
  });
  it('is refused where less than a day was lost and the date holds', () => {
    const roomy = [asked({ estimateHours: 2, at: SETTLED }), agreed(date(27), { at: SETTLED })];
    const today = { ...theirs(), due: date(5, '08:00') };
    given(...roomy)
      .when(decideMove, late, withTheirs(today, roomy))
      .isRefused('date-holds', 'followup move 1 DATE --late 2');
    given(...roomy)
      .when(decideMove, { ...late, date: date(30) }, withTheirs(today, roomy))
      .leaves({ due: date(30) });
  });
  it('needs the date where it was settled earlier, or nothing can be reckoned', () => {
    const earlier = { ...late, at: march(4, '15:00') };
    given(...own)
      .when(decideMove, earlier, withTheirs(theirs()))
      .isRefused('date-missing', 'followup move 1 DATE --late 2');
    given(...own)
      .when(decideMove, { ...earlier, date: date(10) }, withTheirs(theirs()))
      .leaves({ due: date(10) });
    const small = [promised({ due: date(2, '09:00'), at: SETTLED })];
    const justLate = { ...theirs(), due: date(4, '09:00') };
    given(...small)
      .when(decideMove, late, withTheirs(justLate, small))
      .isRefused('date-missing', 'followup move 1 DATE --late 2');
  });
});
