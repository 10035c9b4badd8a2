import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../../src/domain/agenda/entries.ts';
import type { CommitmentEvent } from '../../../../src/domain/streams/events.ts';
import { agenda } from '../../../support/agenda.ts';
import { awaited, commitment, promised } from '../../../support/given.ts';
import { date, march } from '../../../support/situation.ts';

const missed = (day: number, ...events: CommitmentEvent[]) => ({
  ...commitment(
    promised({
      due: date(day, '16:00'),
      occurrence: {
        standing: 'status',
        on: date(day, '16:00').at,
        due: date(day, '16:00').at,
        since: march(1),
      },
    }),
    { type: 'OccurrenceMissed', at: date(day + 7, '16:00').at },
    ...events,
  ),
  uid: `status-${day}`,
  number: day,
});
const LATER = march(30);

describe('missed', () => {
  it('is one line for all times of a standing promise, overdue since the last', () => {
    const lines = agenda(LATER, [missed(6), missed(13), missed(20)]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      reason: 'missed',
      severity: 'overdue',
      since: march(20, '16:00'),
      count: 3,
      commitment: { number: 20 },
      first: { number: 6 },
    });
  });
  it('goes when each was done late or explained', () => {
    const done = missed(6, { type: 'PromiseKept', at: march(29) });
    const explained = missed(13, { type: 'MissExplained', because: 'ill', at: march(29) });
    expect(agenda(LATER, [done, explained])).toEqual([]);
    expect(agenda(LATER, [done, missed(13)])).toHaveLength(1);
  });
  it('is to be told where I missed it, and to be asked for where they did', () => {
    const theirs = commitment(
      awaited({
        due: date(6),
        occurrence: { standing: 'figures', on: date(6).at, due: date(6).at, since: march(1) },
      }),
      { type: 'OccurrenceMissed', at: march(13) },
    );
    const groups = (...of: Parameters<typeof agenda>[1]) =>
      entriesOf(agenda(LATER, of)).map(({ group }) => group);
    expect([groups(missed(6)), groups(theirs)]).toEqual([['late'], ['ask-again']]);
  });
});
