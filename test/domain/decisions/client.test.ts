import { describe, it } from 'vitest';
import { decideClient } from '../../../src/domain/decisions/client.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import type { ClientEvent } from '../../../src/domain/streams/events.ts';
import { asked, commitment, given } from '../../support/given.ts';
import { clientsNamed, NOW } from '../../support/situation.ts';

describe('client', () => {
  const [joe] = clientsNamed('Joe');
  if (!joe) throw new Error('There is no Joe.');
  const inLondon = { clients: [{ ...joe, zone: 'Europe/London' }] };

  it('keeps the zone they live in, and removes it', () => {
    given()
      .when(decideClient, { client: joe, zone: 'Europe/London' })
      .records({
        stream: 'client joe',
        event: { type: 'ClientDetailsChanged', zone: 'Europe/London', at: NOW },
      });
    given()
      .when(decideClient, { client: joe, zone: null }, inLondon)
      .records({ stream: 'client joe', event: { type: 'ClientDetailsChanged', zone: null, at: NOW } });
  });
  it('said again changes nothing', () => {
    given().when(decideClient, { client: joe, zone: 'Europe/London' }, inLondon).changesNothing();
    given().when(decideClient, { client: joe }).changesNothing();
  });
  it('is refused for a client who no longer exists', () => {
    given().when(decideClient, { client: joe, zone: null }, { clients: [] }).isRefused('no-such-client');
  });
});

describe('what is known about a client', () => {
  const [joe, acme] = clientsNamed('Joe', 'Acme Corp') as [Client, Client];
  const among = (...clients: Client[]) => ({ clients });
  const on = (stream: string, event: object) => ({ stream, event: { ...event, at: NOW } as ClientEvent });

  it('is who works there, and what to remember', () => {
    const dana = { name: 'Dana Reyes', email: 'dana@joe.com', role: 'CFO' };
    given()
      .when(decideClient, { client: joe, person: dana, remember: 'board meets Fridays' })
      .records(
        on('client joe', { type: 'PersonDescribed', ...dana }),
        on('client joe', { type: 'FactRemembered', text: 'board meets Fridays' }),
      );
  });
  it('is removed: a person by a name, a fact by its number or beginning', () => {
    const known = {
      ...joe,
      people: [{ name: 'Dana Reyes' }],
      facts: [
        { text: 'board meets Fridays', at: NOW },
        { text: 'likes blue', at: NOW },
      ],
    };
    given()
      .when(decideClient, { client: joe, gone: 'dana', outdated: '1' }, among(known))
      .records(
        on('client joe', { type: 'PersonLeft', name: 'Dana Reyes' }),
        on('client joe', { type: 'FactForgotten', text: 'board meets Fridays' }),
      );
    given()
      .when(decideClient, { client: joe, outdated: 'Likes' }, among(known))
      .records(on('client joe', { type: 'FactForgotten', text: 'likes blue' }));
    given().when(decideClient, { client: joe, gone: 'sam' }, among(known)).isRefused('no-such-person');
    given().when(decideClient, { client: joe, outdated: 'red' }, among(known)).isRefused('no-such-fact');
  });
  it('is a name that nobody else has', () => {
    given()
      .when(decideClient, { client: joe, name: 'Joseph' })
      .records(on('client joe', { type: 'ClientDetailsChanged', name: 'Joseph' }));
    given()
      .when(decideClient, { client: joe, name: 'ACME-Corp' })
      .isRefused('name-taken', 'followup client "Joe" --merge "Acme Corp"');
  });
  it('includes settings for them alone', () => {
    given()
      .when(decideClient, { client: joe, settings: { 'update.every': 'daily' } })
      .records(on('client joe', { type: 'ClientDetailsChanged', settings: { 'update.every': 'daily' } }));
    given()
      .when(
        decideClient,
        { client: joe, settings: { 'update.every': 'daily' } },
        among({ ...joe, settings: { 'update.every': 'daily' } }),
      )
      .changesNothing();
  });
  it('moves to another client that turns out to be the same', () => {
    const theirs = { ...acme, facts: [{ text: 'pays late', at: NOW }], people: [{ name: 'Sam' }] };
    const mine = commitment(asked({ client: acme.uid }));
    given()
      .when(
        decideClient,
        { client: joe, merge: acme },
        {
          ...among(joe, theirs),
          commitmentsOf: () => [mine],
          contactsOf: () => ['c1'],
          answersAbout: () => ['a1'],
        },
      )
      .records(
        on('client joe', { type: 'NameAdopted', name: 'Acme Corp', merged: 'acme corp' }),
        on('client joe', { type: 'PersonDescribed', name: 'Sam' }),
        on('client joe', { type: 'FactRemembered', text: 'pays late' }),
        { type: 'DetailsChanged', client: 'joe', at: NOW },
        on('contact c1', { type: 'ContactReassigned', client: 'joe' }),
        on('review a1', { type: 'AnswerReassigned', client: 'joe' }),
        on(`client ${acme.uid}`, { type: 'ClientMerged', name: 'Acme Corp', into: 'joe' }),
      );
    given().when(decideClient, { client: joe, merge: joe }).isRefused('same-client');
  });
});
