import { describe, expect, it } from 'vitest';
import { factsIn, type StoryFacts } from '../../../src/domain/drafts/facts.ts';
import type { CommitmentEvent, StoryEvent } from '../../../src/domain/streams/events.ts';
import {
  accepted,
  agreed,
  asked,
  awaited,
  complained,
  confirmed,
  countered,
  finished,
  moved,
  offered,
  promised,
  reopened,
  replyOwed,
  told,
} from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

const facts = (...events: CommitmentEvent[]) => factsIn(events as StoryEvent[]);
const at = march(2, '09:30');
const corrected = (fields: object): CommitmentEvent => ({ type: 'DetailsChanged', at: NOW, ...fields });

/** A time of a standing promise that was made on the 1st. */
const AGAIN = {
  standing: 'status',
  on: date(13).at,
  due: date(13).at,
  since: march(1),
  byItself: true,
} as const;

/** The facts that are there. */
function present(found: StoryFacts): Partial<StoryFacts> {
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== null && (value as object[]).length !== 0),
  );
}

describe('what an event says that a message may repeat', () => {
  const on2 = { at, via: null };
  it.each<[string, CommitmentEvent, Partial<StoryFacts>]>([
    ['a request', asked({ wantedBy: date(9), via: 'phone' }), { asked: { at, via: 'phone', date: date(9) } }],
    [
      'a promise that came round again: it was said when the standing promise got its cadence',
      promised({ due: date(13), at: march(6), occurrence: AGAIN }),
      { promised: { at: march(1), via: null, date: date(13) } },
    ],
    [
      'the same of what they do',
      awaited({ due: date(13), at: march(6), occurrence: AGAIN }),
      { theirPromise: { at: march(1), via: null, date: date(13) } },
    ],
    [
      'a reply that is owed',
      replyOwed({ via: 'email' }),
      { asked: { at, via: 'email', date: date(9, '15:00') } },
    ],
    ['a complaint', complained(), { asked: { ...on2, date: date(9) } }],
    [
      'a promise of mine',
      promised(),
      { promised: { ...on2, date: date(9) }, lastTold: { ...on2, date: null } },
    ],
    ['a promise of theirs', awaited({ via: 'chat' }), { theirPromise: { at, via: 'chat', date: date(9) } }],
    [
      'a question of mine',
      awaited({ contact: 'words' }),
      { question: { ...on2, date: date(9) }, lastTold: { ...on2, date: null } },
    ],
  ])('%s', (_, event, said) => expect(present(facts(event))).toEqual(said));

  it('an intention that nobody was told is none', () => {
    expect(present(facts(promised({ unsaid: true })))).toEqual({});
  });
  it('an offer, its refusal and the date that both agreed on', () => {
    const all = facts(
      asked({ because: 'audit' }),
      offered(date(6), { via: 'email' }),
      countered({ because: 'board meeting' }),
      agreed(date(5), { via: 'phone' }),
    );
    expect(all).toMatchObject({
      offered: { at: march(3, '10:00'), via: 'email', date: date(6) },
      agreed: { at: march(4, '10:00'), via: 'phone', date: date(5) },
      earlierDate: null,
      reasons: ['audit', 'board meeting'],
    });
  });
  it('a reason that they did not give is none', () => {
    expect(facts(asked(), countered({ because: 'none' })).reasons).toEqual([]);
  });
  it('the date after it was moved, and the one before', () => {
    expect(facts(asked(), agreed(date(6)), moved(date(9)))).toMatchObject({
      agreed: { date: date(9), at: march(4, '11:00') },
      earlierDate: date(6),
    });
    expect(facts(awaited(), moved(date(10)))).toMatchObject({
      agreed: { date: date(10) },
      earlierDate: date(9),
    });
  });
  it('a date that was typed wrong as it was meant, said when it was said', () => {
    const due = { date: date(9), was: date(6) };
    expect(facts(asked(), agreed(date(6)), corrected({ due })).agreed).toEqual({
      at: march(4, '10:00'),
      via: null,
      date: date(9),
    });
    expect(facts(promised(), corrected({ due })).promised?.date).toEqual(date(9));
    expect(facts(awaited(), corrected({ due })).theirPromise?.date).toEqual(date(9));
    expect(facts(awaited({ contact: 'x' }), corrected({ due })).question?.date).toEqual(date(9));
    expect(facts(asked(), offered(date(6)), corrected({ offered: due })).offered?.date).toEqual(date(9));
    expect(facts(asked({ wantedBy: date(6) }), corrected({ wantedBy: date(9) })).asked?.date).toEqual(
      date(9),
    );
    expect(facts(asked({ wantedBy: date(6) }), corrected({ wantedBy: null })).asked?.date).toBeNull();
    expect(facts(asked({ wantedBy: date(6) }), corrected({ title: 'Rapport' })).asked?.date).toEqual(date(6));
  });
  it('the last of my words', () => {
    const lastTold = { at: march(6), via: null, date: null };
    for (const word of [told(march(6)), confirmed(march(6)), finished('Delivered', { at: march(6) })]) {
      expect(facts(asked(), agreed(date(9)), word).lastTold).toEqual(lastTold);
    }
  });
  it('how it ended', () => {
    expect(facts(asked(), finished('Delivered', { at: march(6) }), accepted(march(9)))).toMatchObject({
      delivered: { at: march(6) },
      accepted: { at: march(9) },
    });
    expect(facts(promised(), finished('PromiseKept')).delivered).toMatchObject({ at: NOW });
    expect(facts(awaited(), finished('AwaitedReceived')).received).toMatchObject({ at: NOW });
  });
  it('how it ended no longer, once it is open again', () => {
    const again = facts(asked(), finished('Delivered'), accepted(), reopened());
    expect(again).toMatchObject({ delivered: null, accepted: null });
    expect(facts(awaited(), finished('AwaitedReceived'), reopened()).received).toBeNull();
  });
});
