import { describe, expect, it } from 'vitest';
import type { HeldUp } from '../../../src/domain/planning/held-up.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { nextSteps, remarksIfItCame, sayStep } from '../../../src/views/words/next-steps.ts';
import {
  accepted,
  agreed,
  approvedPrice,
  asked,
  awaited,
  commitment,
  complained,
  confirmed,
  countered,
  dropped,
  finished,
  moved,
  offered,
  priced,
  promised,
  remedyProposed,
  replyOwed,
  resolutionApproved,
  resolutionOffered,
} from '../../support/given.ts';
import { date, NOW } from '../../support/situation.ts';
import { viewContextAt } from '../../support/view-context.ts';

const COUNTER = 'if it does not suit them: followup counter 1 DATE --because WHY';
const PRICE = 'when you have told them what it costs: followup price 1 AMOUNT';
const FREE = 'if you give it: followup price 1 free --because WHY';
const APPROVE = 'when they approve the price: followup approve 1 WHO';
const DEAR = 'if it is too dear: followup counter 1 --because WHY';
const extra = asked({ scope: 'out' });
const YES = 'when they say yes: followup agree 1';
const WRITE = 'to put it in writing: followup draft 1 confirm';
const AGAIN = 'to offer another date, because that one has passed: followup offer 1';

async function stepsOf(events: readonly CommitmentEvent[], canKeep = true): Promise<string[]> {
  const view = { ...(await viewContextAt()), canKeep: () => canKeep };
  return nextSteps(commitment(...events), view).map(sayStep);
}

describe('what may come next', () => {
  it.each<[string, readonly CommitmentEvent[], readonly string[]]>([
    ['no date', [asked()], ['to offer a date that you can keep: followup offer 1']],
    ['a wish', [asked({ wantedBy: date(9) })], ['when you have said yes: followup agree 1']],
    [
      'a wish of a counter',
      [asked(), countered({ wanted: date(9) })],
      ['when you have said yes: followup agree 1'],
    ],
    [
      'a wish that has passed',
      [asked({ wantedBy: date(4) })],
      ['to offer a date that you can keep: followup offer 1'],
    ],
    ['extra work', [extra], [PRICE, FREE]],
    ['extra work priced', [extra, priced()], [APPROVE, DEAR, FREE]],
    [
      'extra work approved',
      [extra, priced(), approvedPrice()],
      ['to offer a date that you can keep: followup offer 1'],
    ],
    [
      'extra work delivered',
      [extra, finished('Delivered')],
      [PRICE, FREE, 'when they accept it: followup accept 1'],
    ],
    ['an offer', [asked(), offered(date(9))], [YES, COUNTER]],
    ['an offer that has passed', [asked(), offered(date(4))], [AGAIN, COUNTER]],
    ['a new date offered', [asked(), agreed(date(6)), offered(date(9))], [YES, COUNTER]],
    ['only spoken of', [asked(), agreed(date(9))], [WRITE, 'once it is in writing: followup confirm 1']],
    ['late', [asked(), agreed(date(4))], ['once it is delivered: followup done 1']],
    ['in writing', [asked(), agreed(date(9)), confirmed()], ['once it is delivered: followup done 1']],
    ['a promise', [promised()], ['once it is done: followup done 1']],
    ['a promise moved', [promised(), moved(date(10))], [WRITE, 'once it is in writing: followup confirm 1']],
    ['something awaited', [awaited()], ['once it is here: followup done 1']],
    ['a reply', [replyOwed()], ['when you answer: followup answer 1 TEXT']],
    ['a decision', [replyOwed({ decided: true })], ['once it is in writing: followup confirm 1']],
    [
      'a complaint',
      [complained()],
      [
        'to work out what makes it right: followup resolve 1',
        'when there is something to tell: followup update 1 TEXT',
      ],
    ],
    [
      'a complaint with a remedy',
      [complained(), remedyProposed()],
      [
        'to put it to them in writing: followup draft 1 resolution',
        'once you have told them: followup offer 1',
        'when there is something to tell: followup update 1 TEXT',
      ],
    ],
    [
      'a resolution that was put to them',
      [complained(), resolutionOffered()],
      [
        'when somebody there approves it: followup approve 1 WHO',
        'if it does not suit them: followup counter 1 --because WHY',
      ],
    ],
    [
      'a resolution that was approved',
      [complained(), resolutionOffered(), resolutionApproved()],
      ['once it is put right: followup done 1'],
    ],
    [
      'delivered',
      [asked(), agreed(date(9)), finished('Delivered')],
      ['when they accept it: followup accept 1'],
    ],
    [
      'done without an answer',
      [asked(), offered(date(9)), finished('Delivered')],
      ['when they accept it: followup accept 1'],
    ],
    ['dropped without an answer', [asked(), offered(date(9)), dropped()], []],
    ['accepted', [asked(), agreed(date(9)), finished('Delivered'), accepted()], []],
    ['a promise kept', [promised(), finished('PromiseKept')], []],
    ['dropped', [asked(), dropped()], []],
  ])('of %s', async (_what, events, steps) => {
    expect(await stepsOf(events)).toEqual(steps);
  });
  it('is an offer where the date that they would like cannot be kept', async () => {
    expect(await stepsOf([asked({ wantedBy: date(9) })], false)).toEqual([
      'to offer a date that you can keep: followup offer 1',
    ]);
  });
  it('is what I wait for, if a word of theirs may be that', async () => {
    const view = await viewContextAt();
    const waitedFor = (...events: CommitmentEvent[]) => remarksIfItCame(commitment(...events), view).length;
    expect(waitedFor(promised(), offered(date(12)))).toBe(2);
    expect(waitedFor(asked(), offered(date(12)))).toBe(2);
    expect(waitedFor(awaited())).toBe(1);
    expect(waitedFor(asked(), agreed(date(9)), finished('Delivered'))).toBe(1);
    expect(waitedFor(asked())).toBe(0);
    expect(waitedFor(promised())).toBe(0);
    expect(waitedFor(awaited(), finished('AwaitedReceived'))).toBe(0);
  });
});

describe('what may come next of what waits for something late of theirs', () => {
  const site = commitment(asked({ estimateHours: 8 }), agreed(date(6), { inWriting: true }));
  const held = (given: Partial<HeldUp> = {}): HeldUp => ({
    commitment: site,
    awaiting: { ...commitment(awaited({ due: date(3), blocks: 'it' })), number: 2 },
    lateness: { missed: [date(3)], workingDays: 2, until: null, isPart: false },
    ifNow: date(9),
    movesTo: date(10),
    ...given,
  });
  async function stepsWith(about: Commitment, ...heldUp: readonly HeldUp[]): Promise<string[]> {
    return nextSteps(about, { ...(await viewContextAt()), heldUp: () => heldUp }).map(sayStep);
  }
  const TELL = 'to tell them, with both dates: followup draft 1 offer';
  const DONE = 'once it is delivered: followup done 1';

  it('is to tell them, and to move the date once it is settled', async () => {
    expect(await stepsWith(site, held())).toEqual([
      TELL,
      'once both sides settled on Tue 10 Mar: followup move 1 --late 2',
      DONE,
    ]);
  });
  it('is the same once that has come', async () => {
    const { awaiting } = held();
    const came = { ...awaiting, state: 'done' as const, closedAt: NOW };
    expect(await stepsWith(came, held({ awaiting: came }))).toEqual([
      TELL,
      'once both sides settled on Tue 10 Mar: followup move 1 --late 2',
    ]);
  });
  it('is one move where several were late: the furthest', async () => {
    const other = { ...held().awaiting, number: 3 };
    expect(await stepsWith(site, held(), held({ awaiting: other, movesTo: date(12) }))).toEqual([
      TELL,
      'once both sides settled on Thu 12 Mar: followup move 1 --late 3',
      DONE,
    ]);
  });
  it('needs a date where none can be reckoned', async () => {
    expect(await stepsWith(site, held({ ifNow: null, movesTo: null }))).toContain(
      'once both sides settled on a date: followup move 1 DATE --late 2',
    );
  });
  it('is nothing where the date can still be kept, where another is offered, or nobody hears of it', async () => {
    expect(await stepsWith(site, held({ ifNow: date(6) }))).toEqual([DONE]);
    const offer = commitment(asked(), agreed(date(6)), offered(date(10)));
    expect((await stepsWith(offer, held({ commitment: offer }))).join()).not.toContain('--late');
    const own = { ...site, client: null };
    expect(await stepsWith(own, held({ commitment: own }))).toEqual([
      'once both sides settled on Tue 10 Mar: followup move 1 --late 2',
      DONE,
    ]);
  });
});
