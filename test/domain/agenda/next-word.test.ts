import { describe, expect, it } from 'vitest';
import { nextWordAfter, nextWordTo } from '../../../src/domain/agenda/next-word.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  finished,
  offered,
  promised,
  replyOwed,
  told,
} from '../../support/given.ts';
import { CALENDAR, date, march, NOW, SETTINGS } from '../../support/situation.ts';

const CLOCKS = { calendar: CALENDAR, clockSettingsOf: () => SETTINGS };
/** When they hear next after a word of Thursday, 5 March, 09:00. */
const next = (...events: CommitmentEvent[]) => nextWordAfter(commitment(...events), NOW, CLOCKS);
const far = date(27);

describe('when they hear next', () => {
  it('about what is agreed: when the next update is owed', () => {
    expect(next(asked(), agreed(far))).toEqual(date(10));
    expect(next(promised({ due: far }))).toEqual(date(10));
  });
  it('by the cadence of the commitment, to the minute', () => {
    const twice = { rrule: 'FREQ=DAILY;X-TIMES=2', text: '2/day' };
    expect(next(asked({ cadence: twice }), agreed(far))).toEqual(date(5, '13:00'));
  });
  it('at the date itself, if that comes first', () => {
    expect(next(asked(), agreed(date(6)))).toEqual(date(6));
    expect(next(replyOwed({ due: date(6, '15:00') }))).toEqual(date(6, '15:00'));
  });
  it('after a date that was missed: when the next update is owed', () => {
    expect(next(asked(), agreed(date(4), { at: march(3, '10:00') }))).toEqual(date(10));
  });
  it('about what has no date yet: by the usual cadence', () => {
    expect(next(asked())).toEqual(date(10));
    expect(next(asked(), offered(date(6)))).toEqual(date(10));
  });
  it('instead of what was promised before, because this is the word', () => {
    expect(next(asked(), agreed(far), told(march(4, '12:00'), { next: date(6) }))).toEqual(date(10));
  });
  it('about what is theirs to do, or is done: never', () => {
    expect(next(awaited())).toBeNull();
    expect(next(awaited({ due: date(4) }))).toBeNull();
    expect(next(asked(), agreed(far), finished('Delivered'))).toBeNull();
  });
  it('about nothing in particular: by their cadence', () => {
    expect(nextWordTo('joe', NOW, CLOCKS)).toEqual(date(10));
  });
});
