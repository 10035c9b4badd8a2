import { describe, expect, it } from 'vitest';
import type { QuestionNumber } from '../../../../src/domain/streams/events.ts';
import { agenda, JOE } from '../../../support/agenda.ts';
import { commandOf } from '../../../support/settling.ts';
import { march, NOW } from '../../../support/situation.ts';

describe('review', () => {
  const review = (answered: readonly QuestionNumber[] | null, clients = [{ client: JOE, lastWordAt: NOW }]) =>
    agenda(NOW, [], { clients, answered: answered && new Set(answered) });

  it('is a matter of today until all four questions have an answer', () => {
    expect(review([])).toMatchObject([
      { severity: 'today', reason: 'review', commitment: null, since: march(5, '00:00') },
    ]);
    expect(review([1, 2, 4])).toMatchObject([{ unanswered: [3] }]);
    expect(review([1, 2, 3, 4])).toEqual([]);
  });
  it('is not shown without any client, or for a single client', () => {
    expect(review([], [])).toEqual([]);
    expect(review(null)).toEqual([]);
  });
  it('is settled by the answers that are missing', () => {
    expect(review([1, 2]).map(commandOf)).toEqual([
      { command: 'review --answer 3=TEXT 4=TEXT', needs: ['TEXT'] },
    ]);
  });
});
