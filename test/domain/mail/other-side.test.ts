import { describe, expect, it } from 'vitest';
import {
  haveDeclined,
  organisedBy,
  otherSideOf,
  type Participants,
} from '../../../src/domain/mail/other-side.ts';
import { type Client, newClient } from '../../../src/domain/streams/client.ts';
import type { Person } from '../../../src/domain/streams/events.ts';
import { NOW } from '../../support/situation.ts';

const ME = ['me@work.example'];

function client(name: string, ...people: readonly Person[]): Client {
  return { ...newClient(name.toLowerCase(), name, NOW), people };
}

const CLIENTS = [
  client(
    'Acme Corp',
    { name: 'Ann Smith', email: 'ann@acme.example' },
    { name: 'Bea', email: 'bea@acme.example' },
  ),
  client('Globex', { name: 'Kim', email: 'kim@globex.example' }),
];

const mailbox = (address: string, name = '') => ({ name, address, hasDeclined: false });

function participants(organizer: string | null, ...attendees: readonly string[]): Participants {
  return {
    organizer: organizer === null ? null : mailbox(organizer),
    attendees: attendees.map((address) => mailbox(address)),
  };
}

describe('whose word an entry is', () => {
  it('is that of its organizer, if it is known who I am', () => {
    expect(organisedBy(participants('ME+calls@work.example'), ME)).toBe('me');
    expect(organisedBy(participants('ann@acme.example'), ME)).toBe('others');
    expect(organisedBy(participants(null, 'ann@acme.example'), ME)).toBeNull();
    expect(organisedBy(participants('ann@acme.example'), [])).toBeNull();
  });
});

describe('the other party', () => {
  it.each<[string, Participants, ReturnType<typeof otherSideOf>]>([
    [
      'is the organizer',
      participants('ann@acme.example', 'kim@globex.example'),
      { who: 'ann@acme.example', client: 'Acme Corp' },
    ],
    [
      'is the client of a colleague',
      participants('cy@acme.example'),
      { who: 'Acme Corp', client: 'Acme Corp' },
    ],
    [
      'is somebody new',
      participants('lee@initech.example', 'ann@acme.example'),
      { who: 'lee@initech.example', client: null },
    ],
    [
      'is the only other',
      participants('me@work.example', 'me@work.example', 'kim@globex.example'),
      { who: 'kim@globex.example', client: 'Globex' },
    ],
    [
      'is the only client among others',
      participants(null, 'lee@initech.example', 'kim@globex.example'),
      { who: 'kim@globex.example', client: 'Globex' },
    ],
    [
      'is one client, of several people',
      participants(null, 'ann@acme.example', 'bea@acme.example'),
      { who: 'ann@acme.example', client: 'Acme Corp' },
    ],
    ['is not known among two clients', participants(null, 'ann@acme.example', 'kim@globex.example'), null],
    ['is not known among several whom nobody knows', participants(null, 'x@x.example', 'y@y.example'), null],
    ['is nobody', participants('me@work.example', 'me@work.example'), null],
  ])('%s', (_what, given, expected) => {
    expect(otherSideOf(given, CLIENTS, ME)).toEqual(expected);
  });

  it('has a name if no client knows the address', () => {
    expect(otherSideOf({ organizer: mailbox('', 'Lee Roy'), attendees: [] }, CLIENTS, ME)).toEqual({
      who: 'Lee Roy',
      client: null,
    });
  });
});

it('an invitation is declined by me, not by others', () => {
  const declined = { ...mailbox('me@work.example'), hasDeclined: true };
  expect(haveDeclined({ organizer: null, attendees: [declined] }, ME)).toBe(true);
  expect(
    haveDeclined({ organizer: null, attendees: [{ ...declined, address: 'ann@acme.example' }] }, ME),
  ).toBe(false);
});
