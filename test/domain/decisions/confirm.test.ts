import { describe, expect, it } from 'vitest';
import { decideConfirm } from '../../../src/domain/decisions/confirm.ts';
import { agreed, asked, confirmed, given, moved, offered, promised, replyOwed } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

describe('confirm', () => {
  it('puts it in writing', () => {
    given(asked(), agreed(date(6)))
      .when(decideConfirm, {})
      .records({ type: 'PutInWriting', at: NOW });
  });
  it('again changes nothing', () => {
    given(asked(), agreed(date(6)), confirmed())
      .when(decideConfirm, {})
      .changesNothing();
    given(asked(), agreed(date(6), { inWriting: true }))
      .when(decideConfirm, {})
      .changesNothing();
  });
  it('is due again after the date was moved', () => {
    given(asked(), agreed(date(6)), confirmed(march(4, '10:30')), moved(date(9)))
      .when(decideConfirm, {})
      .leaves({ agreement: expect.objectContaining({ inWriting: true }) });
  });
  it('without a date that was agreed or moved is refused', () => {
    given(asked(), offered(date(6)))
      .when(decideConfirm, {})
      .isRefused('nothing-agreed', 'followup agree 1');
    given(promised()).when(decideConfirm, {}).isRefused('nothing-agreed', 'followup move 1');
    given(promised(), moved(date(10)))
      .when(decideConfirm, {})
      .leaves({ agreement: expect.objectContaining({ inWriting: true }) });
  });
  it('spoken words do not confirm anything in writing', () => {
    given(asked(), agreed(date(6), { inWriting: false }))
      .when(decideConfirm, { via: 'phone' })
      .isRefused('not-written', '--via email');
  });
});

describe('a decision of theirs', () => {
  const decided = replyOwed({ title: 'Plan B', decided: true });

  it('is done when it is confirmed', () => {
    given(decided)
      .when(decideConfirm, { via: 'email' })
      .records(
        { type: 'PutInWriting', at: NOW, via: 'email' },
        { type: 'ReplyGiven', at: NOW, via: 'email' },
      );
    given(decided)
      .when(decideConfirm, { via: 'email' })
      .leaves({ state: 'done', agreement: expect.objectContaining({ inWriting: true }) });
  });
});
