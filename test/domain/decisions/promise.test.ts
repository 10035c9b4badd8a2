import { describe, it } from 'vitest';
import { decidePromise } from '../../../src/domain/decisions/promise.ts';
import { given, mentioned, onNew, someTarget, tomorrow, yesterday } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

describe('promise needs somebody and a date', () => {
  const promise = { title: 'Send the notes' };

  it('a promise to nobody is refused', () => {
    given()
      .when(decidePromise, { ...promise, due: tomorrow })
      .isRefused('client-missing', '--to CLIENT');
  });
  it('a promise without a date is refused', () => {
    given()
      .when(decidePromise, { ...promise, client: mentioned('Joe') })
      .isRefused('date-missing', '--by DATE');
  });
  it('a promise for yesterday is refused', () => {
    given()
      .when(decidePromise, { ...promise, client: mentioned('Joe'), due: yesterday })
      .isRefused('date-past');
  });
  it('a promise for today after work has ended is refused with a hint', () => {
    given()
      .when(
        decidePromise,
        { ...promise, client: mentioned('Joe'), due: date(5), at: march(5, '18:00') },
        { now: march(5, '18:00') },
      )
      .isRefused('date-past', 'today 8pm');
  });
  it('a promise is recorded', () => {
    given()
      .when(decidePromise, { ...promise, client: mentioned('Joe'), due: tomorrow, estimateHours: 2 })
      .records(
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new1'),
          event: {
            type: 'PromiseMade',
            title: 'Send the notes',
            client: 'joe',
            due: tomorrow,
            target: someTarget,
            estimateHours: 2,
            at: NOW,
          },
        },
      );
  });
});

describe('a promise to myself', () => {
  it('has nobody who waits for it', () => {
    for (const name of ['myself', 'Me']) {
      given()
        .when(decidePromise, { title: 'Raise the rates', client: mentioned(name), due: tomorrow })
        .records(
          { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
          {
            stream: onNew('new1'),
            event: { type: 'PromiseMade', title: 'Raise the rates', due: tomorrow, at: NOW },
          },
        );
    }
  });
});
