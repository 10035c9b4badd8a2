import { describe, it } from 'vitest';
import { decideReopen } from '../../../src/domain/decisions/reopen.ts';
import { agreed, asked, awaited, dropped, finished, given, offered, reviewed } from '../../support/given.ts';
import { date, NOW } from '../../support/situation.ts';

describe('reopen', () => {
  it('goes back to the last open state, and the dates stand', () => {
    given(asked(), agreed(date(6)), finished('Delivered'))
      .when(decideReopen, {})
      .records({ type: 'Reopened', at: NOW });
    given(asked(), agreed(date(6)), finished('Delivered'))
      .when(decideReopen, {})
      .leaves({ state: 'agreed', due: date(6), closedAt: null, reopened: 1 });
  });
  it('brings back an offer that was dropped, and what they owe', () => {
    given(asked(), offered(date(6)), dropped())
      .when(decideReopen, {})
      .leaves({ state: 'offered', offer: { date: date(6) } as never });
    given(awaited(), finished('AwaitedReceived')).when(decideReopen, {}).leaves({ state: 'waiting' });
  });
  it('keeps why, and begins a delivery anew', () => {
    given(asked(), agreed(date(6)), finished('Delivered'))
      .when(decideReopen, { because: 'the totals are wrong' })
      .records({ type: 'Reopened', because: 'the totals are wrong', at: NOW });
    given(asked(), agreed(date(6)), finished('Delivered'), reviewed(date(9)))
      .when(decideReopen, {})
      .leaves({ delivery: null });
  });
  it('is refused for what is open', () => {
    given(asked()).when(decideReopen, {}).isRefused('transition-not-allowed', 'followup show 1');
  });
});
