import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../src/domain/agenda/entries.ts';
import type { Ledger } from '../../../src/domain/agenda/ledger.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { agenda, JOE } from '../../support/agenda.ts';
import { agreed, asked, awaited, commitment, offered, promised, told } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

/** "late promise 1" and the like, in the order in which they are read. */
function entriesAt(now: string, commitments: readonly Commitment[], given: Partial<Ledger> = {}): string[] {
  return entriesOf(agenda(now, commitments, given)).map(
    ({ group, line }) => `${group} ${line.reason} ${line.commitment?.number ?? '-'}`,
  );
}

const numbered = (number: number, ...events: CommitmentEvent[]): Commitment => ({
  ...commitment(...events),
  uid: `c${number}`,
  number,
});

describe('the entries', () => {
  it('are one for each commitment, under the line whose group is read first', () => {
    const late = numbered(1, asked(), agreed(date(6)), offered(date(20), { at: march(4, '12:00') }));
    expect(entriesAt(march(6, '12:00'), [late])).toEqual(['tell not-in-writing 1']);
    const [entry] = entriesOf(agenda(march(6, '12:00'), [late]));
    expect(entry?.lines.map(({ reason }) => reason)).toEqual([
      'not-in-writing',
      'offer-unanswered',
      'delivery',
    ]);
  });
  it('wait for them once I have said what there is to say', () => {
    const late = numbered(1, asked(), agreed(date(6)), offered(date(20), { at: march(9, '09:00') }));
    expect(entriesAt(march(9, '12:00'), [late])).toEqual(['with-them delivery 1']);
    expect(entriesAt(march(11, '12:00'), [late])).toEqual(['ask-again offer-unanswered 1']);
  });
  it('are ordered by group, and within a group as in the agenda', () => {
    const commitments = [
      numbered(1, asked()),
      numbered(2, asked(), offered(date(20))),
      numbered(3, awaited({ due: date(6) })),
      numbered(4, promised({ due: date(6) })),
      numbered(5, promised({ due: date(5) })),
      numbered(6, asked({ estimateHours: 24 }), agreed(date(10), { inWriting: true })),
      numbered(7, promised({ due: date(9, '18:00') })),
      numbered(8, awaited({ due: date(10) })),
    ];
    const clients = [{ client: JOE, lastWordAt: march(1) }];
    expect(entriesAt(march(9, '12:00'), commitments, { clients })).toEqual([
      'late promise 5',
      'late promise 4',
      'in-danger at-risk 6',
      'today promise 7',
      'ask-again offer-unanswered 2',
      'ask-again waiting 3',
      'settle-date no-date 1',
      'soon waiting 8',
    ]);
    const later = entriesAt(march(24), [numbered(1, asked())], { clients });
    expect(later).toEqual(['tell quiet-client -', 'settle-date no-date 1']);
  });
  it('leave out the review, which is read with its questions', () => {
    expect(entriesAt(NOW, [], { answered: new Set() })).toEqual([]);
  });

  const due = (number: number, fields: object = {}) =>
    numbered(number, asked(fields), agreed(date(27), { inWriting: true }));

  it('are one where several updates are due to a client, with what it did not hear for too long', () => {
    const commitments = [due(1), due(2, { client: 'acme' }), due(3), due(4), numbered(5, asked())];
    const clients = [{ client: JOE, lastWordAt: march(2) }];
    const entries = entriesOf(agenda(march(20, '12:00'), commitments, { clients }));
    const updates = entries.filter(({ line }) => line.reason === 'update');
    expect(updates.map(({ together }) => together?.map(({ number }) => number) ?? null)).toEqual([
      [1, 3, 4],
      null,
    ]);
    expect(updates[0]?.lines.map(({ reason }) => reason)).toEqual([
      'quiet-client',
      'update',
      'update',
      'update',
    ]);
    expect(entries.map(({ line }) => line.reason)).not.toContain('quiet-client');
  });
  it('keep an update of a commitment whose date is late in its own, and count it', () => {
    const late = numbered(1, asked(), agreed(date(6), { inWriting: true }), told(march(9, '12:00')));
    const entries = entriesOf(agenda(march(20, '12:00'), [late, due(2), due(3)]));
    expect(entries.map(({ line, together }) => [line.reason, together?.length ?? null])).toEqual([
      ['delivery', null],
      ['update', 3],
    ]);
  });
  it('come one by one for a client where that is wanted, and before they are due', () => {
    const agendaAt = (now: string) => agenda(now, [due(1), due(2)]);
    expect(entriesOf(agendaAt(march(20, '12:00')), new Set(['joe']))).toHaveLength(2);
    expect(entriesOf(agendaAt(march(6, '12:00'))).map(({ together }) => together)).toEqual([null, null]);
  });
});
