import { describe, expect, it } from 'vitest';
import { askAbout, type DateOutcomes, keptRate } from '../../../src/domain/agenda/brief.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  dropped,
  finished,
  moved,
  offered,
  promised,
} from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

/** The outcomes as the store counts them, one by one. */
function outcomes(commitments: readonly Commitment[]): DateOutcomes[] {
  return commitments.flatMap(({ kind, state, closedAt, due }): DateOutcomes[] => {
    if (!due) return [];
    const ended = closedAt !== null && closedAt <= due.at ? 'kept' : 'late';
    return [{ kind, state, outcome: closedAt ? ended : due.at < NOW ? 'passed' : 'ahead', count: 1 }];
  });
}

describe('how many dates were kept', () => {
  const kept = commitment(asked(), agreed(date(6)), finished('Delivered'));
  const late = commitment(promised({ due: date(3) }), finished('PromiseKept', { at: march(4, '12:00') }));
  const passed = commitment(promised({ due: date(4) }));
  const ahead = commitment(promised({ due: date(9) }));
  const theirs = commitment(awaited({ due: date(6) }), finished('AwaitedReceived'));

  it('counts what was finished, and what has passed; the rest is open', () => {
    expect(keptRate(outcomes([kept, late, passed, ahead, theirs]), 'me')).toEqual({ kept: 1, of: 3 });
    expect(keptRate(outcomes([kept, late, passed, ahead, theirs]), 'them')).toEqual({ kept: 1, of: 1 });
  });
  it('goes by the date that both sides settled on last, and leaves out what was dropped', () => {
    const settledAnew = commitment(asked(), agreed(date(4)), moved(date(6)), finished('Delivered'));
    expect(keptRate(outcomes([settledAnew]), 'me')).toEqual({ kept: 1, of: 1 });
    expect(keptRate(outcomes([commitment(asked(), agreed(date(4)), dropped())]), 'me')).toEqual({
      kept: 0,
      of: 0,
    });
  });
});

describe('the one thing to ask about', () => {
  const about = (...open: ReturnType<typeof commitment>[]) => askAbout(open, NOW).kind;

  it('is the most pressing one', () => {
    const overdue = commitment(awaited({ due: date(4) }));
    const expected = commitment(awaited({ due: date(9) }));
    const unanswered = commitment(asked(), offered(date(9)));
    const delivered = commitment(asked(), agreed(date(9)), finished('Delivered'));
    const undated = commitment(asked());
    const unwritten = commitment(asked(), agreed(date(9)));
    const all = [expected, unwritten, undated, delivered, unanswered, overdue];
    const order: string[] = [];
    while (all.length > 0) {
      order.push(about(...all));
      all.pop();
    }
    expect(order).toEqual(['late', 'unanswered', 'unaccepted', 'undated', 'unwritten', 'expected']);
  });
  it('is whether they wait for anything, if nothing presses', () => {
    expect(about()).toBe('anything');
    expect(about(commitment(promised()))).toBe('anything');
  });
});
