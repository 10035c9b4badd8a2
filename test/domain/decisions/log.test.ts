import { describe, expect, it } from 'vitest';
import { decideLog } from '../../../src/domain/decisions/log.ts';
import {
  asked,
  awaited,
  commitment,
  contactSaying,
  finished,
  given,
  mentioned,
  onNew,
  replyOwed,
  yesterday,
} from '../../support/given.ts';
import { clientsNamed, date, march, NOW } from '../../support/situation.ts';

const says = { direction: 'in', text: 'Where are we?', needsReply: false } as const;

describe('told and heard record a contact and what follows from it', () => {
  const joe = mentioned('Joe');
  const contact = contactSaying(says.text);
  const word = { text: says.text, contact: 'new1', at: NOW };

  it('words in are a contact and nothing else', () => {
    given()
      .when(decideLog, { ...says, client: joe, via: 'phone' })
      .records(contact({ via: 'phone' }));
  });
  it('a known client is not looked for by name, whatever else the name may mean', () => {
    const clients = clientsNamed('Joe', 'Joe Smith').map((client) => ({ ...client, retiredAt: march(1) }));
    given()
      .when(
        decideLog,
        { ...says, client: { uid: 'joe smith', name: 'Joe' } },
        { clients, clientsLike: () => expect.fail('was looked for') },
      )
      .records(
        { stream: 'client joe smith', event: { type: 'ClientReturned', at: NOW } },
        contact({ client: 'joe smith' }),
      );
  });
  it('words to somebody new create the client', () => {
    given()
      .when(decideLog, { ...says, client: mentioned('Globex'), direction: 'out' })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Globex', at: NOW } },
        { ...contact({ client: 'new1', direction: 'out' }), stream: 'contact new2' },
      );
  });
  it('words out about a commitment are an update of it', () => {
    given(asked())
      .when(decideLog, { ...says, client: joe, direction: 'out' })
      .records(contact({ direction: 'out', about: 'it' }), { type: 'UpdateGiven', ...word });
  });
  it('words in about a commitment restart no clock', () => {
    given(asked())
      .when(decideLog, { ...says, client: joe })
      .records(contact({ about: 'it' }), { type: 'WordHeard', ...word });
    given(asked())
      .when(decideLog, { ...says, client: joe })
      .leaves({ lastWordAt: null });
  });
  it('words out about a reply are the answer: it is done', () => {
    given(replyOwed())
      .when(decideLog, { ...says, client: joe, direction: 'out' })
      .records(contact({ direction: 'out', about: 'it' }), { type: 'ReplyGiven', ...word });
    given(replyOwed())
      .when(decideLog, { ...says, client: joe, direction: 'out' })
      .leaves({ state: 'done', closedAt: NOW });
  });
  it('words out about a reply that is closed are an update', () => {
    given(replyOwed(), finished('ReplyGiven', { at: march(4) }))
      .when(decideLog, { ...says, client: joe, direction: 'out' })
      .leaves({ state: 'done', closedAt: march(4), lastWordAt: NOW });
  });
  it('words in that need an answer open a reply, due a working day later', () => {
    given()
      .when(decideLog, { ...says, client: joe, needsReply: true })
      .records(
        contact({ opened: 'new2' }),
        { stream: onNew('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new2'),
          event: {
            type: 'ReplyOwed',
            title: says.text,
            client: 'joe',
            due: { at: march(6, '09:00'), zone: 'UTC', grain: 'time' },
            contact: 'new1',
            order: 'first',
            at: NOW,
          },
        },
      );
  });
  it('words out that need an answer open an awaiting, and the asking was a word', () => {
    given()
      .when(decideLog, { ...says, client: joe, direction: 'out', needsReply: true, replyBy: date(10) })
      .records(
        contact({ direction: 'out', opened: 'new2' }),
        { stream: onNew('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new2'),
          event: {
            type: 'PromiseAwaited',
            title: says.text,
            client: 'joe',
            who: 'joe',
            due: date(10),
            contact: 'new1',
            at: NOW,
          },
        },
      );
  });
  it('an answer that was due in the past is refused', () => {
    given()
      .when(decideLog, { ...says, client: joe, needsReply: true, replyBy: yesterday })
      .isRefused('date-past');
  });
  it('words to one client about a commitment of another are refused', () => {
    given(asked())
      .when(decideLog, { ...says, client: mentioned('Acme Corp'), direction: 'out' })
      .isRefused('about-another-client', '--about 1');
  });
  it('about an awaiting may go to whoever promised and to the client it concerns', () => {
    for (const name of ['Joe', 'Acme Corp']) {
      given(awaited({ who: 'joe', client: 'acme corp' }))
        .when(decideLog, { ...says, client: mentioned(name), direction: 'out' })
        // The contact itself says who heard it, so telling one of them does not tell the other.
        .leaves({ lastWordAt: null });
    }
  });
  it('what the words are about names the client', () => {
    given(asked())
      .when(decideLog, { ...says, direction: 'out' })
      .records(contact({ direction: 'out', about: 'it' }), { type: 'UpdateGiven', ...word });
    // About what somebody promised for a client, they go to whoever promised.
    given(awaited({ who: 'joe', client: 'acme corp' }))
      .when(decideLog, { ...says, direction: 'out' })
      .records(contact({ direction: 'out', about: 'it', client: 'joe' }), { type: 'UpdateGiven', ...word });
    given().when(decideLog, says).isRefused('client-missing');
    given({ type: 'RequestRecorded', title: 'Report', scope: 'in', at: march(2) })
      .when(decideLog, says)
      .isRefused('client-missing');
  });
  it('words of theirs about what I asked are the answer: it is received', () => {
    const received = { type: 'AwaitedReceived' as const, ...word };
    const question = awaited({ contact: 'contact' });
    given(question)
      .when(decideLog, says)
      .records(contact({ about: 'it' }), received);
    given(question).when(decideLog, says).leaves({ state: 'done', closedAt: NOW });
    given(question, finished('AwaitedReceived', { at: march(4) }))
      .when(decideLog, says)
      .records(contact({ about: 'it' }), { type: 'WordHeard', ...word });
  });
  it('about what they promised, they are only words, unless it came with them', () => {
    given(awaited())
      .when(decideLog, says)
      .records(contact({ about: 'it' }), { type: 'WordHeard', ...word });
    given(awaited())
      .when(decideLog, { ...says, received: true })
      .leaves({ state: 'done' });
    given(asked())
      .when(decideLog, { ...says, received: true })
      .leaves({ state: 'asked' });
  });
  it('words wake a client who is retired', () => {
    const clients = clientsNamed('Joe').map((client) => ({ ...client, retiredAt: march(3) }));
    const returned = { stream: 'client joe', event: { type: 'ClientReturned' as const, at: NOW } };
    given()
      .when(decideLog, { ...says, client: joe }, { clients })
      .records(returned, contact({}));
    given(asked(), finished('Delivered'))
      .when(decideLog, says, { clients })
      .records(returned, contact({ about: 'it' }), { type: 'WordHeard', ...word });
  });
  it('words to a client with a nearly right name are refused', () => {
    given()
      .when(decideLog, { ...says, client: mentioned('Amce Corp') })
      .isRefused('client-near-miss', '--new-client');
  });
});

describe('a decision of theirs', () => {
  const decided = replyOwed({ title: 'Plan B', decided: true });

  it('is kept as words of theirs, and as a reply that puts it in writing', () => {
    given()
      .when(decideLog, { ...says, client: mentioned('joe'), text: 'Plan B', decided: true })
      .records(
        { stream: 'contact new1', event: expect.objectContaining({ text: 'Plan B', opened: 'new2' }) },
        { stream: onNew('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new2'),
          event: expect.objectContaining({ type: 'ReplyOwed', title: 'Plan B', decided: true }),
        },
      );
    expect(commitment(decided)).toMatchObject({
      state: 'owed',
      agreement: { inWriting: false },
      decided: true,
    });
  });
});
