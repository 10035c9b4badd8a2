import { describe, it } from 'vitest';
import { decideDone } from '../../../src/domain/decisions/done.ts';
import {
  agreed,
  asked,
  awaited,
  complained,
  finished,
  given,
  promised,
  replyOwed,
  tomorrow,
} from '../../support/given.ts';
import { march, NOW } from '../../support/situation.ts';

describe('done', () => {
  it.each([
    ['request', asked(), 'Delivered'],
    ['promise', promised(), 'PromiseKept'],
    ['awaiting', awaited(), 'AwaitedReceived'],
    ['reply', replyOwed(), 'ReplyGiven'],
  ] as const)('means what the kind says: %s', (_kind, start, type) => {
    given(start)
      .when(decideDone, { tookHours: 3, via: 'email' })
      .records({ type, tookHours: 3, via: 'email', at: NOW });
  });
  it('a complaint is not done before they approved the remedy', () => {
    given(complained()).when(decideDone, {}).isRefused('approval-missing', 'followup resolve 1');
  });
  it('twice points to the acceptance', () => {
    given(asked(), finished('Delivered'))
      .when(decideDone, {})
      .isRefused('transition-not-allowed', 'accept 1');
  });
  it('may have been yesterday', () => {
    given(promised())
      .when(decideDone, { at: march(4) })
      .leaves({ state: 'done', closedAt: march(4) });
  });
});

describe('what makes the work right', () => {
  const tested = [asked({ rightWhen: 'the totals match' }), agreed(tomorrow)];

  it('is kept with the delivery if it was checked', () => {
    given(...tested)
      .when(decideDone, { isRight: true })
      .records({ type: 'Delivered', isRight: true, at: NOW });
    given(...tested)
      .when(decideDone, {})
      .records({ type: 'Delivered', at: NOW });
    given(asked(), agreed(tomorrow))
      .when(decideDone, { isRight: true })
      .records({ type: 'Delivered', at: NOW });
  });
});
