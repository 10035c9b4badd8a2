import { describe, expect, it } from 'vitest';
import { settlingCommand } from '../../../../src/domain/agenda/attention.ts';
import type { Commitment } from '../../../../src/domain/streams/commitment.ts';
import { agenda, aMinuteAfter, severityAt, written } from '../../../support/agenda.ts';
import { agreed, asked, commitment, promised } from '../../../support/given.ts';
import { expectSettled } from '../../../support/settling.ts';
import { date, march } from '../../../support/situation.ts';

describe('update', () => {
  const far = [asked(), agreed(date(27), { ...written, at: march(4, '10:00') })];

  it('is owed at the end of the third working day after the last word', () => {
    const moments = [march(5), march(6), march(9, '09:00'), march(9), aMinuteAfter(march(9))];
    expect(severityAt('update', far, ...moments)).toEqual([null, 'soon', 'today', 'today', 'overdue']);
  });
  it('is not owed after a missed due date, until a word is given', () => {
    const missed = [asked(), agreed(date(6))];
    expect(severityAt('update', missed, march(20))).toEqual([null]);
  });
  it('is settled by words', () => {
    expectSettled('update', march(10), [asked(), agreed(date(27), written)], 'update 1 TEXT', ['TEXT']);
    expectSettled('update', march(10), [promised({ due: date(27) })], 'update 1 TEXT', ['TEXT']);
  });
  it('of several commitments of a client is settled by one word about all of them', () => {
    const [one, two] = [1, 2].map((number) => ({ ...commitment(...far), uid: `c${number}`, number }));
    const lines = agenda(march(10), [one, two] as Commitment[]).filter(({ reason }) => reason === 'update');
    expect(lines.map((line) => settlingCommand(line))).toEqual(
      [one, two].map(() => ({ args: ['update', '-c', { client: 'joe' }, 'TEXT'], needs: ['TEXT'] })),
    );
  });
});
