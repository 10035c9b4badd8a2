import { describe, it } from 'vitest';
import { decideAwait } from '../../../src/domain/decisions/await.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import { asked, given, mentioned, onNew, tomorrow, yesterday } from '../../support/given.ts';
import { clientsNamed, NOW } from '../../support/situation.ts';

describe('await needs somebody and a date', () => {
  const figures = { title: 'The figures' };

  it('an awaiting from nobody is refused', () => {
    given()
      .when(decideAwait, { ...figures, due: tomorrow })
      .isRefused('client-missing', '--from WHO');
  });
  it('an awaiting without a date is refused', () => {
    given()
      .when(decideAwait, { ...figures, who: mentioned('Joe') })
      .isRefused('date-missing', '--by DATE');
  });
  it('an awaiting for yesterday is refused', () => {
    given()
      .when(decideAwait, { ...figures, who: mentioned('Joe'), due: yesterday })
      .isRefused('date-past');
  });
  it('keeps who of a client promised it', () => {
    const [acme, joe] = clientsNamed('Acme Corp', 'Joe') as [Client, Client];
    const clients = [{ ...acme, people: [{ name: 'Lena Brauer', email: 'lena@acme.com' }] }, joe];
    for (const name of ['Lena Brauer', 'lena@acme.com', 'lena']) {
      given()
        .when(decideAwait, { ...figures, who: mentioned(name), due: tomorrow }, { clients })
        .records(
          { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
          {
            stream: onNew('new1'),
            event: {
              type: 'PromiseAwaited',
              title: 'The figures',
              who: 'acme corp',
              person: 'Lena Brauer',
              client: 'acme corp',
              due: tomorrow,
              at: NOW,
            },
          },
        );
    }
  });
  it('keeps on whose behalf it was promised, and what it holds up', () => {
    given(asked())
      .when(decideAwait, { ...figures, who: mentioned('Ann'), client: mentioned('Joe'), due: tomorrow })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Ann', at: NOW } },
        { stream: onNew('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new2'),
          event: {
            type: 'PromiseAwaited',
            title: 'The figures',
            who: 'new1',
            client: 'joe',
            due: tomorrow,
            blocks: 'it',
            at: NOW,
          },
        },
      );
  });
  it('one new name mentioned twice makes one client', () => {
    given()
      .when(decideAwait, {
        ...figures,
        who: mentioned('Ann Lee'),
        client: mentioned('ann-lee'),
        due: tomorrow,
      })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Ann Lee', at: NOW } },
        { stream: onNew('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new2'),
          event: {
            type: 'PromiseAwaited',
            title: 'The figures',
            who: 'new1',
            client: 'new1',
            due: tomorrow,
            at: NOW,
          },
        },
      );
  });
});
