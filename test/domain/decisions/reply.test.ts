import { describe, expect, it } from 'vitest';
import { decideAnswer } from '../../../src/domain/decisions/answer.ts';
import { decideConfirm } from '../../../src/domain/decisions/confirm.ts';
import { decideDone } from '../../../src/domain/decisions/done.ts';
import { decideLog } from '../../../src/domain/decisions/log.ts';
import { decideUpdate } from '../../../src/domain/decisions/update.ts';
import type { Channel } from '../../../src/domain/streams/channel.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import {
  asked,
  commitment,
  contactSaying,
  finished,
  given,
  mentioned,
  replyOwed,
  told,
} from '../../support/given.ts';
import { date, march, NOW, SETTINGS } from '../../support/situation.ts';

const joe = mentioned('Joe');
const says = { direction: 'in', text: 'And now?', needsReply: true } as const;
const word = { type: 'WordHeard', text: says.text, contact: 'new1', at: NOW } as const;

/** The contact that the words are recorded as. */
const contact = contactSaying(says.text);
/** Whatever is recorded on a stream. */
const anything = (stream: string) => ({ stream, event: expect.anything() as never });
const dueAt = (at: string) => expect.objectContaining({ due: { at, zone: 'UTC', grain: 'time' } });

/** An open reply, `other`, that words about the commitment have opened. */
const openReply: Commitment = { ...commitment(replyOwed()), uid: 'other', number: 7 };

describe('words of theirs that need an answer', () => {
  it('are due by the rule for their channel, else by the general one', () => {
    const clockSettingsOf = () => ({ ...SETTINGS, replyWithinBy: { phone: { workingMinutes: 120 } } });
    const due = (via: Channel | undefined, at: string) =>
      given()
        .when(decideLog, { ...says, client: joe, via }, { clockSettingsOf } as never)
        .records(contact(via ? { opened: 'new2', via } : { opened: 'new2' }), anything('commitment new2'), {
          stream: 'commitment new2',
          event: dueAt(at) as never,
        });
    due('email', march(6, '09:00'));
    due(undefined, march(6, '09:00'));
  });

  it('join the open reply that they are about, whose clock stays', () => {
    given(replyOwed())
      .when(decideLog, says)
      .records(contact({ about: 'it', joined: 'it' }), word);
    given(replyOwed())
      .when(decideLog, says)
      .leaves({ due: date(9, '15:00'), lastWordAt: null, state: 'owed' });
  });
  it('join a reply that words about the same commitment have opened', () => {
    given(asked())
      .when(decideLog, says, { repliesAbout: () => [openReply] })
      .records(contact({ about: 'it', joined: 'other' }), word, { stream: 'commitment other', event: word });
  });
  it('open their own where that reply is answered, or of somebody else', () => {
    const opens = (reply: Commitment, order: string) =>
      given(asked())
        .when(decideLog, says, { repliesAbout: () => [reply] })
        .records(contact({ about: 'it', opened: 'new2' }), word, anything('commitment new2'), {
          stream: 'commitment new2',
          event: expect.objectContaining({ type: 'ReplyOwed', order }) as never,
        });
    opens({ ...openReply, client: 'acme' }, 'first');
    opens({ ...openReply, closedAt: march(4), state: 'done', lastWordAt: march(4) }, 'next');
  });
  it('open their own where they are about nothing', () => {
    given()
      .when(decideLog, { ...says, client: joe }, { repliesAbout: () => [openReply] })
      .records(contact({ opened: 'new2' }), anything('commitment new2'), {
        stream: 'commitment new2',
        event: expect.objectContaining({ order: 'first' }) as never,
      });
  });
  it('are a next reply where I have said something about the same before, and not where that came later', () => {
    const order = (lastWord: string) =>
      expect.objectContaining({ type: 'ReplyOwed', order: lastWord > NOW ? 'first' : 'next' });
    for (const at of [march(4), march(6)]) {
      given(asked(), told(at))
        .when(decideLog, says)
        .records(contact({ about: 'it', opened: 'new2' }), word, anything('commitment new2'), {
          stream: 'commitment new2',
          event: order(at) as never,
        });
    }
  });
  it('cannot say another date, or another topic, of the reply that they join', () => {
    given(replyOwed())
      .when(decideLog, { ...says, replyBy: date(6) })
      .isRefused('joins-reply', 'followup move 1 DATE --because WHY');
    given(replyOwed())
      .when(decideLog, { ...says, replyBy: date(9, '15:00') })
      .records(contact({ about: 'it', joined: 'it' }), word);
    given(replyOwed())
      .when(decideLog, { ...says, topic: 'totals' })
      .isRefused('joins-reply', 'followup edit 1 --topic TOPIC');
  });
  it('that came before those that opened it move its clock there, unless somebody named the date', () => {
    const byRule = replyOwed({ at: march(4, '10:00'), due: date(5, '10:00') });
    given(byRule)
      .when(decideLog, { ...says, at: march(3, '11:00') })
      .leaves({ due: date(4, '11:00'), createdAt: march(3, '11:00') });
    given(replyOwed({ at: march(4, '10:00'), due: date(12) }))
      .when(decideLog, { ...says, at: march(3, '11:00') })
      .leaves({ due: date(12), createdAt: march(4, '10:00') });
    given(byRule)
      .when(decideLog, { ...says, at: march(3, '11:00'), needsReply: false })
      .leaves({ due: date(5, '10:00') });
  });
  it('without --needs-reply wake nothing', () => {
    given(asked())
      .when(decideLog, { ...says, needsReply: false }, { repliesAbout: () => [openReply] })
      .records(contact({ about: 'it' }), word);
    given(replyOwed(), finished('ReplyGiven'))
      .when(decideLog, { ...says, text: 'Thanks, OK', needsReply: false })
      .leaves({ state: 'done' });
  });
});

describe('an answer', () => {
  const late = { due: date(3, '10:00') };
  it('that comes late says when it was due, whichever verb records it', () => {
    const reply = replyOwed(late);
    const said = { type: 'ReplyGiven', at: NOW, due: late.due } as const;
    given(reply).when(decideDone, {}).records(said);
    given(replyOwed({ ...late, decided: true }))
      .when(decideConfirm, {})
      .records({ type: 'PutInWriting', at: NOW }, said);
    given(reply)
      .when(decideAnswer, { text: 'yes' })
      .records(anything('contact new1'), { ...said, text: 'yes', contact: 'new1' });
  });
  it('that was given in time and is recorded late is not late', () => {
    given(replyOwed(late))
      .when(decideDone, { at: march(3, '09:00') })
      .records({ type: 'ReplyGiven', at: march(3, '09:00') });
  });
  it('is not an interim word, which moves nothing', () => {
    given(replyOwed(late))
      .when(decideUpdate, { text: 'on it' })
      .leaves({ state: 'owed', ...late });
  });
  it('leaves open what it says is still open: a next reply, with a clock of its own', () => {
    given(replyOwed({ person: 'Dana', topic: 'totals' }))
      .when(decideAnswer, { text: 'on Monday', via: 'phone', still: ['who comes?', 'the invoice'] })
      .records(
        { stream: 'contact new1', event: expect.objectContaining({ about: 'it', opened: 'new2' }) as never },
        expect.objectContaining({ type: 'ReplyGiven' }),
        anything('commitment new2'),
        {
          stream: 'commitment new2',
          event: {
            type: 'ReplyOwed',
            title: 'who comes?',
            client: 'joe',
            due: date(6, '09:00'),
            contact: 'new1',
            person: 'Dana',
            topic: 'totals',
            order: 'next',
            restOf: 'it',
            at: NOW,
            via: 'phone',
          },
        },
        anything('commitment new3'),
        { stream: 'commitment new3', event: expect.objectContaining({ title: 'the invoice' }) as never },
      );
  });
});
