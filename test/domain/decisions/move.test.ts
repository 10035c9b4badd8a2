import { describe, it } from 'vitest';
import { decideMove } from '../../../src/domain/decisions/move.ts';
import { agreed, asked, given, moved, offered, promised, yesterday } from '../../support/given.ts';
import { date, NOW } from '../../support/situation.ts';

describe('move', () => {
  const move = { because: 'data late', inWriting: false };

  it('needs a date and a reason', () => {
    given(promised()).when(decideMove, move).isRefused('date-missing', 'followup move 1 DATE');
    given(promised())
      .when(decideMove, { date: date(10), inWriting: false })
      .isRefused('reason-missing', '--because WHY');
  });
  it('to the past is refused', () => {
    given(promised())
      .when(decideMove, { ...move, date: yesterday })
      .isRefused('date-past');
  });
  it('keeps the state and counts', () => {
    given(asked(), agreed(date(6)), moved(date(9)))
      .when(decideMove, { ...move, date: date(10) })
      .leaves({ state: 'agreed', due: date(10), moves: 2, agreement: { at: NOW, inWriting: false } });
  });
  it('takes the pending offer with it', () => {
    given(asked(), agreed(date(6)), offered(date(9)))
      .when(decideMove, { ...move, date: date(10) })
      .leaves({ due: date(10), offer: null });
  });
});
