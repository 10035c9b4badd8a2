import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { decideAccept } from '../../../src/domain/decisions/accept.ts';
import { decideAgree } from '../../../src/domain/decisions/agree.ts';
import { decideAnswer } from '../../../src/domain/decisions/answer.ts';
import { decideApprove } from '../../../src/domain/decisions/approve.ts';
import { decideConfirm } from '../../../src/domain/decisions/confirm.ts';
import { decideCounter } from '../../../src/domain/decisions/counter.ts';
import type { Decide, Decision } from '../../../src/domain/decisions/decision.ts';
import { decideDone } from '../../../src/domain/decisions/done.ts';
import { decideDrop } from '../../../src/domain/decisions/drop.ts';
import { decideEdit } from '../../../src/domain/decisions/edit.ts';
import { decideMove } from '../../../src/domain/decisions/move.ts';
import { decideNote } from '../../../src/domain/decisions/note.ts';
import { decideOffer } from '../../../src/domain/decisions/offer.ts';
import { decidePrice } from '../../../src/domain/decisions/price.ts';
import { decideReopen } from '../../../src/domain/decisions/reopen.ts';
import { decideResolve } from '../../../src/domain/decisions/resolve.ts';
import { decideSnooze } from '../../../src/domain/decisions/snooze.ts';
import { decideSpend } from '../../../src/domain/decisions/spend.ts';
import { decideUpdate } from '../../../src/domain/decisions/update.ts';
import { ballOf, type Commitment, isOpen } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { stateAfter, type TransitionVerb } from '../../../src/domain/streams/transitions.ts';
import {
  accepted,
  agreed,
  asked,
  awaited,
  commitment,
  complained,
  dropped,
  finished,
  offered,
  priced,
  promised,
  replyOwed,
  resolutionApproved,
  resolutionOffered,
} from '../../support/given.ts';
import { date, march, NOW, situation } from '../../support/situation.ts';

/** The events that lead to each row of the table. */
const HISTORIES: Readonly<Record<string, readonly CommitmentEvent[]>> = {
  'request asked': [asked()],
  'request offered': [asked(), offered(date(6))],
  'request agreed': [asked(), agreed(date(6))],
  'request agreed, offered': [asked(), agreed(date(6)), offered(date(10), { at: march(4, '12:00') })],
  'request done': [asked(), agreed(date(6)), finished('Delivered')],
  'request accepted': [asked(), agreed(date(6)), finished('Delivered'), accepted()],
  'request dropped': [asked(), dropped()],
  'request asked, out': [asked({ scope: 'out' })],
  'request asked, priced': [asked({ scope: 'out' }), priced()],
  'request agreed, priced': [asked({ scope: 'out' }), agreed(date(6)), priced()],
  'request done, out': [asked({ scope: 'out' }), finished('Delivered')],
  'request done, priced': [asked({ scope: 'out' }), finished('Delivered'), priced()],
  'promise agreed': [promised()],
  'promise agreed, offered': [promised(), offered(date(10), { at: march(4, '12:00') })],
  'promise done': [promised(), finished('PromiseKept')],
  'promise dropped': [promised(), dropped()],
  'awaiting waiting': [awaited()],
  'awaiting done': [awaited(), finished('AwaitedReceived')],
  'awaiting dropped': [awaited(), dropped()],
  'reply owed': [replyOwed()],
  'reply done': [replyOwed(), finished('ReplyGiven')],
  'reply dropped': [replyOwed(), dropped()],
  'complaint owed': [complained()],
  'complaint offered': [complained(), resolutionOffered()],
  'complaint agreed': [complained(), resolutionOffered(), resolutionApproved()],
  'complaint done': [complained(), finished('Delivered')],
  'complaint accepted': [complained(), finished('Delivered'), accepted()],
  'complaint dropped': [complained(), dropped()],
};

/** Every verb, with an input that can only be refused because the verb does not apply. */
const VERBS: Readonly<Record<TransitionVerb, (c: Commitment) => Decision>> = {
  // A complaint has no date to offer: its resolution is put to them.
  offer: (c) => decideOffer(c, { at: NOW, ...(c.kind !== 'complaint' && { date: date(11) }) }, situation()),
  agree: verb(decideAgree, { date: date(11), inWriting: false }),
  counter: verb(decideCounter, { because: 'board meeting' }),
  move: verb(decideMove, { date: date(11), because: 'data late', inWriting: false }),
  confirm: verb(decideConfirm, {}),
  update: verb(decideUpdate, { text: 'nothing new' }),
  done: verb(decideDone, {}),
  'done without approval': verb(decideDone, { withoutApproval: 'they left' }),
  approve: verb(decideApprove, { who: 'Dana Lee', inWriting: false, choices: [] }),
  price: verb(decidePrice, { price: { hours: 3 } }),
  resolve: verb(decideResolve, {
    facts: [{ text: 'no totals' }],
    conclusions: [],
    remedies: [],
    preventions: [],
  }),
  accept: verb(decideAccept, {}),
  drop: verb(decideDrop, { because: 'no budget' }),
  snooze: verb(decideSnooze, { until: date(9) }),
  reopen: verb(decideReopen, {}),
  spend: verb(decideSpend, { amount: { hours: 1 } }),
  note: verb(decideNote, { text: 'likes blue' }),
  edit: verb(decideEdit, { title: 'Annual report' }),
  answer: verb(decideAnswer, { text: 'on Monday' }),
};

function verb<Input>(decide: Decide<Input & { at: string }>, input: Input) {
  return (c: Commitment) => decide(c, { at: NOW, ...input }, situation());
}

/**
 * All transitions as one table: the state that each verb leads to, or `>verb` if it is refused in favour of another.
 * A column heading starts in the same place as its cells.
 */
const TABLE = `
                        | offer   | agree   | counter | move    | confirm | update  | done    | accept  | drop    | snooze  | reopen  | answer  | approve | price   | resolve | done without approval
request asked           | offered | agreed  | asked   | >agree  | >agree  | asked   | done    | >done   | dropped | asked   | >show   | >told   | >edit   | >edit   | >show   | >done
request offered         | offered | agreed  | asked   | >agree  | >agree  | offered | done    | >done   | dropped | offered | >show   | >told   | >agree  | >edit   | >show   | >done
request agreed          | agreed  | >move   | >move   | agreed  | agreed  | agreed  | done    | >done   | dropped | agreed  | >show   | >told   | >edit   | >edit   | >show   | >done
request agreed, offered | agreed  | agreed  | agreed  | agreed  | agreed  | agreed  | done    | >done   | dropped | agreed  | >show   | >told   | >edit   | >edit   | >show   | >done
request done            | >reopen | >reopen | >reopen | >reopen | done    | >told   | >accept | accepted| >reopen | done    | agreed  | >told   | >edit   | >edit   | >show   | >reopen
request accepted        | >reopen | >reopen | >reopen | >reopen | accepted| >told   | >reopen | >show   | >reopen | >reopen | agreed  | >told   | >edit   | >edit   | >show   | >reopen
request dropped         | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >reopen | >reopen | >reopen | >reopen | asked   | >told   | >reopen | >reopen | >show   | >reopen
request asked, out      | offered | agreed  | asked   | >agree  | >agree  | asked   | done    | >done   | dropped | asked   | >show   | >told   | >price  | asked   | >show   | >done
request asked, priced   | offered | agreed  | asked   | >agree  | >agree  | asked   | done    | >done   | dropped | asked   | >show   | >told   | asked   | asked   | >show   | >done
request agreed, priced  | agreed  | >move   | agreed  | agreed  | agreed  | agreed  | done    | >done   | dropped | agreed  | >show   | >told   | agreed  | agreed  | >show   | >done
request done, out       | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >accept | accepted| >reopen | done    | asked   | >told   | >price  | done    | >show   | >reopen
request done, priced    | >reopen | >reopen | done    | >reopen | >reopen | >told   | >accept | accepted| >reopen | done    | asked   | >told   | done    | done    | >show   | >reopen
promise agreed          | agreed  | >move   | >move   | agreed  | >move   | agreed  | done    | >done   | dropped | agreed  | >show   | >told   | >show   | >show   | >show   | >done
promise agreed, offered | agreed  | agreed  | agreed  | agreed  | >move   | agreed  | done    | >done   | dropped | agreed  | >show   | >told   | >agree  | >show   | >show   | >done
promise done            | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >reopen | >show   | >reopen | >reopen | agreed  | >told   | >show   | >show   | >show   | >reopen
promise dropped         | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >reopen | >reopen | >reopen | >reopen | agreed  | >told   | >show   | >show   | >show   | >reopen
awaiting waiting        | >move   | >move   | >move   | waiting | >move   | waiting | done    | >done   | dropped | waiting | >show   | >told   | >show   | >show   | >show   | >done
awaiting done           | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >reopen | >show   | >reopen | >reopen | waiting | >told   | >show   | >show   | >show   | >reopen
awaiting dropped        | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >reopen | >reopen | >reopen | >reopen | waiting | >told   | >show   | >show   | >show   | >reopen
reply owed              | >move   | >move   | >move   | owed    | >move   | owed    | done    | >done   | dropped | owed    | >show   | done    | >show   | >show   | >show   | >done
reply done              | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >reopen | >show   | >reopen | >reopen | owed    | >reopen | >show   | >show   | >show   | >reopen
reply dropped           | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >reopen | >reopen | >reopen | >reopen | owed    | >reopen | >show   | >show   | >show   | >reopen
complaint owed          | offered | >approve| >resolve| owed    | >move   | owed    | >resolve| >resolve| dropped | owed    | >show   | >told   | >offer  | >show   | owed    | done
complaint offered       | offered | >approve| owed    | >resolve| >move   | offered | >approve| >resolve| dropped | offered | >show   | >told   | agreed  | >show   | offered | done
complaint agreed        | >done   | >approve| >resolve| agreed  | >move   | agreed  | done    | >done   | dropped | agreed  | >show   | >told   | >done   | >show   | owed    | done
complaint done          | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >reopen | accepted| >reopen | done    | owed    | >told   | >reopen | >show   | >reopen | >reopen
complaint accepted      | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >reopen | >show   | >reopen | >reopen | owed    | >told   | >reopen | >show   | >reopen | >reopen
complaint dropped       | >reopen | >reopen | >reopen | >reopen | >reopen | >told   | >reopen | >reopen | >reopen | >reopen | owed    | >told   | >reopen | >show   | >reopen | >reopen
`;

/** Refusals for other reasons than that the verb does not apply. */
const CODES: Readonly<Record<string, string>> = {
  'approve a request asked': 'nothing-offered',
  'price a request asked': 'in-scope',
  'approve a request offered': 'nothing-offered',
  'price a request offered': 'in-scope',
  'agree a request agreed': 'nothing-offered',
  'approve a request agreed': 'nothing-offered',
  'price a request agreed': 'in-scope',
  'approve a request agreed, offered': 'nothing-offered',
  'price a request agreed, offered': 'in-scope',
  'approve a request done': 'nothing-offered',
  'price a request done': 'in-scope',
  'approve a request accepted': 'nothing-offered',
  'price a request accepted': 'in-scope',
  'approve a request asked, out': 'nothing-offered',
  'agree a request agreed, priced': 'nothing-offered',
  'approve a request done, out': 'nothing-offered',
  'agree a promise agreed': 'nothing-offered',
  'done a complaint owed': 'approval-missing',
  'approve a complaint owed': 'nothing-offered',
  'done a complaint offered': 'approval-missing',
};

const [headings = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const verbs = headings.filter((name) => name !== '');
const cases = rows.flatMap(([row = '', ...cells]) =>
  cells.map((cell, column) => ({ row, verb: verbs[column] ?? '', cell })),
);

function decide(row: string, verbName: string): { before: Commitment; decision: Decision } {
  const before = commitment(...(HISTORIES[row] ?? []));
  const decision = VERBS[verbName as TransitionVerb]?.(before);
  if (!decision) throw new Error(`There is no verb ${verbName}.`);
  return { before, decision };
}

function codeOf(row: string, verbName: string): string {
  if (verbName === 'confirm') return 'nothing-agreed';
  return CODES[`${verbName} a ${row}`] ?? 'transition-not-allowed';
}

describe('every verb in every state', () => {
  it('is in the table', () => {
    expect(rows.map(([row]) => row)).toEqual(Object.keys(HISTORIES));
    expect([...verbs, 'spend', 'note', 'edit'].sort()).toEqual(Object.keys(VERBS).sort());
    for (const { row } of cases) {
      const [kind, state] = row.split(/[ ,]+/);
      expect(commitment(...(HISTORIES[row] ?? []))).toMatchObject({ kind, state });
    }
  });

  const allowed = cases.filter(({ cell }) => !cell.startsWith('>'));
  it.each(allowed)('$verb a $row -> $cell', ({ row, verb: name, cell }) => {
    const { before, decision } = decide(row, name);
    expect(decision).not.toBeInstanceOf(Refusal);
    const events = (decision as Exclude<Decision, Refusal>).map(({ event }) => event as CommitmentEvent);
    const after = commitment(...(HISTORIES[row] ?? []), ...events);
    expect(stateAfter(name as TransitionVerb, before)).toBe(cell);
    expect(after).toMatchObject({ state: cell, uid: before.uid, number: before.number });
    expect(isOpen(after)).toBe(!['done', 'accepted', 'dropped'].includes(cell));
  });

  const refused = cases.filter(({ cell }) => cell.startsWith('>'));
  it.each(refused)('$verb a $row is refused, naming $cell', ({ row, verb: name, cell }) => {
    const { decision } = decide(row, name);
    expect(decision).toBeInstanceOf(Refusal);
    expect(decision).toMatchObject({ code: codeOf(row, name), kind: 'refused' });
    expect((decision as Refusal).hint).toMatch(new RegExp(`followup ${cell.slice(1)} (?:--about )?1`));
  });

  it.each(Object.keys(HISTORIES))('spend, note and edit are right for a %s', (row) => {
    for (const name of ['spend', 'note', 'edit']) {
      const { before, decision } = decide(row, name);
      expect(decision).not.toBeInstanceOf(Refusal);
      const events = (decision as Exclude<Decision, Refusal>).map(({ event }) => event as CommitmentEvent);
      expect(commitment(...(HISTORIES[row] ?? []), ...events).state).toBe(before.state);
    }
  });

  it.each([
    ['request asked', 'me'],
    ['request offered', 'them'],
    ['request agreed', 'me'],
    ['request agreed, offered', 'me'],
    ['request done', 'them'],
    ['request accepted', null],
    ['request dropped', null],
    ['promise agreed', 'me'],
    ['promise agreed, offered', 'me'],
    ['promise done', null],
    ['awaiting waiting', 'them'],
    ['awaiting done', null],
    ['reply owed', 'me'],
    ['reply done', null],
    ['complaint owed', 'me'],
    ['complaint offered', 'them'],
    ['complaint agreed', 'me'],
    ['complaint done', null],
  ])('the ball of a %s is with %s', (row, ball) => {
    expect(ballOf(commitment(...(HISTORIES[row] ?? [])))).toBe(ball);
  });
});
