import { describe, expect, it } from 'vitest';
import { decideUpdateAll } from '../../../src/domain/decisions/update-all.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  complained,
  finished,
  given,
  offered,
  promised,
  replyOwed,
  talkPromised,
} from '../../support/given.ts';
import { date, NOW } from '../../support/situation.ts';

const said = { client: { uid: 'joe', name: 'Joe' }, text: 'I was ill, and am back' };

/** A commitment with a uid of its own. */
function named(uid: string, ...events: readonly CommitmentEvent[]): Commitment {
  return { ...commitment(...events), uid };
}

const contact = {
  stream: 'contact new1',
  event: { type: 'ContactRecorded', client: 'joe', direction: 'out', text: said.text, at: NOW } as const,
};
const word = (uid: string, fields: object = {}) => ({
  stream: `commitment ${uid}`,
  event: { type: 'UpdateGiven', text: said.text, contact: 'new1', at: NOW, ...fields } as const,
});

describe('a word about everything open with a client', () => {
  it('is one contact, and a word about each', () => {
    const pending = [
      named('asked', asked()),
      named('offered', asked(), offered(date(12))),
      named('agreed', asked(), agreed(date(12))),
      named('promised', promised()),
      named('reply', replyOwed()),
    ];
    given()
      .when(decideUpdateAll, said, { pendingOf: () => pending })
      .records(contact, ...pending.map(({ uid }) => word(uid)));
  });
  it('is not about what they owe, what is delivered, what they were never told, or what is for others', () => {
    const pending = [
      named('theirs', awaited()),
      named('delivered', asked(), agreed(date(12)), finished('Delivered')),
      named('unsaid', promised({ unsaid: true })),
      named('other', asked({ client: 'acme' })),
    ];
    given()
      .when(decideUpdateAll, said, { pendingOf: () => pending })
      .isRefused('nothing-open', 'followup told Joe TEXT');
  });
  it('keeps the promise to speak again about a complaint, and makes it anew', () => {
    const talk = {
      ...named('talk', talkPromised({ due: date(6) })),
      belongsTo: { complaint: 'wrong', as: 'talk' as const },
    };
    given()
      .when(
        decideUpdateAll,
        { ...said, next: date(10) },
        { pendingOf: () => [named('wrong', complained()), talk], belongingTo: () => [talk] },
      )
      .records(
        contact,
        word('wrong'),
        { stream: 'commitment talk', event: { type: 'PromiseKept', at: NOW } },
        { stream: 'commitment new2', event: { type: 'NumberGiven', number: 10 } },
        {
          stream: 'commitment new2',
          event: expect.objectContaining({ type: 'PromiseMade', due: date(10) }) as never,
        },
      );
  });
  it('promises the next word of all that owe one', () => {
    const pending = [named('agreed', asked(), agreed(date(12))), named('reply', replyOwed())];
    given()
      .when(decideUpdateAll, { ...said, next: date(10) }, { pendingOf: () => pending })
      .records(contact, word('agreed', { next: date(10) }), word('reply'));
    given()
      .when(decideUpdateAll, { ...said, next: date(10) }, { pendingOf: () => [named('reply', replyOwed())] })
      .isRefused('no-updates-owed', '--next');
  });
  it('needs words, and a next time that lies ahead', () => {
    const pendingOf = () => [named('asked', asked())];
    given()
      .when(decideUpdateAll, { ...said, text: '' }, { pendingOf })
      .isRefused('text-missing', 'update -c Joe');
    given()
      .when(decideUpdateAll, { ...said, next: date(4) }, { pendingOf })
      .isRefused('date-past');
  });
});
