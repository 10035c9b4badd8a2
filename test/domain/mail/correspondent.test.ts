import { describe, expect, it } from 'vitest';
import { isSameAddress, ownDomainOf } from '../../../src/domain/mail/address.ts';
import { findCorrespondent } from '../../../src/domain/mail/correspondent.ts';
import { bareSubject, type MailHead, saidAt, titleOf, wordsOf } from '../../../src/domain/mail/message.ts';
import { personBehind, refuseUnknown } from '../../../src/domain/mail/refuse-unknown.ts';
import { type Client, newClient } from '../../../src/domain/streams/client.ts';
import type { Person } from '../../../src/domain/streams/events.ts';
import { NOW } from '../../support/situation.ts';

const ME = ['me@home.example'];

function client(name: string, ...people: readonly Person[]): Client {
  return { ...newClient(name.toLowerCase(), name, NOW), people };
}

const DANA = { name: 'Dana Reyes', email: 'dana@acme.example', otherEmails: ['dr@gmail.com'] };
const ACME = client('Acme', DANA);
const GLOBEX = client('Globex', { name: 'Ana Ruiz', email: 'ana@globex.example' });
const HOLDING = client('Holding', { name: 'Bo', email: 'bo@shared.example' });
const DAUGHTER = client('Daughter', { name: 'Cy', email: 'cy@shared.example' });
const CLIENTS = [ACME, GLOBEX, HOLDING, DAUGHTER];

function head(from: string, more: { replyTo?: string[]; to?: string[] } = {}): MailHead {
  const mailbox = (address: string) => ({ name: '', address });
  return {
    id: 'x',
    from: mailbox(from),
    replyTo: (more.replyTo ?? []).map(mailbox),
    recipients: (more.to ?? ['me@home.example']).map(mailbox),
    subject: '',
    sentAt: null,
    receivedAt: null,
    answers: [],
    references: [],
    draftReferences: [],
    automatic: null,
  };
}

/** The name of the client, and of the person; null if nobody is found. */
function found(message: MailHead): string | null {
  const correspondent = findCorrespondent(message, CLIENTS, ME);
  if (!('client' in correspondent)) return null;
  return [correspondent.client.name, correspondent.person?.name].filter(Boolean).join(': ');
}

describe('whose a message is', () => {
  it.each([
    ['the sender, by any of their addresses', head('dr@gmail.com'), 'Acme: Dana Reyes'],
    ['the sender, whatever stands after a plus', head('dana+work@acme.example'), 'Acme: Dana Reyes'],
    [
      'who is to get the answer',
      head('desk@helpdesk.example', { replyTo: ['ana@globex.example'] }),
      'Globex: Ana Ruiz',
    ],
    [
      'the sender before who is to get the answer',
      head('dana@acme.example', { replyTo: ['ana@globex.example'] }),
      'Acme: Dana Reyes',
    ],
    [
      'a person before a domain',
      head('new@globex.example', { replyTo: ['dana@acme.example'] }),
      'Acme: Dana Reyes',
    ],
    ['the client with whose domain it comes', head('new@globex.example'), 'Globex'],
    ['nobody, for the domain of a public provider', head('other@gmail.com'), null],
    ['nobody, for a domain of several', head('new@shared.example'), null],
    ['nobody, for a domain that nobody has', head('x@lumen.example'), null],
    ['of mine: whom it is to', head('me@home.example', { to: ['ana@globex.example'] }), 'Globex: Ana Ruiz'],
    [
      'of mine, with a plus: the first of the recipients',
      head('ME+x@home.example', {
        to: ['me@home.example', 'x@lumen.example', 'dana@acme.example', 'ana@globex.example'],
      }),
      'Acme: Dana Reyes',
    ],
    ['of mine, to nobody but me', head('me@home.example'), null],
  ])('%s', (_, message, expected) => {
    expect(found(message)).toBe(expected);
  });

  it('names the other clients that it is to', () => {
    const to = ['dana@acme.example', 'boss@acme.example', 'ana@globex.example'];
    expect(findCorrespondent(head('me@home.example', { to }), CLIENTS, ME)).toMatchObject({
      others: [GLOBEX],
    });
  });

  it('prefers a client with whom something goes on', () => {
    const retired = { ...client('Old Acme', DANA), retiredAt: NOW };
    expect(findCorrespondent(head('dana@acme.example'), [retired, ACME], ME)).toMatchObject({ client: ACME });
    expect(findCorrespondent(head('dana@acme.example'), [retired], ME)).toMatchObject({ client: retired });
  });
});

describe('the refusal of a message of which nobody knows whose it is', () => {
  function hint(from: { name: string; address: string }, me = ME): string | null {
    const message = { ...head(from.address), from };
    const unknown = findCorrespondent(message, CLIENTS, me);
    return 'client' in unknown ? 'known' : refuseUnknown(message, unknown, CLIENTS, me).hint;
  }

  it('has the command that records it', () => {
    expect(hint({ name: 'Zoe "Z" Lang', address: 'zoe@lumen.example' })).toContain(
      "followup client NAME --new --person 'Zoe Z Lang <zoe@lumen.example>'",
    );
    expect(hint({ name: '', address: 'zoe@lumen.example' })).toContain("--person 'zoe <zoe@lumen.example>'");
  });

  it('guesses the client by the name of the person, and by that of the domain', () => {
    expect(hint({ name: 'Dana Reyes', address: 'dana@private.example' })).toContain(
      'followup client Acme --person',
    );
    expect(hint({ name: 'Eve', address: 'eve@mail.globex.test' })).toContain(
      'followup client Globex --person',
    );
  });

  it('names all clients that share a domain', () => {
    const said = hint({ name: '', address: 'new@shared.example' });
    expect(said).toContain('followup client Holding');
    expect(said).toContain('followup client Daughter');
  });

  it('mentions my own addresses where I gave none', () => {
    expect(hint({ name: '', address: 'i@my.example' }, [])).toContain(
      'followup config me.email i@my.example',
    );
    expect(hint({ name: '', address: 'i@my.example' })).not.toContain('me.email');
  });

  it('adds an address to those of somebody who has one already', () => {
    expect(personBehind({ name: 'Dana Reyes', address: 'd@new.example' }, ACME)).toEqual({
      name: 'Dana Reyes',
      email: 'dana@acme.example',
      otherEmails: ['dr@gmail.com', 'd@new.example'],
    });
  });
});

describe('addresses', () => {
  it('are the same in any letters, and with a tag', () => {
    expect(isSameAddress('Dana@Acme.example', 'dana+x+y@acme.example')).toBe(true);
    expect(isSameAddress('dan@acme.example', 'dana@acme.example')).toBe(false);
    expect(isSameAddress('+tag@acme.example', '@acme.example')).toBe(false);
  });

  it('have a domain of their own, or that of a public provider', () => {
    const shared = [
      'gmail.com',
      'outlook.com',
      'yahoo.co.uk',
      'hotmail.fr',
      'gmx.de',
      'web.de',
      'live.com.au',
      'qq.com',
    ];
    for (const domain of shared) expect(ownDomainOf(`x@${domain}`), domain).toBeNull();
    for (const domain of ['acme.example', 'gmail.acme.example', 'live-music.com', 'yahoo-consulting.de']) {
      expect(ownDomainOf(`x@${domain}`)).toBe(domain);
    }
  });
});

describe('a message', () => {
  const sent = (sentAt: string | null, receivedAt: string | null) =>
    saidAt({ ...head('a@b.example'), sentAt, receivedAt }, '2026-03-02T09:00:00.000Z');

  it('counts from when it was sent, else from when it arrived, else from now', () => {
    const early = '2026-03-02T08:00:00.000Z';
    const late = '2026-03-02T10:00:00.000Z';
    expect(sent(early, late)).toEqual({ at: early, instead: null });
    expect(sent(null, early)).toEqual({ at: early, instead: { of: 'no-date', by: 'arrival' } });
    expect(sent(late, early)).toEqual({ at: early, instead: { of: 'future', by: 'arrival' } });
    expect(sent(late, null)).toMatchObject({ at: '2026-03-02T09:00:00.000Z', instead: { by: 'now' } });
  });

  it.each([
    ['Re: Report', 'Report'],
    ['RE: AW: Fwd: [Project] Report', '[Project] Report'],
    ['Re[2]: Report', 'Report'],
    ['WG: R\u00fcckfrage: Angebot', 'R\u00fcckfrage: Angebot'],
    ['TR : Devis', 'Devis'],
    ['Reserve: seats', 'Reserve: seats'],
    ['Re:', ''],
  ])('%s is about: %s', (subject, bare) => {
    expect(bareSubject(subject)).toBe(bare);
  });

  it('is called by its subject, else by its first line; its words are never none', () => {
    expect(titleOf({ subject: 'Re: ', text: '\n\nCall me\nsoon' })).toBe('Call me');
    const message = { ...head('a@b.example'), id: 'x', text: '', elided: '', attachments: [] };
    expect(wordsOf(message)).toBe('(no words)');
    const attachments = [
      { name: 'a.pdf', type: 'application/pdf', size: 1 },
      { name: null, type: 'image/png', size: 1 },
    ];
    expect(wordsOf({ ...message, subject: 'Files', attachments })).toBe(
      'Files\n\n[attached: a.pdf, image/png]',
    );
  });
});
