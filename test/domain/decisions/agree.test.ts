import { describe, expect, it } from 'vitest';
import { decideAgree } from '../../../src/domain/decisions/agree.ts';
import { decideMove } from '../../../src/domain/decisions/move.ts';
import { agreed, asked, given, offered, promised, someTarget } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

describe('agree', () => {
  it('without a date settles the offer', () => {
    given(asked(), offered(date(6)))
      .when(decideAgree, { inWriting: false })
      .records({ type: 'DateAgreed', date: date(6), target: someTarget, inWriting: false, at: NOW });
  });
  it('takes over the target of the offer, unless another date is settled', () => {
    const offer = offered(date(13), { target: date(10) });
    given(asked(), offer)
      .when(decideAgree, { inWriting: false })
      .leaves({ target: date(10) });
    given(asked(), offer)
      .when(decideAgree, { date: date(6), inWriting: false })
      .leaves({ due: date(6), target: someTarget });
  });
  it('with a date settles that one', () => {
    given(asked(), offered(date(6)))
      .when(decideAgree, { date: date(9), inWriting: false })
      .leaves({ state: 'agreed', due: date(9), offer: null });
  });
  it('without an offer settles what they wished for', () => {
    given(asked({ wantedBy: date(6) }))
      .when(decideAgree, { inWriting: false })
      .records({ type: 'DateAgreed', date: date(6), target: someTarget, inWriting: false, at: NOW });
  });
  it('with neither is refused', () => {
    given(asked()).when(decideAgree, { inWriting: false }).isRefused('date-missing', 'followup agree 1 DATE');
  });
  it('to an offer whose date has passed is refused', () => {
    given(asked(), offered(date(4)))
      .when(decideAgree, { inWriting: false })
      .isRefused('date-past');
  });
  it('they agreed on Tuesday to the offer for Wednesday', () => {
    given(asked(), offered(date(4)))
      .when(decideAgree, { inWriting: false, at: march(3, '16:00') })
      .leaves({ state: 'agreed', due: date(4), agreement: { at: march(3, '16:00'), inWriting: false } });
  });
  it('on an agreed commitment settles the pending offer', () => {
    given(asked(), agreed(date(6)), offered(date(10)))
      .when(decideAgree, { inWriting: false })
      .leaves({ state: 'agreed', due: date(10), offer: null });
  });
  it('on an agreed commitment without an offer points to move', () => {
    given(asked(), agreed(date(6)))
      .when(decideAgree, { date: date(10), inWriting: false })
      .isRefused('nothing-offered', 'followup move 1 DATE --because WHY');
  });
  it('agreeing on a date in place of another is a move', () => {
    given(asked(), agreed(date(6)), offered(date(9)))
      .when(decideAgree, { inWriting: true })
      .leaves({ due: date(9), moves: 1 });
  });
});

describe('a date that is settled', () => {
  it.each([
    ['email', true],
    ['letter', true],
    ['chat', true],
    ['phone', false],
    ['meeting', false],
    ['other', false],
    [undefined, false],
  ] as const)('a date settled by %s is in writing: %s', (via, inWriting) => {
    given(asked())
      .when(decideAgree, { date: date(6), inWriting: false, via })
      .leaves({ agreement: expect.objectContaining({ inWriting }) });
    given(promised())
      .when(decideMove, { because: 'data late', inWriting: false, date: date(10), via })
      .leaves({ agreement: expect.objectContaining({ inWriting }) });
  });
  it('a date settled by phone and then written down is in writing', () => {
    given(asked())
      .when(decideAgree, { date: date(6), inWriting: true, via: 'phone' })
      .leaves({ agreement: expect.objectContaining({ inWriting: true }) });
  });
});
