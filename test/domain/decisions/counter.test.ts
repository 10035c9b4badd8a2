import { describe, expect, it } from 'vitest';
import { decideCounter } from '../../../src/domain/decisions/counter.ts';
import { agreed, asked, finished, given, offered, priced, yesterday } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

describe('counter', () => {
  it('needs the reason: it is the constraint to know', () => {
    given(asked(), offered(date(6)))
      .when(decideCounter, { date: date(5) })
      .isRefused('reason-missing', '--because WHY');
  });
  it('takes none for a reason, because clients do not always give one', () => {
    given(asked(), offered(date(6)))
      .when(decideCounter, { date: date(5), because: 'None' })
      .records({ type: 'DateRejected', wanted: date(5), because: 'none', at: NOW });
  });
  it('keeps their date as wanted, and the offer is gone', () => {
    given(asked(), offered(date(6)))
      .when(decideCounter, { date: date(5, '15:00'), because: 'board meeting' })
      .leaves({
        state: 'asked',
        wantedBy: date(5, '15:00'),
        offer: null,
        undatedSince: NOW,
      });
  });
  it('of a new date leaves the one that was agreed', () => {
    given(asked(), agreed(date(6)), offered(date(10), { at: march(4, '12:00') }))
      .when(decideCounter, { date: date(9), because: 'board meeting' })
      .leaves({ state: 'agreed', due: date(6), offer: null, wantedBy: date(9) });
  });
  it('without a date keeps the one that they wanted before', () => {
    given(asked({ wantedBy: date(9) }), offered(date(12)))
      .when(decideCounter, { because: 'too late' })
      .leaves({ state: 'asked', wantedBy: date(9) });
  });
  it('with a date in the past is refused', () => {
    given(asked()).when(decideCounter, { date: yesterday, because: 'x' }).isRefused('date-past');
  });
});

describe('counter of a price', () => {
  const extra = asked({ scope: 'out' });
  it('keeps why it was too dear; the state stays, and there is no price any more', () => {
    given(extra, priced())
      .when(decideCounter, { because: 'over what Dana may sign' })
      .records({ type: 'PriceRejected', because: 'over what Dana may sign', at: NOW });
    given(extra, priced())
      .when(decideCounter, { because: 'too dear' })
      .leaves({
        state: 'asked',
        price: expect.objectContaining({ refused: expect.any(String) }),
        approval: null,
      });
  });
  it('may say when they want it', () => {
    given(extra, priced({ date: date(12) }))
      .when(decideCounter, { date: date(9), because: 'none' })
      .leaves({
        state: 'asked',
        price: expect.objectContaining({ refused: expect.any(String) }),
        wantedBy: date(9),
      });
  });
  it('needs the reason too', () => {
    given(extra, priced()).when(decideCounter, {}).isRefused('reason-missing', '--because WHY');
  });
  it('is possible after the delivery', () => {
    given(extra, finished('Delivered'), priced({ at: NOW }))
      .when(decideCounter, { because: 'nobody ordered it' })
      .leaves({ state: 'done', price: expect.objectContaining({ refused: expect.any(String) }) });
  });
  it('is meant where a price was put after an offer; else the offer', () => {
    given(extra, offered(date(12)), priced())
      .when(decideCounter, { because: 'x' })
      .leaves({ state: 'offered', price: expect.objectContaining({ refused: expect.any(String) }) });
    given(extra, priced({ at: march(3, '09:00') }), offered(date(12), { at: march(3, '10:00') }))
      .when(decideCounter, { because: 'x' })
      .leaves({ state: 'asked', offer: null, price: expect.objectContaining({ amount: { hours: 3 } }) });
  });
  it('with the date that they want refuses an offer made after it too', () => {
    given(extra, priced({ at: march(3, '09:00') }), offered(date(12), { at: march(3, '10:00') }))
      .when(decideCounter, { date: date(9), because: 'payday' })
      .records(
        { type: 'PriceRejected', because: 'payday', at: NOW },
        { type: 'DateRejected', wanted: date(9), because: 'payday', at: NOW },
      );
  });
});
