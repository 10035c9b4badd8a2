import { describe, expect, it } from 'vitest';
import { draftKindOf } from '../../../../src/domain/agenda/attention.ts';
import { decideAccept } from '../../../../src/domain/decisions/accept.ts';
import type { CommitmentEvent } from '../../../../src/domain/streams/events.ts';
import {
  agenda,
  aMinuteAfter,
  isShownAsItNears,
  linesAt,
  momentOf,
  severityAt,
} from '../../../support/agenda.ts';
import {
  accepted,
  agreed,
  asked,
  commitment,
  finished,
  given,
  heard,
  reopened,
  reviewed,
  snoozed,
  told,
} from '../../../support/given.ts';
import { commandOf, expectSettled } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

/** Delivered on Tuesday, and to be objected to until Monday evening. */
const DELIVERED = [asked(), agreed(date(6)), finished('Delivered', { at: march(3, '10:00') })];
const TOLD = [...DELIVERED, reviewed(date(9), march(3, '10:00'))];
const after = aMinuteAfter(march(9));

describe('review-window', () => {
  isShownAsItNears('review-window', ...TOLD);

  it('is for what they were told about', () => {
    expect(severityAt('review-window', DELIVERED, march(9), march(20))).toEqual([null, null]);
  });
  it('asks them once more before its end', () => {
    expectSettled('review-window', march(6, '12:00'), TOLD, 'told --about 1 TEXT', ['TEXT']);
    expect(severityAt('review-window', [...TOLD, told(march(6, '12:00'))], march(9), after)).toEqual([
      null,
      'overdue',
    ]);
  });
  it('does not ask on the day on which they were told', () => {
    const short = [...DELIVERED, reviewed(date(6), march(5, '09:00'))];
    expect(severityAt('review-window', short, march(5, '10:00'), march(6, '00:00'))).toEqual([null, 'today']);
  });
  it('once it has ended suggests to accept it by silence', () => {
    const [line] = agenda(after, [commitment(...TOLD)]).filter(({ reason }) => reason === 'review-window');
    expect(line && commandOf(line)).toEqual({ command: 'accept 1 --by-silence', needs: [] });
    expect(line && draftKindOf(line)).toBeNull();
    given(...TOLD)
      .when(decideAccept, { bySilence: true, at: after }, { now: after })
      .leaves({ state: 'accepted' });
  });
  it('is ended by a word of theirs, and aftercare goes on', () => {
    const objected = [...TOLD, heard(march(4, '12:00'))];
    expect(linesAt(march(10), ...objected)).toEqual(['overdue aftercare']);
    const before = [...DELIVERED, heard(march(4, '12:00')), reviewed(date(9), march(5, '09:00'))];
    expect(linesAt(march(10), ...before)).toContain('overdue review-window');
  });
  it('is gone once it is accepted or opened again', () => {
    const gone = (...events: CommitmentEvent[]) => linesAt(march(10), ...TOLD, ...events);
    expect(gone(accepted(march(4)))).toEqual([]);
    expect(gone(reopened(march(4)))).not.toContain('overdue review-window');
  });
  it('ends a snooze with its end, as a due date does', () => {
    const asleep = [...TOLD, snoozed(date(20), march(6))];
    expect(severityAt('review-window', asleep, march(9), after)).toEqual([null, 'overdue']);
    expect(severityAt('review-window', [...TOLD, snoozed(date(20), march(10))], march(11))).toEqual([null]);
  });
  it('stays until it is settled, however long ago the delivery was', () => {
    expect(momentOf('review-window', '2026-09-01T12:00:00.000Z', ...TOLD)).toBe(march(9));
  });
});
