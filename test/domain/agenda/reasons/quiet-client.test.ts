import { describe, expect, it } from 'vitest';
import type { Client } from '../../../../src/domain/streams/client.ts';
import type { Commitment } from '../../../../src/domain/streams/commitment.ts';
import { agenda, JOE } from '../../../support/agenda.ts';
import { accepted, asked, awaited, commitment, dropped, finished, snoozed } from '../../../support/given.ts';
import { commandOf } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

describe('quiet-client', () => {
  const quiet = (now: string, lastWordAt: string | null, ...commitments: Commitment[]) =>
    agenda(now, commitments, { clients: [{ client: JOE, lastWordAt }] }).filter(
      ({ reason }) => reason === 'quiet-client',
    );
  const open = commitment(asked({ at: march(2, '09:30') }));

  it('is shown only once ten working days have passed since the last word', () => {
    expect(quiet(march(17, '10:00'), march(3, '10:00'), open)).toEqual([]);
    expect(quiet(march(17, '10:01'), march(3, '10:00'), open)).toMatchObject([
      {
        severity: 'overdue',
        commitment: null,
        counterpart: 'joe',
        due: march(17, '10:00'),
        since: march(3, '10:00'),
      },
    ]);
  });
  it('is not for a client who is retired, unless something is open with them after all', () => {
    const retired = { ...JOE, retiredAt: march(3), keepInTouch: { rrule: 'FREQ=DAILY', text: 'daily' } };
    const lines = (...commitments: Commitment[]) =>
      agenda(march(27), commitments, { clients: [{ client: retired, lastWordAt: march(2) }] }).filter(
        ({ reason }) => reason === 'quiet-client',
      );
    expect(lines(commitment(asked(), finished('Delivered', { at: march(3) })))).toEqual([]);
    expect(lines(open)).toHaveLength(1);
  });
  it('counts from the first open commitment when there was no word', () => {
    const later = commitment(asked({ at: march(4, '09:30') }));
    const answered = commitment(asked({ at: march(1, '09:30') }), dropped(march(2)));
    expect(quiet(march(16, '09:31'), null, later, open, answered)).toMatchObject([
      { since: march(2, '09:30') },
    ]);
    expect(quiet(march(16, '09:31'), null, later, answered)).toEqual([]);
    expect(quiet(march(18, '09:31'), null, later, answered)).toMatchObject([{ since: march(4, '09:30') }]);
  });
  it('is for clients with something open, or closed in the last 30 days', () => {
    const closed = commitment(asked(), finished('Delivered', { at: march(3, '12:00') }));
    expect(quiet('2026-04-02T12:00:00.000Z', march(3, '12:00'), closed)).toHaveLength(1);
    expect(quiet('2026-04-02T12:00:01.000Z', march(3, '12:00'), closed)).toEqual([]);
    expect(quiet('2026-04-02T12:00:01.000Z', march(3, '12:00'), closed, open)).toHaveLength(1);
    expect(quiet('2026-04-02T12:00:00.000Z', march(3, '12:00'))).toEqual([]);
  });
  it('is for no longer than that where all work is accepted, unless I keep in touch', () => {
    const done = commitment(
      asked(),
      finished('Delivered', { at: march(3, '12:00') }),
      accepted('2026-03-25T12:00:00.000Z'),
    );
    expect(quiet('2026-04-02T12:00:00.000Z', march(3, '12:00'), done)).toHaveLength(1);
    expect(quiet('2026-04-02T12:00:01.000Z', march(3, '12:00'), done)).toEqual([]);
    const keepInTouch = { rrule: 'FREQ=WEEKLY;INTERVAL=6', text: 'every 6 weeks' };
    const touched = (now: string) =>
      agenda(now, [done], { clients: [{ client: { ...JOE, keepInTouch }, lastWordAt: march(25) }] }).filter(
        ({ reason }) => reason === 'quiet-client',
      );
    expect(touched('2026-05-05T12:00:00.000Z')).toEqual([]);
    expect(touched('2026-05-07T12:00:00.000Z')).toHaveLength(1);
  });
  it('is not for those who never had a word and whose matters are closed', () => {
    expect(quiet(march(31), null, commitment(asked(), dropped()))).toEqual([]);
  });
  it('is shown even if the commitment is snoozed, because the client does not know about that', () => {
    const asleep = commitment(asked(), snoozed(date(31), march(3)));
    expect(quiet(march(20), march(3), asleep)).toHaveLength(1);
  });
  it('is the client that it concerns, not the one who promised', () => {
    const other = commitment(awaited({ client: 'acme', who: 'joe' }));
    expect(quiet(march(31), march(2), other)).toEqual([]);
  });

  const touched = (now: string, lastWordAt: string | null, client: Partial<Client>, ...open: Commitment[]) =>
    agenda(now, open, { clients: [{ client: { ...JOE, ...client }, lastWordAt }] }).filter(
      ({ reason }) => reason === 'quiet-client',
    );
  const weekly = { keepInTouch: { rrule: 'FREQ=WEEKLY;INTERVAL=3', text: 'every 3 weeks' } };

  it('is kept with nothing open for clients to keep in touch with, from their last word or first mention', () => {
    expect(touched(march(23), march(2), weekly)).toEqual([]);
    expect(touched(march(24), march(2), weekly)).toMatchObject([{ due: march(23), since: march(2) }]);
    expect(touched(march(24), null, { ...weekly, addedAt: march(2) })).toMatchObject([{ since: march(2) }]);
    expect(touched(march(24), march(2), {})).toEqual([]);
  });
  it('keeps to the shorter of both limits while something is open', () => {
    expect(touched(march(17, '10:01'), march(3, '10:00'), weekly, open)).toHaveLength(1);
  });
  it('waits for a planned word until one is given', () => {
    const planned = { plannedWord: { next: date(24), at: march(20, '09:00') } };
    expect(touched(march(24), march(3), planned, open)).toEqual([]);
    expect(touched(march(25), march(3), planned, open)).toMatchObject([{ due: march(24), since: march(3) }]);
    // A word since then restarts the limit.
    expect(touched(march(25), march(20, '10:00'), planned, open)).toEqual([]);
  });
  it('is settled by a word', () => {
    const [line] = quiet(march(25), march(2), commitment(asked({ at: march(25) })));
    expect(line && commandOf(line)).toEqual({ command: 'told joe TEXT', needs: ['TEXT'] });
  });
});
