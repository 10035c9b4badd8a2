import { describe, it } from 'vitest';
import { decideAccept } from '../../../src/domain/decisions/accept.ts';
import { agreed, asked, finished, given } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

describe('accept', () => {
  const delivered = [asked(), agreed(date(6)), finished('Delivered', { at: march(5, '08:00') })];

  it('records their yes, when and how it was said', () => {
    given(...delivered)
      .when(decideAccept, { via: 'phone' })
      .records({ type: 'Accepted', at: NOW, via: 'phone' });
  });
  it('leaves the day on which the work was delivered', () => {
    given(...delivered)
      .when(decideAccept, {})
      .leaves({ state: 'accepted', closedAt: march(5, '08:00') });
  });
  it('is refused before the delivery', () => {
    given(asked(), agreed(date(6)))
      .when(decideAccept, {})
      .isRefused('transition-not-allowed', 'followup done 1');
  });
  it('is refused for a yes that lies ahead', () => {
    given(...delivered)
      .when(decideAccept, { at: march(6) })
      .isRefused('said-in-future');
  });
});
