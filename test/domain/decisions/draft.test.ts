import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { decideSentMessage, decideSentPart, decideWordsAlone } from '../../../src/domain/decisions/draft.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import {
  accepted,
  agreed,
  approvedPrice,
  asked,
  awaited,
  commitment,
  confirmed,
  dropped,
  finished,
  given,
  moved,
  priced,
  promised,
  replyOwed,
  reviewed,
  someTarget,
} from '../../support/given.ts';
import { clientsNamed, date, march, NOW, situation } from '../../support/situation.ts';

const message = {
  contact: 'words',
  client: 'joe',
  draft: 'd1',
  text: 'Hello',
  about: null,
  next: null,
  message: {},
};
const part = { text: 'Hello', contact: 'words', date: null, next: null };
const told = { type: 'UpdateGiven', text: 'Hello', contact: 'words', at: NOW } as const;
const contact = {
  type: 'ContactRecorded',
  client: 'joe',
  direction: 'out',
  text: 'Hello',
  draft: 'd1',
  at: NOW,
};

describe('a message that was sent', () => {
  it('is a word to the client, which names its draft', () => {
    expect(decideSentMessage({ ...message, at: NOW }, situation())).toEqual([
      { stream: { kind: 'contact', uid: 'words' }, event: contact },
    ]);
  });
  it('keeps about what it was, and where it stands', () => {
    const decided = decideSentMessage(
      {
        ...message,
        about: 'it',
        message: { messageId: 'm1@x', subject: 'Re: Report' },
        at: NOW,
        via: 'email',
      },
      situation(),
    );
    expect(decided).toEqual([
      {
        stream: { kind: 'contact', uid: 'words' },
        event: { ...contact, about: 'it', messageId: 'm1@x', subject: 'Re: Report', via: 'email' },
      },
    ]);
  });
  it('plans the next word, where no commitment keeps it', () => {
    const next = date(10);
    expect(decideSentMessage({ ...message, next, at: NOW }, situation())).toContainEqual({
      stream: { kind: 'client', uid: 'joe' },
      event: { type: 'WordPlanned', next, at: NOW },
    });
    const passed = decideSentMessage({ ...message, next: date(4), at: NOW }, situation());
    expect(passed).not.toContainEqual(expect.objectContaining({ stream: { kind: 'client', uid: 'joe' } }));
  });
  it('wakes a client who was retired', () => {
    const [joe] = clientsNamed('Joe');
    const clients = [{ ...(joe as Client), retiredAt: march(1) }];
    expect(decideSentMessage({ ...message, at: NOW }, situation({ clients }))).toContainEqual({
      stream: { kind: 'client', uid: 'joe' },
      event: { type: 'ClientReturned', at: NOW },
    });
  });
  it('cannot have been sent in the future', () => {
    expect(decideSentMessage({ ...message, at: march(6) }, situation())).toMatchObject({
      code: 'said-in-future',
    });
  });
});

describe('confirm', () => {
  const confirm = { ...part, kind: 'confirm' as const, date: date(6), via: 'email' as const };
  const word = { ...told, via: 'email' } as const;

  it('puts the date in writing', () => {
    given(asked(), agreed(date(6)))
      .when(decideSentPart, confirm)
      .records({ type: 'PutInWriting', at: NOW, via: 'email' }, word);
  });
  it('of what is in writing already is one more word about it', () => {
    given(asked(), agreed(date(6)), confirmed(march(4)))
      .when(decideSentPart, confirm)
      .records(word);
  });
  it('of another date than the agreed one is refused: that is not what they have read', () => {
    given(asked(), agreed(date(6)), moved(date(9)))
      .when(decideSentPart, confirm)
      .isRefused('date-changed', 'followup draft 1 confirm');
  });
  it('that was told on the phone is not in writing', () => {
    given(asked(), agreed(date(6)))
      .when(decideSentPart, { ...confirm, via: 'phone' })
      .isRefused('not-written');
  });
  it('without a date that was agreed is refused', () => {
    given(asked())
      .when(decideSentPart, { ...confirm, date: null })
      .isRefused('nothing-agreed');
  });
  it('of a decision of theirs is the answer to it', () => {
    given(replyOwed({ decided: true }))
      .when(decideSentPart, { ...confirm, date: null })
      .records(
        { type: 'PutInWriting', at: NOW, via: 'email' },
        { type: 'ReplyGiven', at: NOW, via: 'email' },
        word,
      );
  });
});

describe('offer and late', () => {
  it.each(['offer', 'late'] as const)('%s offers the date that it names', (kind) => {
    given(asked(), agreed(date(6)))
      .when(decideSentPart, { ...part, kind, date: date(10) })
      .records({ type: 'DateOffered', date: date(10), target: someTarget, at: NOW }, told);
  });
  it('leaves the agreed date as it is until they answer', () => {
    given(asked(), agreed(date(6)))
      .when(decideSentPart, { ...part, kind: 'late', date: date(10) })
      .leaves({ state: 'agreed', due: date(6), offer: expect.objectContaining({ date: date(10) }) });
  });
  it('names no date: only the words count', () => {
    given(asked(), agreed(date(6)))
      .when(decideSentPart, { ...part, kind: 'late' })
      .records(told);
  });
  it('of a date that has passed is refused', () => {
    given(asked())
      .when(decideSentPart, { ...part, kind: 'offer', date: date(4) })
      .isRefused('date-past');
  });
  it.each([
    ['a reply', [replyOwed()]],
    ['an awaiting', [awaited()]],
    ['what was dropped', [asked(), dropped(march(4))]],
  ])('about %s is refused', (_, events) => {
    given(...events)
      .when(decideSentPart, { ...part, kind: 'offer', date: date(10) })
      .isRefused('transition-not-allowed');
  });
});

describe('delivered, with a review window', () => {
  const delivered = { ...part, kind: 'delivered' as const, date: date(9) };
  const window = { type: 'ReviewWindowOpened', until: date(9), at: NOW } as const;

  it('hands it over and tells them until when they may object', () => {
    given(asked(), agreed(date(6)))
      .when(decideSentPart, delivered)
      .records({ type: 'Delivered', at: NOW }, window, told);
  });
  it('tells them of what was delivered already, and again with another end', () => {
    const done = [asked(), agreed(date(6)), finished('Delivered', { at: march(4) })];
    given(...done)
      .when(decideSentPart, delivered)
      .records(window, told);
    given(...done, reviewed(date(6), march(4)))
      .when(decideSentPart, delivered)
      .leaves({ delivery: expect.objectContaining({ review: { until: date(9), at: NOW } }) });
  });
  it('is refused for what they have accepted, or nobody accepts', () => {
    given(asked(), finished('Delivered'), accepted())
      .when(decideSentPart, delivered)
      .isRefused('transition-not-allowed');
    given(promised(), finished('PromiseKept')).when(decideSentPart, delivered).isRefused('nothing-to-accept');
  });
  it('is refused once its end has passed', () => {
    given(asked(), finished('Delivered', { at: march(3) }))
      .when(decideSentPart, { ...delivered, date: date(4) })
      .isRefused('date-past');
  });
});

describe('aftercare', () => {
  it('is a word that asks, and settles nothing', () => {
    const aftercare = { ...part, kind: 'aftercare' as const };
    given(asked(), finished('Delivered', { at: march(3) }))
      .when(decideSentPart, aftercare)
      .records(told);
  });
});

describe('delivered', () => {
  const delivered = { ...part, kind: 'delivered' as const };

  it('delivers what was open', () => {
    given(asked(), agreed(date(6)))
      .when(decideSentPart, delivered)
      .records({ type: 'Delivered', at: NOW }, told);
    given(promised()).when(decideSentPart, delivered).records({ type: 'PromiseKept', at: NOW }, told);
  });
  it('says it again where it was delivered already', () => {
    given(asked(), agreed(date(6)), finished('Delivered', { at: march(4) }))
      .when(decideSentPart, delivered)
      .records(told);
  });
  it('before it was asked for is refused', () => {
    given(asked({ at: march(4) }))
      .when(decideSentPart, { ...delivered, at: march(3) })
      .isRefused('before-request');
  });
});

describe('a word about a commitment', () => {
  it.each(['update', 'chase', 'thanks', 'scope'] as const)('is all that %s is', (kind) => {
    given(awaited())
      .when(decideSentPart, { ...part, kind })
      .records(told);
  });
  it('says when they hear next, if that is not at the date itself', () => {
    given(asked(), agreed(date(10)))
      .when(decideSentPart, { ...part, kind: 'update', next: date(9) })
      .records({ ...told, next: date(9) });
    given(asked(), agreed(date(10)))
      .when(decideSentPart, { ...part, kind: 'update', next: date(10) })
      .records(told);
  });
  it('is a word to the one who promised, also where that is not the client', () => {
    const decision = decideSentPart(
      commitment(awaited({ client: 'acme corp', who: 'joe' })),
      { ...part, kind: 'chase', at: NOW },
      situation(),
    );
    const events = decision instanceof Refusal ? [] : decision.map(({ event }) => event);
    expect(events).toEqual([{ type: 'UpdateGiven', text: 'Hello', at: NOW }]);
    given(awaited({ client: 'acme corp', who: 'joe' }))
      .when(decideSentPart, { ...part, kind: 'chase' })
      .leaves({ lastWordAt: NOW });
  });
  it('stays where the rest does not hold any more', () => {
    given(asked(), agreed(date(6)), moved(date(9)))
      .when(decideWordsAlone, { ...part, kind: 'confirm', date: date(6) })
      .records(told);
  });
});

describe('a price that was sent', () => {
  const extra = asked({ scope: 'out' });
  const price = { ...part, kind: 'price', price: { hours: 3 } } as const;

  it('is put to them, with its date', () => {
    given(extra)
      .when(decideSentPart, { ...price, date: date(9) })
      .records({ type: 'PricePut', amount: { hours: 3 }, date: date(9), at: NOW }, told);
  });
  it('is only said again where it was put before, also if they have said yes since', () => {
    given(extra, priced()).when(decideSentPart, price).records(told);
    given(extra, priced(), approvedPrice()).when(decideSentPart, price).records(told);
  });
  it('is put where the amount or the date is another one', () => {
    given(extra, priced({ amount: { minor: 300, currency: 'EUR' } }))
      .when(decideSentPart, price)
      .records({ type: 'PricePut', amount: { hours: 3 }, at: NOW }, told);
    given(extra, priced())
      .when(decideSentPart, { ...price, date: date(9) })
      .records({ type: 'PricePut', amount: { hours: 3 }, date: date(9), at: NOW }, told);
  });
  it('is only words where nobody knows the amount any more', () => {
    given(extra)
      .when(decideSentPart, { ...price, price: undefined })
      .records(told);
  });
});
