import { describe, expect, it } from 'vitest';
import { decideDone } from '../../../src/domain/decisions/done.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import {
  agreed,
  asked,
  awaited,
  complained,
  finished,
  given,
  promised,
  reopened,
  replyOwed,
  tomorrow,
} from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

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

describe('what proves it', () => {
  const evidence = [
    { link: '/tmp/report.pdf', bytes: 3, sha256: '0a'.repeat(32) },
    { link: 'https://x.example' },
  ];

  it('is kept with whatever finishes it, and adds up when it is finished again', () => {
    given(promised()).when(decideDone, { evidence }).records({ type: 'PromiseKept', evidence, at: NOW });
    const before = finished('Delivered', { at: march(3), evidence: evidence.slice(0, 1) });
    given(asked(), before, reopened(march(4)))
      .when(decideDone, { evidence: evidence.slice(1) })
      .leaves({ evidence });
  });
});

describe('a review window', () => {
  const begun = [asked(), agreed(tomorrow)];
  const reviewUntil = date(9);

  it('is told with the delivery', () => {
    given(...begun)
      .when(decideDone, { reviewUntil, via: 'email' })
      .records(
        { type: 'Delivered', via: 'email', at: NOW },
        { type: 'ReviewWindowOpened', until: reviewUntil, via: 'email', at: NOW },
      );
    given(...begun)
      .when(decideDone, { reviewUntil })
      .leaves({
        state: 'done',
        lastWordAt: NOW,
        delivery: expect.objectContaining({ review: { until: reviewUntil, at: NOW } }),
      });
  });
  it('has to end after it was told', () => {
    given(...begun)
      .when(decideDone, { reviewUntil: date(4) })
      .isRefused('date-past');
    given(...begun)
      .when(decideDone, { reviewUntil: date(3), at: march(4, '12:00') })
      .isRefused('date-past');
    given(...begun)
      .when(decideDone, { reviewUntil: date(4), at: march(4, '12:00') })
      .leaves({ state: 'done' });
  });
  it('is refused where nobody accepts, or nobody was told', () => {
    given(promised()).when(decideDone, { reviewUntil }).isRefused('nothing-to-accept');
    given(awaited()).when(decideDone, { reviewUntil }).isRefused('nothing-to-accept');
    given(complained())
      .when(decideDone, { reviewUntil, withoutApproval: 'they left' })
      .isRefused('nobody-told');
    const { client: _client, ...forNobody } = asked() as Extract<
      CommitmentEvent,
      { type: 'RequestRecorded' }
    >;
    given(forNobody).when(decideDone, { reviewUntil }).isRefused('nobody-told');
  });
});
