import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { decideClient } from '../../../src/domain/decisions/client.ts';
import type { Client, Fact } from '../../../src/domain/streams/client.ts';
import type { ClientEvent } from '../../../src/domain/streams/events.ts';
import { asked, commitment, dropped, given } from '../../support/given.ts';
import { clientsNamed, NOW, situation } from '../../support/situation.ts';

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
      .when(decideClient, { client: joe, people: [dana], remember: ['board meets Fridays'] })
      .records(
        on('client joe', { type: 'PersonDescribed', ...dana }),
        on('client joe', { type: 'FactRemembered', text: 'board meets Fridays' }),
      );
  });
  it('is where else they write from, after a new address', () => {
    const dana = { name: 'Dana Reyes', email: 'dana@joe.com', otherEmails: ['d@joe.com'] };
    given()
      .when(
        decideClient,
        { client: joe, people: [{ name: 'Dana', email: 'dana@new.com' }] },
        among({ ...joe, people: [dana] }),
      )
      .records(
        on('client joe', {
          type: 'PersonDescribed',
          name: 'Dana Reyes',
          email: 'dana@new.com',
          otherEmails: ['dana@joe.com', 'd@joe.com'],
        }),
      );
  });
  it('is removed: a person by a name, a fact by its number or beginning', () => {
    const known = {
      ...joe,
      people: [{ name: 'Dana Reyes' }],
      facts: [
        { text: 'board meets Fridays', at: NOW, dated: null, seenDay: null },
        { text: 'likes blue', at: NOW, dated: null, seenDay: null },
      ],
    };
    given()
      .when(decideClient, { client: joe, gone: ['dana'], outdated: ['1'] }, among(known))
      .records(
        on('client joe', { type: 'PersonLeft', name: 'Dana Reyes' }),
        on('client joe', { type: 'FactForgotten', text: 'board meets Fridays' }),
      );
    given()
      .when(decideClient, { client: joe, outdated: ['Likes'] }, among(known))
      .records(on('client joe', { type: 'FactForgotten', text: 'likes blue' }));
    given()
      .when(decideClient, { client: joe, gone: ['sam'] }, among(known))
      .isRefused('no-such-person');
    given()
      .when(decideClient, { client: joe, outdated: ['red'] }, among(known))
      .isRefused('no-such-fact');
  });
  it('is a name that nobody else has', () => {
    given()
      .when(decideClient, { client: joe, name: 'Joseph' })
      .records(on('client joe', { type: 'ClientDetailsChanged', name: 'Joseph' }));
    given()
      .when(decideClient, { client: joe, name: 'ACME-Corp' })
      .isRefused('name-taken', `followup client Joe --merge 'Acme Corp'`);
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
    const theirs = {
      ...acme,
      facts: [{ text: 'pays late', at: NOW, dated: null, seenDay: null }],
      people: [{ name: 'Sam' }],
    };
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
  it('in a merge keeps all addresses, and says which details gave way', () => {
    const weekly = { rrule: 'FREQ=WEEKLY', text: 'weekly' };
    const here = {
      ...joe,
      zone: 'Europe/London',
      settings: { 'update.every': 'daily' },
      people: [{ name: 'Zoe Berg', email: 'zoe@joe.com', role: 'CFO' }],
    };
    const there = {
      ...acme,
      zone: 'America/New_York',
      keepInTouch: weekly,
      settings: { 'update.every': 'weekly', 'quiet.after': '3 working days' },
      people: [{ name: 'Zoë Berg', email: 'zoe@acme.com', role: 'Owner' }],
    };
    given()
      .when(decideClient, { client: joe, merge: acme }, among(here, there))
      .records(
        on('client joe', { type: 'NameAdopted', name: 'Acme Corp', merged: 'acme corp' }),
        on('client joe', {
          type: 'ClientDetailsChanged',
          keepInTouch: weekly,
          settings: { 'quiet.after': '3 working days' },
        }),
        on('client joe', {
          type: 'PersonDescribed',
          name: 'Zoe Berg',
          email: 'zoe@joe.com',
          otherEmails: ['zoe@acme.com'],
          role: 'CFO',
        }),
        on(`client ${acme.uid}`, {
          type: 'ClientMerged',
          name: 'Acme Corp',
          into: 'joe',
          gaveWay: {
            zone: 'America/New_York',
            settings: { 'update.every': 'weekly' },
            people: [{ name: 'Zoë Berg', role: 'Owner' }],
          },
        }),
      );
  });
});

describe('a client with whom nothing goes on', () => {
  const [joe] = clientsNamed('Joe') as [Client];
  const retired = { ...joe, retiredAt: NOW };

  it('is retired once', () => {
    const event = { type: 'ClientRetired' as const, at: NOW };
    given().when(decideClient, { client: joe, retire: true }).records({ stream: 'client joe', event });
    given()
      .when(decideClient, { client: joe, retire: true }, { clients: [retired] })
      .changesNothing();
  });
  it('is not retired while something is open, which would be forgotten', () => {
    given()
      .when(decideClient, { client: joe, retire: true }, { commitmentsOf: () => [commitment(asked())] })
      .isRefused('client-has-open', 'followup drop 1 --because WHY');
    const closed = commitment(asked(), dropped());
    given()
      .when(decideClient, { client: joe, retire: true }, { commitmentsOf: () => [closed] })
      .records({ stream: 'client joe', event: { type: 'ClientRetired', at: NOW } });
  });
});

describe('a client with whom nothing was said yet', () => {
  it('is recorded with what is known', () => {
    given()
      .when(decideClient, { client: { added: 'Lumen' }, people: [{ name: 'Ana' }] })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Lumen', at: NOW } },
        { stream: 'client new1', event: { type: 'PersonDescribed', name: 'Ana', at: NOW } },
      );
  });
  it('is the one that has the name already, however it was written', () => {
    given()
      .when(decideClient, { client: { added: 'acme-corp' } })
      .changesNothing();
  });
});

describe('a remembered fact with a day', () => {
  const [joe, acme] = clientsNamed('Joe', 'Acme Corp') as [Client, Client];
  const at = (event: object) => ({ stream: 'client joe', event: { ...event, at: NOW } as ClientEvent });
  const on = { day: '2026-12-31', ahead: { days: 60 } };
  const knowing = (...facts: readonly Partial<Fact>[]) => ({
    clients: [
      {
        ...joe,
        facts: facts.map((fact) => ({ text: 'contract ends', at: NOW, dated: on, seenDay: null, ...fact })),
      },
      acme,
    ],
  });

  it('is kept with the day and how long before it is said', () => {
    given()
      .when(decideClient, { client: joe, remember: ['contract ends'], on })
      .records(at({ type: 'FactRemembered', text: 'contract ends', on }));
  });
  it('said again changes nothing but its day', () => {
    const again = { client: joe, remember: ['contract ends'] };
    given()
      .when(decideClient, { ...again, on }, knowing({}))
      .changesNothing();
    given().when(decideClient, again, knowing({})).changesNothing();
    const later = { ...on, day: '2027-03-31' };
    given()
      .when(decideClient, { ...again, on: later }, knowing({}))
      .records(at({ type: 'FactRemembered', text: 'contract ends', on: later }));
  });
  it('has a day ahead, unless it comes again', () => {
    const past = { ...on, day: '2026-03-04' };
    given()
      .when(decideClient, { client: joe, remember: ['x'], on: past })
      .isRefused('date-past');
    given()
      .when(decideClient, { client: joe, remember: ['x'], on: { ...past, isYearly: true } })
      .records(at({ type: 'FactRemembered', text: 'x', on: { ...past, isYearly: true } }));
  });
  it('is seen by its words, their beginning or its number: the day that comes next', () => {
    const seen = at({ type: 'FactSeen', text: 'contract ends', day: '2026-12-31' });
    for (const typed of ['contract ends', 'contract', '1']) {
      given()
        .when(decideClient, { client: joe, seen: [typed] }, knowing({}))
        .records(seen);
    }
    given()
      .when(decideClient, { client: joe, seen: ['contract'] }, knowing({ seenDay: '2026-12-31' }))
      .changesNothing();
    // The whole words mean that fact, whatever else begins with them.
    given()
      .when(
        decideClient,
        { client: joe, seen: ['contract ends'] },
        knowing({ text: 'contract ends in Rome' }, {}),
      )
      .records(seen);
  });
  it('is refused to be seen where there is no day ahead', () => {
    const see = { client: joe, seen: ['contract'] };
    given()
      .when(decideClient, see, knowing({ dated: null }))
      .isRefused('no-day-ahead', '--on DATE');
    given()
      .when(decideClient, see, knowing({ dated: { ...on, day: '2026-02-18' } }))
      .isRefused('no-day-ahead', '--outdated');
    given().when(decideClient, see).isRefused('no-such-fact');
  });
  it('moves to another client with its day, unless that has a day for it', () => {
    const merged = { client: acme, merge: joe };
    const adopted = (event: object) => ({
      stream: 'client acme corp',
      event: { ...event, at: NOW } as ClientEvent,
    });
    const facts = (circumstances: ReturnType<typeof knowing>) => {
      const decision = decideClient(null, { ...merged, at: NOW }, situation(circumstances));
      if (decision instanceof Refusal) throw decision;
      return decision
        .filter(({ event }) => event.type === 'FactRemembered' || event.type === 'FactSeen')
        .map(({ stream, event }) => ({ stream: `client ${stream.uid}`, event }));
    };
    expect(facts(knowing({ seenDay: '2026-12-31' }))).toEqual([
      adopted({ type: 'FactRemembered', text: 'contract ends', on }),
      adopted({ type: 'FactSeen', text: 'contract ends', day: '2026-12-31' }),
    ]);
    const own = {
      ...acme,
      facts: [{ text: 'contract ends', at: NOW, dated: { ...on, day: '2027-01-31' }, seenDay: null }],
    };
    expect(facts({ clients: [...knowing({}).clients.slice(0, 1), own] })).toEqual([
      adopted({ type: 'FactRemembered', text: 'contract ends' }),
    ]);
  });
});
