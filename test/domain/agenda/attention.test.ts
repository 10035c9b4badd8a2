import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { agenda, JOE, linesAt } from '../../support/agenda.ts';
import { agreed, asked, awaited, commitment, offered, promised } from '../../support/given.ts';
import { date, march } from '../../support/situation.ts';

describe('the order', () => {
  it('is by severity, then the oldest first, then by number', () => {
    const numbered = (number: number, ...events: CommitmentEvent[]) =>
      commitment(...events, { type: 'NumberGiven', number });
    const at = march(2, '09:30');
    const lines = agenda(march(6, '12:00'), [
      numbered(1, promised({ due: date(9), at: march(6, '10:00') })),
      numbered(2, promised({ due: date(6), at: march(6, '10:00') })),
      numbered(5, promised({ due: date(5), at })),
      numbered(4, promised({ due: date(5), at })),
      numbered(3, asked({ at: march(5, '15:00') })),
      numbered(6, promised({ due: date(4), at })),
    ]);
    expect(lines.map(({ severity, reason, commitment: c }) => `${c?.number} ${severity} ${reason}`)).toEqual([
      '6 overdue promise',
      '4 overdue promise',
      '5 overdue promise',
      '3 today no-date',
      '2 today promise',
      '1 soon promise',
    ]);
  });
  it('puts a quiet client where its last word belongs', () => {
    const lines = agenda(march(25), [commitment(promised({ due: date(24), at: march(20) }))], {
      clients: [{ client: JOE, lastWordAt: march(2, '10:00') }],
    });
    expect(lines.map(({ reason }) => reason)).toEqual(['quiet-client', 'promise']);
  });
  it('has one line for each reason, and may have several for a commitment', () => {
    const events = [asked(), agreed(date(6)), offered(date(20), { at: march(4, '12:00') })];
    expect(linesAt(march(6, '12:00'), ...events)).toEqual([
      'overdue not-in-writing',
      'overdue offer-unanswered',
      'today delivery',
    ]);
  });
});

describe('what is due before I work again', () => {
  it('is for today, even if its time is after midnight, or on the weekend', () => {
    const due = (day: number, time: string) => [awaited({ due: date(day, time) })];
    expect(linesAt(march(5, '17:30'), ...due(6, '02:00'))).toEqual(['today waiting']);
    expect(linesAt(march(5, '17:30'), ...due(6, '10:00'))).toEqual(['soon waiting']);
    expect(linesAt(march(6, '15:00'), ...due(7, '12:00'))).toEqual(['today waiting']);
  });
});

it('a line of a commitment stays, with the same due time and no less severity, as time passes', () => {
  const day = fc.integer({ min: 1, max: 31 });
  const events = fc.constantFrom(
    [asked(), agreed(date(20), { inWriting: true })],
    [promised({ due: date(18) })],
    [awaited({ due: date(19) })],
    [asked()],
    [asked(), offered(date(25))],
  );
  const rank = { soon: 1, today: 2, overdue: 3 };
  fc.assert(
    fc.property(events, day, day, (story, x, y) => {
      const [earlier, later] = [march(Math.min(x, y)), march(Math.max(x, y))];
      for (const { reason, severity, due } of agenda(earlier, [commitment(...story)])) {
        const again = agenda(later, [commitment(...story)]).find((line) => line.reason === reason);
        expect(again?.due).toBe(due);
        expect(rank[again?.severity ?? 'soon']).toBeGreaterThanOrEqual(rank[severity]);
      }
    }),
  );
});
