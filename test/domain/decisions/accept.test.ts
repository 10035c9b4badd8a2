import { describe, expect, it } from 'vitest';
import { decideAccept } from '../../../src/domain/decisions/accept.ts';
import {
  agreed,
  asked,
  finished,
  given,
  heard,
  reopened,
  reviewed,
  told as said,
} from '../../support/given.ts';
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
  it('keeps what they said', () => {
    given(...delivered)
      .when(decideAccept, { note: 'exactly what we needed' })
      .records({ type: 'Accepted', note: 'exactly what we needed', at: NOW });
  });
  it('is refused for a yes that lies ahead', () => {
    given(...delivered)
      .when(decideAccept, { at: march(6) })
      .isRefused('said-in-future');
  });
});

describe('accept by silence', () => {
  const delivered = [asked(), agreed(date(6)), finished('Delivered', { at: march(3, '10:00') })];
  const told = [...delivered, reviewed(date(4), march(3, '10:00'))];
  const bySilence = { bySilence: true } as const;

  it('records that they did not object in time', () => {
    given(...told)
      .when(decideAccept, bySilence)
      .records({ type: 'Accepted', bySilence: true, at: NOW });
    given(...told)
      .when(decideAccept, bySilence)
      .leaves({
        state: 'accepted',
        answeredAt: null,
        delivery: expect.objectContaining({ isBySilence: true }),
      });
    given(...told, said(march(4, '12:00')))
      .when(decideAccept, bySilence)
      .records({ type: 'Accepted', bySilence: true, at: NOW });
  });
  it('is refused before the end', () => {
    given(...delivered, reviewed(date(5), march(3, '10:00')))
      .when(decideAccept, bySilence)
      .isRefused('review-goes-on', 'followup accept 1');
    given(...told)
      .when(decideAccept, { ...bySilence, at: march(4, '16:59') })
      .isRefused('review-goes-on');
  });
  it('is refused once they said a word, also one after the end', () => {
    given(...told, heard(march(3, '10:00')))
      .when(decideAccept, bySilence)
      .isRefused('not-silent', 'followup reopen 1');
    given(...told, heard(march(4, '18:00')))
      .when(decideAccept, bySilence)
      .isRefused('not-silent');
  });
  it('is not refused for words from before they were told', () => {
    given(...delivered, heard(march(3, '11:00')), reviewed(date(4), march(3, '12:00')))
      .when(decideAccept, bySilence)
      .leaves({ state: 'accepted' });
    given(asked(), heard(march(3, '09:00')), agreed(date(6)), ...told.slice(2))
      .when(decideAccept, bySilence)
      .leaves({ state: 'accepted' });
  });
  it('is refused where they were not told, or before the delivery', () => {
    given(...delivered)
      .when(decideAccept, bySilence)
      .isRefused('no-review-window', 'followup draft 1 delivered --review-until DATE');
    given(asked(), agreed(date(6)))
      .when(decideAccept, bySilence)
      .isRefused('transition-not-allowed');
  });
  it('is not possible by the window of an earlier delivery', () => {
    given(...told, reopened(march(4, '18:00')), finished('Delivered', { at: march(4, '19:00') }))
      .when(decideAccept, bySilence)
      .isRefused('no-review-window');
  });
  it('is not hindered by a yes: that is the plain way', () => {
    given(...told)
      .when(decideAccept, {})
      .leaves({ state: 'accepted', answeredAt: NOW });
  });
});
