import { describe, expect, it } from 'vitest';
import { fourQuestions } from '../../../src/domain/agenda/questions.ts';
import { isOpen, isUnpriced } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import type { GivenAnswer } from '../../../src/domain/streams/review.ts';
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
  givenFree,
  moved,
  offered,
  priced,
  promised,
  reopened,
  replyOwed,
  snoozed,
  spent,
  talkPromised,
} from '../../support/given.ts';
import { agendaAt, clientsNamed, date, march } from '../../support/situation.ts';

const NOTHING = { lines: [], open: [], deliveredUnpriced: [], closed: [], before: [], projects: [] };

/** The reasons to say no to each question after these events; Joe last heard from me at `heard`. */
function evidence(now: string, events: readonly CommitmentEvent[], heard: string | null = now): string[][] {
  const commitments = [commitment(...events)];
  const clients = clientsNamed('Joe').map((client) => ({ client, lastWordAt: heard }));
  const lines = agendaAt(now, commitments, { clients });
  const open = commitments.filter(isOpen);
  const closed = commitments.filter((each) => !isOpen(each));
  const deliveredUnpriced = closed.filter(isUnpriced);
  return fourQuestions({ ...NOTHING, now, lines, open, deliveredUnpriced, closed }).map((question) =>
    question.evidence.map(({ fact, client, since }) => [fact, client, since].join(' ')),
  );
}

describe('the four questions', () => {
  it('are put in their order', () => {
    expect(
      fourQuestions({ ...NOTHING, now: march(5) }).map(({ number, question }) => `${number} ${question}`),
    ).toEqual([
      '1 Is your client happy?',
      '2 Is your work correct?',
      '3 Is it on time?',
      '4 Is it on budget?',
    ]);
  });
  it('have no reason to say no when all is well', () => {
    const well = [asked({ estimateHours: 3 }), agreed(date(9)), confirmed(), spent(3)];
    expect(evidence(march(5), well)).toEqual([[], [], [], []]);
  });
});

describe('1 Is your client happy? No, if', () => {
  it('an update is overdue', () => {
    const [happy] = evidence(march(10), [asked(), agreed(date(27), { inWriting: true })]);
    expect(happy).toEqual([`update-overdue joe ${march(9)}`]);
  });
  it('a promise is overdue', () => {
    const [happy] = evidence(march(10), [promised({ at: march(4) })]);
    expect(happy).toEqual([`promise-overdue joe ${march(9)}`]);
  });
  it('an answer is owed, overdue or not', () => {
    expect(evidence(march(9, '10:00'), [replyOwed()])[0]).toEqual([`unanswered joe ${march(9, '15:00')}`]);
    expect(evidence(march(9, '16:00'), [replyOwed()])[0]).toEqual([`unanswered joe ${march(9, '15:00')}`]);
  });
  it('the client heard nothing for too long', () => {
    const [happy] = evidence(march(25), [asked({ at: march(25) })], march(2));
    expect(happy).toEqual([`quiet joe ${march(2)}`]);
  });
  it('the last answer before today was not yes, for a client or for all', () => {
    const given = (answer: GivenAnswer['answer'], at: string, client: string | null = null): GivenAnswer => ({
      uid: 'answer',
      number: 1,
      client,
      answer,
      note: null,
      promise: null,
      at,
    });
    const facts = (...before: GivenAnswer[]) =>
      fourQuestions({ ...NOTHING, now: march(6), before })[0]?.evidence.map(
        ({ fact, client }) => `${fact} ${client}`,
      );
    expect(facts(given('no', march(4)), given('unsure', march(5), 'joe'))).toEqual([
      'last-answer null',
      'last-answer joe',
    ]);
    expect(facts(given('no', march(4)), given('yes', march(5)))).toEqual([]);
    expect(facts({ ...given('no', march(4)), number: 2 })).toEqual([]);
  });
  it('but not because of what they owe, what is only due today, or what was not confirmed', () => {
    expect(evidence(march(20), [awaited()])[0]).toEqual([]);
    expect(evidence(march(9), [promised({ at: march(4) })])[0]).toEqual([]);
    expect(evidence(march(9), [asked(), agreed(date(9))])[0]).toEqual([]);
    expect(evidence(march(20), [asked(), offered(date(25))])[0]).toEqual([]);
  });
});

describe('2 Is your work correct? No, if', () => {
  const done = [asked(), agreed(date(6)), finished('Delivered', { at: march(5) })];
  it('what was delivered is not accepted', () => {
    expect(evidence(march(6), done)[1]).toEqual([`not-accepted joe ${march(5)}`]);
    expect(evidence(march(6), [...done, accepted()])[1]).toEqual([]);
  });
  it('but not for ever', () => {
    expect(evidence('2026-04-04T17:00:00.000Z', done)[1]).toHaveLength(1);
    expect(evidence('2026-04-04T17:00:01.000Z', done)[1]).toEqual([]);
  });
  it('it was reopened and is open', () => {
    expect(evidence(march(6), [...done, reopened()])[1]).toEqual(['reopened joe ']);
    expect(evidence(march(6), [...done, reopened(), dropped()])[1]).toEqual([]);
    expect(evidence(march(6), [talkPromised(), dropped(), reopened()])[1]).toEqual([]);
  });
  it('but not because a promise was kept', () => {
    expect(evidence(march(6), [promised(), finished('PromiseKept')])[1]).toEqual([]);
  });
});

describe('3 Is it on time? No, if', () => {
  it('it is late, snoozed or not', () => {
    const late = [asked(), agreed(date(6))];
    expect(evidence(march(9), late)[2]).toEqual([`late joe ${march(6)}`]);
    expect(evidence(march(9), [...late, snoozed(date(20), march(9))])[2]).toEqual([`late joe ${march(6)}`]);
  });
  it('the date was moved', () => {
    expect(evidence(march(5), [promised(), moved(date(12))])[2]).toEqual([`moved joe ${march(4, '11:00')}`]);
  });
  it('the work that is left no longer fits before the date', () => {
    const large = [asked({ estimateHours: 24 }), agreed(date(13), { inWriting: true })];
    expect(evidence(march(5), large)[2]).toEqual(['at-risk joe ']);
    expect(evidence(march(5), [...large, spent(20)])[2]).toEqual([]);
  });
  it('only once if it was moved and is late nevertheless', () => {
    expect(evidence(march(13), [promised(), moved(date(12))])[2]).toEqual([`late joe ${march(12)}`]);
  });
  it('but not what is closed', () => {
    expect(evidence(march(13), [promised(), moved(date(12)), finished('PromiseKept')])[2]).toEqual([]);
  });
});

describe('4 Is it on budget? No, if', () => {
  const estimated = asked({ estimateHours: 3 });
  it('it took more than was estimated', () => {
    expect(evidence(march(5), [estimated, spent(3.25)])[3]).toEqual(['over-estimate joe ']);
    expect(evidence(march(5), [estimated, spent(3)])[3]).toEqual([]);
  });
  it('also when it is done', () => {
    expect(evidence(march(6), [estimated, finished('Delivered', { tookHours: 4 })])[3]).toHaveLength(1);
  });
  it('but not without an estimate', () => {
    expect(evidence(march(5), [asked(), spent(100)])[3]).toEqual([]);
  });
  it('extra work has no approved price, or was delivered without one, however long ago', () => {
    const extra = asked({ scope: 'out', estimateHours: 3 });
    expect(evidence(march(5), [extra])[3]).toEqual([`unpriced joe ${march(2, '09:30')}`]);
    const delivered = [extra, finished('Delivered', { at: march(4) })];
    expect(evidence('2026-08-04T09:00:00.000Z', delivered)[3]).toEqual([
      `delivered-unpriced joe ${march(4)}`,
    ]);
    expect(evidence(march(5), [...delivered, givenFree({ at: march(5) })])[3]).toEqual([]);
    expect(evidence(march(5), [extra, priced(), approvedPrice()])[3]).toEqual([]);
  });
});
