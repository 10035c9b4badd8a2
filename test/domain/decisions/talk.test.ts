import { describe, expect, it } from 'vitest';
import { connectMessage } from '../../../src/domain/decisions/connect-message.ts';
import { decideCounter } from '../../../src/domain/decisions/counter.ts';
import type { Decide, Saying } from '../../../src/domain/decisions/decision.ts';
import { decideDone } from '../../../src/domain/decisions/done.ts';
import { decideDrop } from '../../../src/domain/decisions/drop.ts';
import { decideEdit } from '../../../src/domain/decisions/edit.ts';
import { decideLog } from '../../../src/domain/decisions/log.ts';
import { decideMove } from '../../../src/domain/decisions/move.ts';
import { decideOffer } from '../../../src/domain/decisions/offer.ts';
import { decideReopen } from '../../../src/domain/decisions/reopen.ts';
import type { Situation } from '../../../src/domain/decisions/situation.ts';
import { decideUpdate } from '../../../src/domain/decisions/update.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import {
  asked,
  commitment,
  complained,
  dropped,
  finished,
  given,
  mentioned,
  onNew,
  resolutionApproved,
  resolutionOffered,
  talkPromised,
} from '../../support/given.ts';
import { clientsNamed, date, march, NOW } from '../../support/situation.ts';

/** The complaint has a promise to speak again, `talk`. */
const TALK = { ...commitment(talkPromised()), uid: 'talk', number: 2 };
const withTalk: Partial<Situation> = { belongingTo: (uid) => (uid === 'it' ? [TALK] : []) };
const kept = { stream: 'commitment talk', event: { type: 'PromiseKept' as const, at: NOW } };
const told = { type: 'UpdateGiven' as const, text: 'we are on it', at: NOW };
/** The next promise to speak again. */
const next = (uid: string, number = 10) => [
  { stream: onNew(uid), event: { type: 'NumberGiven' as const, number } },
  {
    stream: onNew(uid),
    event: {
      type: 'PromiseMade' as const,
      title: 'speak again about: The totals are wrong',
      client: 'joe',
      due: date(9),
      belongsTo: { complaint: 'it', as: 'talk' as const },
      at: NOW,
    },
  },
];

describe('the promise to speak again about a complaint', () => {
  it('is kept by an update, which may make the next one', () => {
    given(complained()).when(decideUpdate, { text: told.text }, withTalk).records(told, kept);
    given(complained())
      .when(decideUpdate, { text: told.text, next: date(9) }, withTalk)
      .records(told, kept, ...next('new1'));
  });
  it('is kept by words to them', () => {
    const words = { direction: 'out' as const, text: told.text, needsReply: false };
    given(complained())
      .when(decideLog, { ...words, next: date(9) }, withTalk)
      .records(
        {
          stream: 'contact new1',
          event: {
            type: 'ContactRecorded',
            client: 'joe',
            direction: 'out',
            text: told.text,
            at: NOW,
            about: 'it',
          },
        },
        { ...told, contact: 'new1' },
        kept,
        ...next('new2'),
      );
  });
  it('is not kept by words of theirs', () => {
    given(complained())
      .when(decideLog, { direction: 'in', text: 'well?', needsReply: false }, withTalk)
      .leaves({ state: 'owed' });
    given(complained())
      .when(decideLog, { direction: 'in', text: 'well?', needsReply: false, next: date(9) }, withTalk)
      .isRefused('no-updates-owed');
  });
  it('is kept when the resolution is put to them', () => {
    given(complained()).when(decideOffer, {}, withTalk).records({ type: 'ResolutionOffered', at: NOW }, kept);
    given(complained())
      .when(decideOffer, { next: date(9) }, withTalk)
      .records({ type: 'ResolutionOffered', at: NOW }, kept, ...next('new1'));
  });
  it('is kept by a new date and by the end of the complaint', () => {
    given(complained())
      .when(decideMove, { date: date(10), because: 'data late', inWriting: false }, withTalk)
      .records({ type: 'DateMoved', date: date(10), because: 'data late', inWriting: false, at: NOW }, kept);
    given(complained(), resolutionOffered(), resolutionApproved())
      .when(decideDone, {}, withTalk)
      .records({ type: 'Delivered', at: NOW }, kept);
  });
  it('ends with a complaint that is dropped', () => {
    given(complained())
      .when(decideDrop, { because: 'they left' }, withTalk)
      .records(
        { type: 'Dropped', because: 'they left', at: NOW },
        { stream: 'commitment talk', event: { type: 'Dropped', because: 'they left', at: NOW } },
      );
  });
  it('goes on with a complaint that is opened again, if it ended with it', () => {
    const talk = (end: CommitmentEvent) => ({
      belongingTo: () => [{ ...commitment(talkPromised(), end), uid: 'talk' }],
    });
    const again = { type: 'Reopened' as const, at: NOW };
    given(complained(), dropped(march(4)))
      .when(decideReopen, {}, talk(dropped(march(4))))
      .records(again, { stream: 'commitment talk', event: again });
    given(complained(), dropped(march(4)))
      .when(decideReopen, {}, talk(dropped(march(3))))
      .records(again);
    given(complained(), dropped(march(4)))
      .when(decideReopen, {}, talk(finished('PromiseKept')))
      .records(again);
  });
  it('is not kept by a word that was said before it was made', () => {
    const later = { ...TALK, createdAt: march(4, '12:00') };
    given(complained())
      .when(decideUpdate, { text: told.text, at: march(4, '11:00') }, { belongingTo: () => [later] })
      .records({ ...told, at: march(4, '11:00') });
  });
  it('is kept once', () => {
    const over = { ...commitment(talkPromised(), finished('PromiseKept')), uid: 'talk' };
    given(complained())
      .when(decideUpdate, { text: told.text }, { belongingTo: () => [over] })
      .records(told);
  });
  it('that was kept is a word about the complaint', () => {
    given(talkPromised({ belongsTo: { complaint: 'c1', as: 'talk' } }))
      .when(decideDone, { via: 'phone' })
      .records(
        { type: 'PromiseKept', at: NOW, via: 'phone' },
        { stream: 'commitment c1', event: { type: 'TalkHeld', at: NOW, via: 'phone' } },
      );
  });
  it('is kept by a message of mine that turns out to be about it', () => {
    const contact = {
      uid: 'mail',
      client: 'joe',
      direction: 'out' as const,
      text: told.text,
      at: NOW,
      via: 'email' as const,
      about: null,
      opened: null,
      joined: null,
      draft: null,
      messageId: 'a@b',
      subject: null,
      quoted: null,
      thread: null,
    };
    const connect: Decide<Saying> = (c, _input, situation) => connectMessage(c, 'a@b', situation);
    given(complained())
      .when(connect, {}, { ...withTalk, contactWith: () => contact })
      .records(
        { stream: 'contact mail', event: { type: 'ContactConnected', about: 'it', at: NOW } },
        { ...told, contact: 'mail', via: 'email' },
        { ...kept, event: { ...kept.event, via: 'email' } },
      );
  });
  it('is not spoken about itself: words go to its complaint', () => {
    const about = { numberOf: (uid: string) => (uid === 'c1' ? 7 : null) };
    const talk = talkPromised({ belongsTo: { complaint: 'c1', as: 'talk' } });
    given(talk).when(decideUpdate, { text: 'x' }, about).isRefused('about-talk', 'followup update 7 TEXT');
    given(talk)
      .when(decideLog, { direction: 'in', text: 'x', needsReply: false }, about)
      .isRefused('about-talk', 'followup heard --about 7 TEXT');
  });
  it('goes to another client with its complaint', () => {
    given(complained())
      .when(
        decideEdit,
        { client: mentioned('Globex') },
        { ...withTalk, clients: clientsNamed('Joe', 'Globex') },
      )
      .records(
        { type: 'DetailsChanged', client: 'globex', at: NOW },
        { stream: 'commitment talk', event: { type: 'DetailsChanged', client: 'globex', at: NOW } },
      );
  });
  it('is only for complaints', () => {
    given(asked())
      .when(decideOffer, { date: date(9), next: date(9) })
      .isRefused('next-unused');
  });
});

describe('a resolution', () => {
  it('has no date of its own to offer', () => {
    given(complained())
      .when(decideOffer, { date: date(9) })
      .isRefused('date-unused', 'resolve 1 --remedy');
    given(complained()).when(decideOffer, { because: 'x' }).isRefused('date-unused');
  });
  it('is refused with a reason, and then owed again', () => {
    given(complained(), resolutionOffered())
      .when(decideCounter, { because: 'nobody checks it' })
      .records({ type: 'ResolutionRejected', because: 'nobody checks it', at: NOW });
    given(complained(), resolutionOffered())
      .when(decideCounter, { because: 'nobody checks it' })
      .leaves({ state: 'owed', complaint: expect.objectContaining({ loops: 1, putAt: null }) });
    given(complained(), resolutionOffered()).when(decideCounter, {}).isRefused('reason-missing');
    given(complained(), resolutionOffered())
      .when(decideCounter, { because: 'x', date: date(9) })
      .isRefused('date-unused', '--needed-by');
  });
});

describe('the end of a complaint', () => {
  it('without their approval needs a reason, which is told', () => {
    given(complained())
      .when(decideDone, { withoutApproval: 'they left the company' })
      .records({ type: 'Delivered', at: NOW, withoutApproval: 'they left the company' });
    given(complained())
      .when(decideDone, { withoutApproval: 'they left the company' })
      .leaves({ complaint: expect.objectContaining({ withoutApproval: 'they left the company' }) });
  });
  it('without their approval is no word to them', () => {
    given(complained({ at: march(3) }))
      .when(decideDone, { withoutApproval: 'they left the company' })
      .leaves({ state: 'done', lastWordAt: null });
  });
  it('without their approval ends the promise to speak again, because nobody spoke', () => {
    given(complained())
      .when(decideDone, { withoutApproval: 'they left' }, withTalk)
      .records(
        { type: 'Delivered', at: NOW, withoutApproval: 'they left' },
        { stream: 'commitment talk', event: { type: 'Dropped', because: 'they left', at: NOW } },
      );
  });
  it('with their approval needs none', () => {
    given(complained(), resolutionOffered(), resolutionApproved())
      .when(decideDone, { withoutApproval: 'not needed' })
      .records({ type: 'Delivered', at: NOW });
  });
  it('of another kind cannot be without approval', () => {
    given(asked()).when(decideDone, { withoutApproval: 'x' }).isRefused('transition-not-allowed', 'done 1');
  });
  it('keeps what would remove the need', () => {
    given(asked())
      .when(decideDone, { removal: 'an export that they run themselves' })
      .records(
        { type: 'Delivered', at: NOW },
        { type: 'RemovalNamed', text: 'an export that they run themselves', at: NOW },
      );
  });
});
