import { describe, expect, it } from 'vitest';
import { draftKindOf, settlingCommand } from '../../../../src/domain/agenda/attention.ts';
import type { CommitmentEvent } from '../../../../src/domain/streams/events.ts';
import { agenda, linesAt, momentOf } from '../../../support/agenda.ts';
import {
  accepted,
  commitment,
  complained,
  finished,
  moved,
  remedyProposed,
  resolutionApproved,
  resolutionOffered,
  resolutionRejected,
  talkPromised,
} from '../../../support/given.ts';
import { expectSettled } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

const raised = (fields: Parameters<typeof complained>[0] = {}) => {
  const { due: _due, ...event } = complained(fields) as unknown as { readonly due: unknown };
  return event as ReturnType<typeof complained>;
};
const TOLD: CommitmentEvent = { type: 'UpdateGiven', text: 'we are on it', at: march(4, '10:00') };
const COMPLAINT = commitment(raised());
const talk = (due = date(10)) => ({ ...commitment(talkPromised({ due })), uid: 'talk', number: 2 });
const linesOf = (now: string, ...commitments: Parameters<typeof agenda>[1]) =>
  agenda(now, commitments).map(({ severity, reason, due }) => `${severity} ${reason} ${due}`);

describe('complaint', () => {
  it('comes due when it was promised to speak again, and that promise has no line of its own', () => {
    expect(linesOf(march(10, '09:00'), COMPLAINT, talk())).toEqual([`today complaint ${march(10)}`]);
    expect(linesOf(march(11, '09:00'), COMPLAINT, talk())).toEqual([`overdue complaint ${march(10)}`]);
    expect(linesOf(march(6, '09:00'), COMPLAINT, talk())).toEqual([]);
  });
  it('comes due at the first of several talks', () => {
    const later = { ...talk(date(12)), uid: 'later', number: 3 };
    expect(linesOf(march(10, '09:00'), COMPLAINT, later, talk())).toEqual([`today complaint ${march(10)}`]);
  });
  it('comes due as long after the last word as updates are owed, where nothing was promised', () => {
    expect(momentOf('complaint', march(10), raised())).toBe(march(5));
    expect(momentOf('complaint', march(10), raised(), TOLD)).toBe(march(9));
  });
  it('comes due at a date that was set for it, if that is first', () => {
    const set = moved(date(4), { at: march(3, '10:00') });
    expect(momentOf('complaint', march(10), raised(), set)).toBe(march(4));
  });
  it('comes due at that date no more once a word was given after it', () => {
    const set = moved(date(3), { at: march(3, '10:00') });
    expect(momentOf('complaint', march(10), raised(), set, TOLD)).toBe(march(9));
  });
  it('is not hidden by a snooze once the time passes that was promised', () => {
    const snoozed: CommitmentEvent = { type: 'Snoozed', until: date(16), at: march(6, '10:00') };
    const hidden = commitment(raised(), snoozed);
    expect(linesOf(march(10, '09:00'), hidden, talk())).toEqual([]);
    expect(linesOf(march(11, '09:00'), hidden, talk())).toEqual([`overdue complaint ${march(10)}`]);
  });
  it('is gone while a resolution is put to them; then the promise to speak again stands for itself', () => {
    const offered = commitment(raised(), resolutionOffered());
    expect(linesOf(march(3, '10:01'), offered)).toEqual([]);
    expect(linesOf(march(3, '10:01'), offered, talk(date(3)))).toEqual([`today promise ${march(3)}`]);
  });
  it('is spoken of where that promise has a line of its own', () => {
    const offered = commitment(raised(), resolutionOffered());
    const [line] = agenda(march(3, '10:01'), [offered, talk(date(3))]);
    expect(line && settlingCommand(line).args).toEqual(['update', '1', 'TEXT']);
    expect(line && draftKindOf(line)).toBe(null);
  });
  it('is back when they refuse it, and stays once it is approved until it is put right', () => {
    expect(linesAt(march(9), raised(), resolutionOffered(), resolutionRejected())).toEqual([
      'overdue complaint',
    ]);
    expect(linesAt(march(9), raised(), resolutionOffered(), resolutionApproved())).toEqual([
      'overdue complaint',
    ]);
    expect(
      linesAt(
        march(9),
        raised(),
        resolutionOffered(),
        resolutionApproved(),
        finished('Delivered'),
        accepted(),
      ),
    ).toEqual([]);
  });
  it('leaves the promise to speak again a line of its own once the complaint is closed', () => {
    const closed = commitment(raised(), finished('Delivered'), accepted());
    expect(linesOf(march(10, '09:00'), closed, talk())).toEqual([`today promise ${march(10)}`]);
  });
  it('is settled by a word', () => {
    expectSettled('complaint', march(10), [raised()], 'update 1 TEXT', ['TEXT']);
  });
  it('asks for the resolution in writing once there is a remedy', () => {
    const draftOf = (...events: readonly CommitmentEvent[]) =>
      agenda(march(10), [commitment(...events)]).map(draftKindOf);
    expect(draftOf(raised())).toEqual(['update']);
    expect(draftOf(raised(), remedyProposed())).toEqual(['resolution']);
    expect(
      draftOf(raised(), remedyProposed(), resolutionOffered(), resolutionApproved({ measures: ['export'] })),
    ).toEqual(['update']);
  });
});
