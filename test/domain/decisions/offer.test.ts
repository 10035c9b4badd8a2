import { describe, expect, it } from 'vitest';
import { decideOffer } from '../../../src/domain/decisions/offer.ts';
import { agreed, asked, given, offered, someTarget, yesterday } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

describe('offer', () => {
  it('an offer without a date is computed, and keeps what it is based on', () => {
    given(asked({ estimateHours: 8 }))
      .when(decideOffer, { via: 'email' })
      .records({
        type: 'DateOffered',
        date: expect.objectContaining({ grain: 'day', zone: 'UTC' }),
        target: someTarget,
        reckoning: {
          ahead: [],
          hoursAhead: 0,
          hours: 8,
          confidence: 0.8,
          chance: expect.any(Number),
          learntFrom: 0,
        },
        via: 'email',
        at: NOW,
      });
  });
  it('an offer may come with an estimate', () => {
    given(asked())
      .when(decideOffer, { date: date(13), estimateHours: 20, estimateRange: [16, 24] })
      .leaves({
        estimate: { hours: 20, range: [16, 24] },
        offer: { date: date(13), madeAt: NOW, target: someTarget },
      });
  });
  it('an offer for the past is refused', () => {
    given(asked()).when(decideOffer, { date: yesterday }).isRefused('date-past');
    given(asked())
      .when(decideOffer, { date: date(5, '09:00') })
      .isRefused('date-past');
  });
  it('an offer that was made on Tuesday for Wednesday is accepted on Thursday', () => {
    given(asked())
      .when(decideOffer, { date: yesterday, via: 'phone', at: march(3, '12:00') })
      .records({
        type: 'DateOffered',
        date: yesterday,
        target: yesterday,
        via: 'phone',
        at: march(3, '12:00'),
      });
  });
  it('an offer that was made on Wednesday for Tuesday is not', () => {
    given(asked())
      .when(decideOffer, { date: date(3), at: march(4, '12:00') })
      .isRefused('date-past', '--at');
  });
  it('no date lies before the request', () => {
    given(asked({ at: march(4, '09:00') }))
      .when(decideOffer, { date: date(3), at: march(2, '12:00') })
      .isRefused('date-before-request', 'later date');
  });
  it('a second offer replaces the first', () => {
    given(asked(), offered(date(6)))
      .when(decideOffer, { date: date(10), because: 'holidays' })
      .leaves({
        state: 'offered',
        offer: expect.objectContaining({ date: date(10), madeAt: NOW }),
        due: null,
      });
  });
  it('on an agreed commitment the old date stands until they answer', () => {
    given(asked(), agreed(date(6)))
      .when(decideOffer, { date: date(10) })
      .leaves({
        state: 'agreed',
        offer: expect.objectContaining({ date: date(10), madeAt: NOW }),
        due: date(6),
      });
  });
});

describe('an offer that was made earlier', () => {
  it('needs the date that was said then, because no other can be computed now', () => {
    given(asked())
      .when(decideOffer, { at: march(3, '12:00') })
      .isRefused('date-missing', 'followup offer 1 DATE');
  });
});
