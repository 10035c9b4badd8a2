import { describe, it } from 'vitest';
import { decidePrice } from '../../../src/domain/decisions/price.ts';
import {
  approvedPrice,
  asked,
  dropped,
  finished,
  given,
  givenFree,
  priced,
  promised,
  yesterday,
} from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

const EUR_300 = { minor: 30000, currency: 'EUR' } as const;

describe('price', () => {
  const extra = asked({ scope: 'out' });

  it('is put to them, in hours or in money, with the date on which they would have it', () => {
    given(extra)
      .when(decidePrice, { price: { hours: 3 } })
      .records({ type: 'PricePut', amount: { hours: 3 }, at: NOW });
    given(extra)
      .when(decidePrice, { price: EUR_300, date: date(9), because: 'a new licence', via: 'email' })
      .records({
        type: 'PricePut',
        amount: EUR_300,
        date: date(9),
        because: 'a new licence',
        via: 'email',
        at: NOW,
      });
  });
  it('leaves the state as it is, and is a word to them', () => {
    given(extra)
      .when(decidePrice, { price: { hours: 3 } })
      .leaves({ state: 'asked', lastWordAt: NOW, approval: null });
  });
  it('is for extra work alone', () => {
    given(asked())
      .when(decidePrice, { price: { hours: 3 } })
      .isRefused('in-scope', 'edit 1 --scope out');
    given(promised())
      .when(decidePrice, { price: { hours: 3 } })
      .isRefused('transition-not-allowed', 'show 1');
  });
  it('can be put after the delivery, but not for what was dropped', () => {
    given(extra, finished('Delivered'))
      .when(decidePrice, { price: { hours: 3 } })
      .leaves({
        state: 'done',
        price: { putAt: NOW, isFree: false, amount: { hours: 3 }, because: null, refused: null, date: null },
      });
    given(extra, dropped())
      .when(decidePrice, { price: { hours: 3 } })
      .isRefused('transition-not-allowed', 'reopen 1');
  });
  it('has to be said, and its date lies ahead', () => {
    given(extra).when(decidePrice, {}).isRefused('price-missing', 'free --because WHY');
    given(extra)
      .when(decidePrice, { price: { hours: 3 }, date: yesterday })
      .isRefused('date-past');
    given(extra)
      .when(decidePrice, { price: { hours: 3 }, at: march(6) })
      .isRefused('said-in-future');
  });
  it('cannot come before a yes that was given later', () => {
    given(extra, priced({ at: march(3, '09:00') }), approvedPrice({ at: march(4, '08:00') }))
      .when(decidePrice, { price: { hours: 4 }, at: march(3, '15:00') })
      .isRefused('overtaken', 'note 1');
  });
  it('named anew after a yes needs another yes', () => {
    given(extra, priced(), approvedPrice())
      .when(decidePrice, { price: { hours: 5 } })
      .leaves({ approval: null });
  });
  it('is nothing where the work is given, which has a reason and no date', () => {
    given(extra)
      .when(decidePrice, { price: 'free', because: 'it took ten minutes' })
      .records({ type: 'GivenFree', because: 'it took ten minutes', at: NOW });
    given(extra).when(decidePrice, { price: 'free' }).isRefused('reason-missing', 'free --because WHY');
    given(extra)
      .when(decidePrice, { price: 'free', because: 'x', date: date(9) })
      .isRefused('date-unused', 'offer 1 DATE');
  });
  it('keeps what was named before it was given, also when it is given twice', () => {
    const free = {
      putAt: NOW,
      isFree: true,
      amount: EUR_300,
      because: 'too small',
      refused: null,
      date: null,
    };
    given(extra, priced({ amount: EUR_300 }))
      .when(decidePrice, { price: 'free', because: 'too small' })
      .leaves({ price: free });
    given(extra, priced({ amount: EUR_300 }), givenFree())
      .when(decidePrice, { price: 'free', because: 'too small' })
      .leaves({ price: free });
  });
  it('can be named for what was given before', () => {
    given(extra, givenFree())
      .when(decidePrice, { price: EUR_300 })
      .leaves({
        price: { putAt: NOW, isFree: false, amount: EUR_300, because: null, refused: null, date: null },
      });
  });
});
