import { describe, it } from 'vitest';
import { decideReview } from '../../../src/domain/decisions/review.ts';
import type { QuestionAnswered } from '../../../src/domain/streams/events.ts';
import type { Moment } from '../../../src/domain/time/moment.ts';
import { given, mentioned, onNew, tomorrow, yesterday } from '../../support/given.ts';
import { NOW } from '../../support/situation.ts';

describe('review keeps an answer', () => {
  const answered = (uid: string, fields: object) => ({
    stream: `review ${uid}`,
    event: { type: 'QuestionAnswered', ...fields, at: NOW } as QuestionAnswered,
  });

  it('for all or for one client, with what was said', () => {
    given()
      .when(decideReview, { number: 1, answer: 'yes', note: 'loves the draft' })
      .records(answered('new1', { number: 1, answer: 'yes', note: 'loves the draft' }));
    given()
      .when(decideReview, { number: 3, answer: 'unsure', client: 'joe' })
      .records(answered('new1', { number: 3, answer: 'unsure', client: 'joe' }));
  });
  it('and turns the action on a no into a promise: to that client, to another, or to myself', () => {
    const action = { title: 'Send the totals', due: tomorrow };
    const promise = {
      type: 'PromiseMade',
      title: 'Send the totals',
      due: tomorrow,
      unsaid: true,
      at: NOW,
    } as const;
    // A promise to oneself needs no notice.
    const { unsaid: _unsaid, ...toMyself } = promise;
    const numbered = { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } } as const;
    const no = { number: 3, answer: 'no' } as const;
    const kept = { ...no, promise: 'new1' };
    given()
      .when(decideReview, { ...no, client: 'joe', action })
      .records(
        numbered,
        { stream: onNew('new1'), event: { ...promise, client: 'joe' } },
        answered('new2', { ...kept, client: 'joe' }),
      );
    given()
      .when(decideReview, { ...no, action: { ...action, client: mentioned('Joe') } })
      .records(
        numbered,
        { stream: onNew('new1'), event: { ...promise, client: 'joe' } },
        answered('new2', kept),
      );
    given()
      .when(decideReview, { ...no, action })
      .records(numbered, { stream: onNew('new1'), event: toMyself }, answered('new2', kept));
  });
  it('is refused with an action without words, or without a date that lies ahead', () => {
    const no = (action: { title: string; due?: Moment }) => ({ number: 1, answer: 'no', action }) as const;
    given()
      .when(decideReview, no({ title: 'Call' }))
      .isRefused('date-missing');
    given()
      .when(decideReview, no({ title: '', due: tomorrow }))
      .isRefused('text-missing');
    given()
      .when(decideReview, no({ title: 'Call', due: yesterday }))
      .isRefused('date-past');
  });
});
