import { describe, expect, it } from 'vitest';
import type { CommitmentEvent } from '../../../../src/domain/streams/events.ts';
import { agenda, isShownAsItNears, linesAt, momentOf, severityAt } from '../../../support/agenda.ts';
import { commitment, dropped, moved, promised } from '../../../support/given.ts';
import { expectSettled, expectWithThem } from '../../../support/settling.ts';
import { date, march, SETTINGS } from '../../../support/situation.ts';

describe('promise', () => {
  isShownAsItNears('promise', promised({ due: date(9) }));

  it('goes by the date to which it was moved', () => {
    expect(momentOf('promise', march(10), promised(), moved(date(10)))).toBe(march(10));
  });
  it('is gone once the promise is closed', () => {
    expect(linesAt(march(20), promised(), dropped())).toEqual([]);
  });
  it('is soon as early as the user wants to be warned', () => {
    const week = { clockSettingsOf: () => ({ ...SETTINGS, warnBefore: { days: 7 } }) };
    const lines = agenda(march(5, '09:00'), [commitment(promised({ due: date(12) }))], week);
    expect(lines.filter(({ reason }) => reason === 'promise')).toMatchObject([{ severity: 'soon' }]);
    const later = agenda(march(5, '09:00'), [commitment(promised({ due: date(13) }))], week);
    expect(later.filter(({ reason }) => reason === 'promise')).toEqual([]);
  });
  it('is settled by keeping it on its day', () => {
    expectSettled('promise', march(9, '12:00'), [promised({ due: date(9) })], 'done 1');
  });
  it('once it has passed calls for a new date; one that I made to myself is moved', () => {
    const needs = ['DATE', 'TEXT'];
    expectWithThem('promise', march(10), [promised()], 'offer 1 DATE --because TEXT', needs);
    const { client: _, ...mine } = promised() as Extract<CommitmentEvent, { type: 'PromiseMade' }>;
    expectSettled('promise', march(10), [mine], 'move 1 DATE --because TEXT', needs);
  });
});

describe('a window', () => {
  const window = { at: march(10, '02:00'), from: march(9, '22:00'), zone: 'UTC', grain: 'time' } as const;
  it('is shown as its beginning nears, and is overdue after its end', () => {
    expect(
      severityAt(
        'promise',
        [promised({ due: window })],
        march(5),
        march(6),
        march(9, '08:00'),
        march(10, '02:01'),
      ),
    ).toEqual([null, 'soon', 'today', 'overdue']);
  });
});
