import { describe, expect, it } from 'vitest';
import { nextUpdateOf } from '../../../src/domain/agenda/clocks.ts';
import { isSnoozed } from '../../../src/domain/agenda/snoozed.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { agenda, aMinuteAfter, linesAt, written } from '../../support/agenda.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  complained,
  confirmed,
  countered,
  dropped,
  finished,
  moved,
  offered,
  promised,
  reopened,
  replyOwed,
  snoozed,
  told,
} from '../../support/given.ts';
import { CALENDAR, date, march, SETTINGS } from '../../support/situation.ts';

describe('the next update', () => {
  const far = [asked(), agreed(date(27), { ...written, at: march(4, '10:00') })];
  const nextOf = (...events: CommitmentEvent[]) =>
    nextUpdateOf(commitment(...events), () => SETTINGS, CALENDAR);

  it('starts again with each word', () => {
    expect(nextOf(...far, told(march(6, '10:00')))).toBe(march(11));
    expect(nextOf(...far, offered(date(30), { at: march(6, '10:00') }))).toBe(march(11));
    expect(nextOf(...far, confirmed(march(6, '10:00')))).toBe(march(11));
    expect(nextOf(...far, moved(date(30), { at: march(6, '10:00') }))).toBe(march(11));
  });
  it('goes by the cadence of the commitment', () => {
    const daily = { rrule: 'FREQ=DAILY;X-TIMES=2', text: '2/day' };
    expect(nextOf(asked({ cadence: daily }), agreed(date(27), { at: march(4, '10:00') }))).toBe(
      march(4, '14:00'),
    );
  });
  it('is not owed while the due date comes first', () => {
    expect(nextOf(asked(), agreed(date(6)))).toBeNull();
    expect(nextOf(asked(), agreed(date(9)))).toBeNull();
    expect(nextOf(asked(), agreed(date(10)))).toBe(march(9));
    expect(nextOf(promised({ due: date(5) }))).toBeNull();
  });
  it('is not owed after a missed due date either, until a word is given', () => {
    const missed = [asked(), agreed(date(6))];
    expect(nextOf(...missed)).toBeNull();
    expect(nextOf(...missed, told(march(9, '10:00')))).toBe(march(12));
  });
  it('is owed for promises as for requests', () => {
    expect(nextOf(promised({ due: date(27) }))).toBe(march(5));
  });
  it('is not owed while the ball is theirs, nor for other kinds, nor for what is closed', () => {
    expect(nextOf(asked(), offered(date(27)))).toBeNull();
    expect(nextOf(asked(), told(march(3)))).toBeNull();
    expect(nextOf(awaited({ due: date(27) }), told(march(3)))).toBeNull();
    expect(nextOf(replyOwed({ due: date(27) }), told(march(3)))).toBeNull();
    expect(nextOf(complained({ due: date(27) }), told(march(3)))).toBeNull();
    expect(nextOf(...far, finished('Delivered'))).toBeNull();
  });
});

describe('the settings of a client', () => {
  it('apply to that client alone', () => {
    const daily = { ...SETTINGS, updateEvery: { rrule: 'FREQ=DAILY', text: 'daily' } };
    const clockSettingsOf = (client: string | null) => (client === 'joe' ? daily : SETTINGS);
    const far = agreed(date(27), { inWriting: true, at: march(4, '10:00') });
    const next = (client: string) =>
      nextUpdateOf(commitment(asked({ client }), far), clockSettingsOf, CALENDAR);
    expect(next('joe')).toBe(march(5));
    expect(next('acme')).toBe(march(9));
  });
});

describe('snooze', () => {
  const due = [promised({ due: date(9), at: march(5, '08:00') })];
  it('hides the lines until its time', () => {
    const events = [promised({ due: date(6) }), moved(date(6)), snoozed(date(6, '12:00'), march(5, '09:00'))];
    expect(linesAt(march(6, '11:59'), ...events)).toEqual([]);
    expect(linesAt(march(6, '12:00'), ...events)).toEqual(['overdue not-in-writing', 'today promise']);
  });
  it('ends when a due date passes during it', () => {
    const events = [...due, snoozed(date(20), march(5, '09:00'))];
    expect(linesAt(march(9), ...events)).toEqual([]);
    expect(linesAt(aMinuteAfter(march(9)), ...events)).toEqual(['overdue promise']);
  });
  it('also ends if it was made at the very moment of the due date, which had not passed yet', () => {
    expect(linesAt(march(10), ...due, snoozed(date(20), march(9)))).toEqual(['overdue promise']);
  });
  it('holds when it was made after the due date', () => {
    const events = [...due, snoozed(date(20, '10:00'), march(10, '09:00'))];
    expect(linesAt(march(19), ...events)).toEqual([]);
    expect(linesAt(march(20, '10:00'), ...events)).toEqual(['overdue promise']);
  });
  it('ends with a new date, because it was made under the old one', () => {
    const snooze = snoozed(date(20), march(10, '09:00'));
    const at = march(10);
    for (const news of [moved(date(12), { ...written, at }), offered(date(12), { at })]) {
      expect(isSnoozed(commitment(...due, snooze, news), march(11))).toBe(false);
    }
    const request = [asked(), offered(date(9)), snooze];
    for (const news of [agreed(date(12), { at }), countered({ at })]) {
      expect(isSnoozed(commitment(...request, news), march(11))).toBe(false);
    }
    expect(isSnoozed(commitment(...request), march(11))).toBe(true);
  });
  it('ends when it is opened again', () => {
    const closed = [...due, snoozed(date(20), march(10, '09:00')), dropped(), reopened()];
    expect(isSnoozed(commitment(...closed), march(11))).toBe(false);
  });
  it('is replaced by the next one', () => {
    const c = commitment(...due, snoozed(date(6), march(5, '09:00')), snoozed(date(7), march(5, '10:00')));
    expect(isSnoozed(c, march(6, '18:00'))).toBe(true);
  });
  it('does not hide the lines of others', () => {
    const asleep = commitment(asked(), snoozed(date(31)));
    const awake = commitment(asked(), { type: 'NumberGiven', number: 2 });
    expect(agenda(march(5, '09:00'), [asleep, awake]).map((line) => line.commitment?.number)).toEqual([2]);
  });
});
