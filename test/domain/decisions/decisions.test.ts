import { describe, expect, it } from 'vitest';
import { decideAdd } from '../../../src/domain/decisions/add.ts';
import { decideAgree } from '../../../src/domain/decisions/agree.ts';
import { decideAwait } from '../../../src/domain/decisions/await.ts';
import { decideAway } from '../../../src/domain/decisions/away.ts';
import { decideClient } from '../../../src/domain/decisions/client.ts';
import { decideConfirm } from '../../../src/domain/decisions/confirm.ts';
import { decideCounter } from '../../../src/domain/decisions/counter.ts';
import { decideDone } from '../../../src/domain/decisions/done.ts';
import { decideDrop } from '../../../src/domain/decisions/drop.ts';
import { decideEdit } from '../../../src/domain/decisions/edit.ts';
import { decideRemember } from '../../../src/domain/decisions/jot.ts';
import { decideLog } from '../../../src/domain/decisions/log.ts';
import { decideMove } from '../../../src/domain/decisions/move.ts';
import { decideNote } from '../../../src/domain/decisions/note.ts';
import { decideOffer } from '../../../src/domain/decisions/offer.ts';
import { decidePromise } from '../../../src/domain/decisions/promise.ts';
import { decideReview } from '../../../src/domain/decisions/review.ts';
import { decideSnooze } from '../../../src/domain/decisions/snooze.ts';
import { decideSpend } from '../../../src/domain/decisions/spend.ts';
import { decideUpdateTime, decideWordTime } from '../../../src/domain/decisions/spread.ts';
import { decideUpdate } from '../../../src/domain/decisions/update.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import type { ClientEvent, QuestionAnswered } from '../../../src/domain/streams/events.ts';
import type { Moment } from '../../../src/domain/time/moment.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  complained,
  confirmed,
  finished,
  given,
  moved,
  offered,
  promised,
  replyOwed,
} from '../../support/given.ts';
import { clientsNamed, date, march, NOW, situation } from '../../support/situation.ts';

const known = (name: string) => ({ name, isNew: false });
const tomorrow = date(6);
const yesterday = date(4);
const add = { title: 'Report', inWriting: false, scope: 'in' } as const;
const says = { direction: 'in', text: 'Where are we?', needsReply: false } as const;
const ON_NEW = (uid: string) => `commitment ${uid}`;

/** Some target; which one is a matter of the forecast. */
const earlier = expect.objectContaining({ zone: 'UTC' });

describe('add records what they asked for', () => {
  it('without a date it is asked', () => {
    given()
      .when(decideAdd, { ...add, client: known('joe') })
      .records(
        { stream: ON_NEW('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new1'),
          event: { type: 'RequestRecorded', title: 'Report', client: 'joe', scope: 'in', at: NOW },
        },
      );
  });

  it('with a settled date it is agreed at once: two facts of one operation', () => {
    given()
      .when(decideAdd, { ...add, agreed: tomorrow, inWriting: true })
      .records(
        { stream: ON_NEW('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new1'),
          event: { type: 'RequestRecorded', title: 'Report', scope: 'in', at: NOW },
        },
        {
          stream: ON_NEW('new1'),
          event: { type: 'DateAgreed', date: tomorrow, target: earlier, inWriting: true, at: NOW },
        },
      );
  });

  it('a client whom nobody knows is created', () => {
    given()
      .when(decideAdd, { ...add, client: known('Globex') })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Globex', at: NOW } },
        { stream: ON_NEW('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new2'),
          event: { type: 'RequestRecorded', title: 'Report', client: 'new1', scope: 'in', at: NOW },
        },
      );
  });

  it('every detail is kept as it was given', () => {
    const cadence = { rrule: 'FREQ=DAILY', text: 'daily' };
    given()
      .when(decideAdd, {
        ...add,
        wantedBy: tomorrow,
        because: 'board meeting',
        estimateHours: 3,
        project: 'site',
        cadence,
        scope: 'out',
        via: 'phone',
        at: march(4, '16:00'),
      })
      .records(
        { stream: ON_NEW('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new1'),
          event: {
            type: 'RequestRecorded',
            title: 'Report',
            wantedBy: tomorrow,
            because: 'board meeting',
            estimateHours: 3,
            project: 'site',
            cadence,
            scope: 'out',
            via: 'phone',
            at: march(4, '16:00'),
          },
        },
      );
  });

  it('a wish or a settled date in the past is refused', () => {
    given()
      .when(decideAdd, { ...add, wantedBy: yesterday })
      .isRefused('date-past', '--asked');
    given()
      .when(decideAdd, { ...add, agreed: yesterday })
      .isRefused('date-past');
  });

  it('a wish that has passed since they asked is accepted', () => {
    given()
      .when(decideAdd, { ...add, wantedBy: yesterday, at: march(2, '10:00') })
      .records(
        { stream: ON_NEW('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new1'),
          event: {
            type: 'RequestRecorded',
            title: 'Report',
            scope: 'in',
            wantedBy: yesterday,
            at: march(2, '10:00'),
          },
        },
      );
  });

  it('a wish that lies before the asking is refused', () => {
    given()
      .when(decideAdd, { ...add, wantedBy: date(2), at: march(3, '10:00') })
      .isRefused('date-before-request');
  });
});

describe('promise and await need somebody and a date', () => {
  const promise = { title: 'Send the notes' };
  it('a promise to nobody is refused', () => {
    given()
      .when(decidePromise, { ...promise, due: tomorrow })
      .isRefused('client-missing', '--to CLIENT');
  });
  it('a promise without a date is refused', () => {
    given()
      .when(decidePromise, { ...promise, client: known('Joe') })
      .isRefused('date-missing', '--by DATE');
  });
  it('a promise for yesterday is refused', () => {
    given()
      .when(decidePromise, { ...promise, client: known('Joe'), due: yesterday })
      .isRefused('date-past');
  });
  it('a promise to do it today after work has ended says so, and how to say it', () => {
    given()
      .when(
        decidePromise,
        { ...promise, client: known('Joe'), due: date(5), at: march(5, '18:00') },
        { now: march(5, '18:00') },
      )
      .isRefused('date-past', 'today 8pm');
  });
  it('a promise is recorded', () => {
    given()
      .when(decidePromise, { ...promise, client: known('Joe'), due: tomorrow, estimateHours: 2 })
      .records(
        { stream: ON_NEW('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new1'),
          event: {
            type: 'PromiseMade',
            title: 'Send the notes',
            client: 'joe',
            due: tomorrow,
            target: earlier,
            estimateHours: 2,
            at: NOW,
          },
        },
      );
  });

  const figures = { title: 'The figures' };
  it('an awaiting from nobody is refused', () => {
    given()
      .when(decideAwait, { ...figures, due: tomorrow })
      .isRefused('client-missing', '--from WHO');
  });
  it('an awaiting without a date is refused', () => {
    given()
      .when(decideAwait, { ...figures, who: known('Joe') })
      .isRefused('date-missing', '--by DATE');
  });
  it('an awaiting for yesterday is refused', () => {
    given()
      .when(decideAwait, { ...figures, who: known('Joe'), due: yesterday })
      .isRefused('date-past');
  });
  it('what one says for another, and what it holds up, are kept', () => {
    given(asked())
      .when(decideAwait, { ...figures, who: known('Ann'), client: known('Joe'), due: tomorrow })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Ann', at: NOW } },
        { stream: ON_NEW('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new2'),
          event: {
            type: 'PromiseAwaited',
            title: 'The figures',
            who: 'new1',
            client: 'joe',
            due: tomorrow,
            blocks: 'it',
            at: NOW,
          },
        },
      );
  });
  it('one new name mentioned twice makes one client', () => {
    given()
      .when(decideAwait, { ...figures, who: known('Ann Lee'), client: known('ann-lee'), due: tomorrow })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Ann Lee', at: NOW } },
        { stream: ON_NEW('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new2'),
          event: {
            type: 'PromiseAwaited',
            title: 'The figures',
            who: 'new1',
            client: 'new1',
            due: tomorrow,
            at: NOW,
          },
        },
      );
  });
});

describe('a client is known by its name', () => {
  const clients = clientsNamed('Joe', 'Acme Corp', 'Acme Labs', 'Globex');
  const askedBy = (name: string, isNew = false) =>
    given().when(decideAdd, { ...add, client: { name, isNew } }, { clients });
  const recordsNew = (name: string) =>
    askedBy(name, true).records(
      { stream: 'client new1', event: { type: 'ClientAdded', name, at: NOW } },
      { stream: ON_NEW('new2'), event: { type: 'NumberGiven', number: 10 } },
      {
        stream: ON_NEW('new2'),
        event: { type: 'RequestRecorded', title: 'Report', client: 'new1', scope: 'in', at: NOW },
      },
    );

  it('a near miss is refused, naming the one that is there', () => {
    askedBy('Golbex').isRefused('client-near-miss', '--new-client');
  });
  it('a near miss is somebody else when that was said', () => recordsNew('Golbex'));
  it('a beginning that several share is refused', () => {
    askedBy('acme').isRefused('client-ambiguous', 'more of the name');
  });
  it('a beginning that several share is somebody else when that was said', () => recordsNew('Acme'));
  it('the beginning of a known name is somebody else when that was said', () => {
    const decision = decideAdd(
      null,
      { ...add, at: NOW, client: { name: 'Acme', isNew: true } },
      situation({ clients: clientsNamed('Acme Corp') }),
    );
    expect(decision).toContainEqual(
      expect.objectContaining({ event: { type: 'ClientAdded', name: 'Acme', at: NOW } }),
    );
  });
  it('the name of somebody known is that one, whatever was said', () => {
    given()
      .when(decideAdd, { ...add, client: { name: 'GLOBEX', isNew: true } }, { clients })
      .records(
        { stream: ON_NEW('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new1'),
          event: { type: 'RequestRecorded', title: 'Report', client: 'globex', scope: 'in', at: NOW },
        },
      );
  });
});

describe('nothing can have been said in the future', () => {
  const at = march(5, '09:01');
  it('by no verb', () => {
    const code = 'said-in-future';
    given()
      .when(decideAdd, { ...add, at })
      .isRefused(code);
    given()
      .when(decidePromise, { title: 'x', client: known('Joe'), due: tomorrow, at })
      .isRefused(code);
    given()
      .when(decideAwait, { title: 'x', who: known('Joe'), due: tomorrow, at })
      .isRefused(code);
    given()
      .when(decideLog, { ...says, client: known('Joe'), at })
      .isRefused(code, 'yesterday 4pm');
    given(asked()).when(decideOffer, { date: tomorrow, at }).isRefused(code);
    given(asked()).when(decideAgree, { date: tomorrow, inWriting: false, at }).isRefused(code);
    given(asked()).when(decideCounter, { because: 'x', at }).isRefused(code);
    given(asked(), agreed(tomorrow)).when(decideConfirm, { at }).isRefused(code);
    given(promised())
      .when(decideMove, { date: tomorrow, because: 'x', inWriting: false, at })
      .isRefused(code);
    given(asked()).when(decideUpdate, { text: 'x', at }).isRefused(code);
    given(asked()).when(decideSpend, { hours: 1, at }).isRefused(code);
    given(asked()).when(decideDone, { at }).isRefused(code);
    given(asked()).when(decideDrop, { because: 'x', at }).isRefused(code);
    given(asked()).when(decideSnooze, { until: tomorrow, at }).isRefused(code);
    given(asked()).when(decideNote, { text: 'x', at }).isRefused(code);
    given(asked()).when(decideEdit, { title: 'x', at }).isRefused(code);
  });
});

describe('offer, agree and counter', () => {
  it('an offer without a date is computed, and says from what', () => {
    given(asked({ estimateHours: 8 }))
      .when(decideOffer, { via: 'email' })
      .records({
        type: 'DateOffered',
        date: expect.objectContaining({ grain: 'day', zone: 'UTC' }),
        target: earlier,
        reckoning: {
          ahead: [],
          hoursAhead: 0,
          hours: 8,
          confidence: 0.8,
          chance: expect.any(Number),
          learntFrom: 0,
        },
        via: 'email',
        at: NOW,
      });
  });
  it('an offer may be the moment at which the work is estimated', () => {
    given(asked())
      .when(decideOffer, { date: date(13), estimateHours: 20, estimateRange: [16, 24] })
      .leaves({
        estimate: { hours: 20, range: [16, 24] },
        offer: { date: date(13), madeAt: NOW, target: earlier },
      });
  });
  it('an offer for the past is refused', () => {
    given(asked()).when(decideOffer, { date: yesterday }).isRefused('date-past');
    given(asked())
      .when(decideOffer, { date: date(5, '09:00') })
      .isRefused('date-past');
  });
  it('an offer that was made on Tuesday for Wednesday is accepted on Thursday', () => {
    given(asked())
      .when(decideOffer, { date: yesterday, via: 'phone', at: march(3, '12:00') })
      .records({
        type: 'DateOffered',
        date: yesterday,
        target: yesterday,
        via: 'phone',
        at: march(3, '12:00'),
      });
  });
  it('an offer that was made on Wednesday for Tuesday is not', () => {
    given(asked())
      .when(decideOffer, { date: date(3), at: march(4, '12:00') })
      .isRefused('date-past', '--at');
  });
  it('no date lies before the request', () => {
    given(asked({ at: march(4, '09:00') }))
      .when(decideOffer, { date: date(3), at: march(2, '12:00') })
      .isRefused('date-before-request', 'later date');
  });
  it('a second offer replaces the first', () => {
    given(asked(), offered(date(6)))
      .when(decideOffer, { date: date(10), because: 'holidays' })
      .leaves({
        state: 'offered',
        offer: expect.objectContaining({ date: date(10), madeAt: NOW }),
        due: null,
      });
  });
  it('on an agreed commitment the old date stands until they answer', () => {
    given(asked(), agreed(date(6)))
      .when(decideOffer, { date: date(10) })
      .leaves({
        state: 'agreed',
        offer: expect.objectContaining({ date: date(10), madeAt: NOW }),
        due: date(6),
      });
  });

  it('agree without a date settles the offer', () => {
    given(asked(), offered(date(6)))
      .when(decideAgree, { inWriting: false })
      .records({ type: 'DateAgreed', date: date(6), target: earlier, inWriting: false, at: NOW });
  });
  it('agree takes over the target of the offer, unless another date is settled', () => {
    const offer = offered(date(13), { target: date(10) });
    given(asked(), offer)
      .when(decideAgree, { inWriting: false })
      .leaves({ target: date(10) });
    given(asked(), offer)
      .when(decideAgree, { date: date(6), inWriting: false })
      .leaves({ due: date(6), target: earlier });
  });
  it('agree with a date settles that one', () => {
    given(asked(), offered(date(6)))
      .when(decideAgree, { date: date(9), inWriting: false })
      .leaves({ state: 'agreed', due: date(9), offer: null });
  });
  it('agree without an offer settles what they wished for', () => {
    given(asked({ wantedBy: date(6) }))
      .when(decideAgree, { inWriting: false })
      .records({ type: 'DateAgreed', date: date(6), target: earlier, inWriting: false, at: NOW });
  });
  it('agree with neither is refused', () => {
    given(asked()).when(decideAgree, { inWriting: false }).isRefused('date-missing', 'followup agree 1 DATE');
  });
  it('agree to an offer whose date has passed is refused', () => {
    given(asked(), offered(date(4)))
      .when(decideAgree, { inWriting: false })
      .isRefused('date-past');
  });
  it('they agreed on Tuesday to the offer for Wednesday', () => {
    given(asked(), offered(date(4)))
      .when(decideAgree, { inWriting: false, at: march(3, '16:00') })
      .leaves({ state: 'agreed', due: date(4), agreement: { at: march(3, '16:00'), inWriting: false } });
  });
  it('agree on an agreed commitment settles the pending offer', () => {
    given(asked(), agreed(date(6)), offered(date(10)))
      .when(decideAgree, { inWriting: false })
      .leaves({ state: 'agreed', due: date(10), offer: null });
  });
  it('agree on an agreed commitment without an offer points to move', () => {
    given(asked(), agreed(date(6)))
      .when(decideAgree, { date: date(10), inWriting: false })
      .isRefused('nothing-offered', 'followup move 1 DATE --because WHY');
  });

  it('counter needs the reason: it is the constraint to know', () => {
    given(asked(), offered(date(6)))
      .when(decideCounter, { date: date(5) })
      .isRefused('reason-missing', '--because WHY');
  });
  it('counter keeps their date as wanted, and the offer is gone', () => {
    given(asked(), offered(date(6)))
      .when(decideCounter, { date: date(5, '15:00'), because: 'board meeting' })
      .leaves({
        state: 'asked',
        wantedBy: date(5, '15:00'),
        offer: null,
        undatedSince: NOW,
      });
  });
  it('counter of a new date leaves the one that was agreed', () => {
    given(asked(), agreed(date(6)), offered(date(10), { at: march(4, '12:00') }))
      .when(decideCounter, { date: date(9), because: 'board meeting' })
      .leaves({ state: 'agreed', due: date(6), offer: null, wantedBy: date(9) });
  });
  it('counter without a date keeps the one that they wanted before', () => {
    given(asked({ wantedBy: date(9) }), offered(date(12)))
      .when(decideCounter, { because: 'too late' })
      .leaves({ state: 'asked', wantedBy: date(9) });
  });
  it('counter with a date in the past is refused', () => {
    given(asked()).when(decideCounter, { date: yesterday, because: 'x' }).isRefused('date-past');
  });
});

describe('move and confirm', () => {
  const move = { because: 'data late', inWriting: false };
  it('move needs a date and a reason', () => {
    given(promised()).when(decideMove, move).isRefused('date-missing', 'followup move 1 DATE');
    given(promised())
      .when(decideMove, { date: date(10), inWriting: false })
      .isRefused('reason-missing', '--because WHY');
  });
  it('move to the past is refused', () => {
    given(promised())
      .when(decideMove, { ...move, date: yesterday })
      .isRefused('date-past');
  });
  it('move keeps the state and counts', () => {
    given(asked(), agreed(date(6)), moved(date(9)))
      .when(decideMove, { ...move, date: date(10) })
      .leaves({ state: 'agreed', due: date(10), moves: 2, agreement: { at: NOW, inWriting: false } });
  });
  it('move takes the pending offer with it', () => {
    given(asked(), agreed(date(6)), offered(date(9)))
      .when(decideMove, { ...move, date: date(10) })
      .leaves({ due: date(10), offer: null });
  });

  it('confirm puts it in writing', () => {
    given(asked(), agreed(date(6)))
      .when(decideConfirm, {})
      .records({ type: 'PutInWriting', at: NOW });
  });
  it('confirm again changes nothing', () => {
    given(asked(), agreed(date(6)), confirmed())
      .when(decideConfirm, {})
      .changesNothing();
    given(asked(), agreed(date(6), { inWriting: true }))
      .when(decideConfirm, {})
      .changesNothing();
  });
  it('confirm is due again after the date was moved', () => {
    given(asked(), agreed(date(6)), confirmed(march(4, '10:30')), moved(date(9)))
      .when(decideConfirm, {})
      .leaves({ agreement: expect.objectContaining({ inWriting: true }) });
  });
  it('confirm without a date that was agreed or moved is refused', () => {
    given(asked(), offered(date(6)))
      .when(decideConfirm, {})
      .isRefused('nothing-agreed', 'followup agree 1');
    given(promised()).when(decideConfirm, {}).isRefused('nothing-agreed', 'followup move 1');
    given(promised(), moved(date(10)))
      .when(decideConfirm, {})
      .leaves({ agreement: expect.objectContaining({ inWriting: true }) });
  });

  it.each([
    ['email', true],
    ['letter', true],
    ['chat', true],
    ['phone', false],
    ['meeting', false],
    ['other', false],
    [undefined, false],
  ] as const)('a date settled by %s is in writing: %s', (via, inWriting) => {
    given(asked())
      .when(decideAgree, { date: date(6), inWriting: false, via })
      .leaves({ agreement: expect.objectContaining({ inWriting }) });
    given(promised())
      .when(decideMove, { ...move, date: date(10), via })
      .leaves({ agreement: expect.objectContaining({ inWriting }) });
  });
  it('a date settled by phone and then written down is in writing', () => {
    given(asked())
      .when(decideAgree, { date: date(6), inWriting: true, via: 'phone' })
      .leaves({ agreement: expect.objectContaining({ inWriting: true }) });
  });
});

describe('update, spend, note, snooze, edit', () => {
  it('update needs the words', () => {
    given(asked()).when(decideUpdate, { text: '' }).isRefused('text-missing', 'followup update 1 "');
  });
  it('update keeps what was promised with it', () => {
    const cadence = { rrule: 'FREQ=WEEKLY', text: 'weekly' };
    given(asked())
      .when(decideUpdate, { text: 'half done', next: date(10), cadence, via: 'email' })
      .records({ type: 'UpdateGiven', text: 'half done', next: date(10), cadence, via: 'email', at: NOW });
  });
  it('the next update lies ahead', () => {
    given(asked()).when(decideUpdate, { text: 'half done', next: yesterday }).isRefused('date-past');
  });
  it('note needs the words', () => {
    given(asked()).when(decideNote, { text: '' }).isRefused('text-missing', 'followup note 1 TEXT');
  });
  it('time that was spent is added up', () => {
    given(asked(), { type: 'EffortSpent', hours: 1.5, at: NOW })
      .when(decideSpend, { hours: 2 })
      .leaves({ spentHours: 3.5 });
  });
  it('a snooze begins its day at its start', () => {
    given(asked())
      .when(decideSnooze, { until: date(9) })
      .records({ type: 'Snoozed', until: { ...date(9), at: march(9, '00:00') }, at: NOW });
  });
  it('a snooze until a time is kept as it is', () => {
    given(asked())
      .when(decideSnooze, { until: date(5, '15:00') })
      .leaves({ snooze: { until: date(5, '15:00'), at: NOW } });
  });
  it('a snooze until now or earlier is refused', () => {
    given(asked())
      .when(decideSnooze, { until: date(5) })
      .isRefused('date-past', 'tomorrow');
    given(asked())
      .when(decideSnooze, { until: date(5, '09:00') })
      .isRefused('date-past');
  });
  it('edit needs something to put right', () => {
    given(asked()).when(decideEdit, {}).isRefused('nothing-to-edit', 'followup edit 1 --title');
  });
  it('edit changes what was named, takes away what is null, and leaves the rest', () => {
    given(asked({ estimateHours: 3, project: 'site', wantedBy: date(9) }))
      .when(decideEdit, { title: 'Annual report', project: null, scope: 'out' })
      .leaves({
        title: 'Annual report',
        project: null,
        scope: 'out',
        estimate: { hours: 3 },
        wantedBy: date(9),
        client: 'joe',
      });
  });
  it('edit to a client whom nobody knows creates it', () => {
    given(asked())
      .when(decideEdit, { client: known('Globex') })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Globex', at: NOW } },
        { type: 'DetailsChanged', client: 'new1', at: NOW },
      );
  });
  it('edit to a client of nearly that name is refused', () => {
    given(asked())
      .when(decideEdit, { client: known('Jeo') })
      .isRefused('client-near-miss');
  });
  it('edit to a wish in the past is refused', () => {
    given(asked()).when(decideEdit, { wantedBy: yesterday }).isRefused('date-past');
  });
});

describe('done and drop', () => {
  it.each([
    ['request', asked(), 'Delivered'],
    ['promise', promised(), 'PromiseKept'],
    ['awaiting', awaited(), 'AwaitedReceived'],
    ['reply', replyOwed(), 'ReplyGiven'],
  ] as const)('done means what the kind says: %s', (_kind, start, type) => {
    given(start)
      .when(decideDone, { tookHours: 3, via: 'email' })
      .records({ type, tookHours: 3, via: 'email', at: NOW });
  });
  it('a complaint is not done before they approved the remedy', () => {
    given(complained()).when(decideDone, {}).isRefused('approval-missing', 'followup update 1 TEXT');
  });
  it('done twice points to the acceptance', () => {
    given(asked(), finished('Delivered'))
      .when(decideDone, {})
      .isRefused('transition-not-allowed', 'accept 1');
  });
  it('done may have been yesterday', () => {
    given(promised())
      .when(decideDone, { at: march(4) })
      .leaves({ state: 'done', closedAt: march(4) });
  });
  it('drop needs the reason', () => {
    given(asked()).when(decideDrop, {}).isRefused('reason-missing', 'followup drop 1 --because WHY');
    given(asked()).when(decideDrop, { because: '' }).isRefused('reason-missing');
  });
});

describe('told and heard record a contact and what follows from it', () => {
  const joe = known('Joe');
  const contact = (fields: object) => ({
    stream: 'contact new1',
    event: {
      type: 'ContactRecorded' as const,
      client: 'joe',
      direction: 'in' as const,
      text: says.text,
      at: NOW,
      ...fields,
    },
  });
  const word = { text: says.text, contact: 'new1', at: NOW };

  it('words in are a contact and nothing else', () => {
    given()
      .when(decideLog, { ...says, client: joe, via: 'phone' })
      .records(contact({ via: 'phone' }));
  });
  it('words to somebody new create the client', () => {
    given()
      .when(decideLog, { ...says, client: known('Globex'), direction: 'out' })
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
        { stream: ON_NEW('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new2'),
          event: {
            type: 'ReplyOwed',
            title: says.text,
            client: 'joe',
            due: { at: march(6, '09:00'), zone: 'UTC', grain: 'time' },
            contact: 'new1',
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
        { stream: ON_NEW('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new2'),
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
  it('words to one about the matter of another are refused', () => {
    given(asked())
      .when(decideLog, { ...says, client: known('Acme Corp'), direction: 'out' })
      .isRefused('about-another-client', '--about 1');
  });
  it('of an awaiting both who promised and whose matter it is may be told', () => {
    for (const name of ['Joe', 'Acme Corp']) {
      given(awaited({ who: 'joe', client: 'acme corp' }))
        .when(decideLog, { ...says, client: known(name), direction: 'out' })
        // The contact itself says who heard it: a word to one of them is none to the other.
        .leaves({ lastWordAt: null });
    }
  });
  it('words to one whose name is nearly right are refused', () => {
    given()
      .when(decideLog, { ...says, client: known('Jeo') })
      .isRefused('client-near-miss', '--new-client');
  });
});

describe('what is recorded afterwards cannot change what was settled since', () => {
  const settledOnThe4th = [asked(), agreed(date(6), { at: march(4, '12:00'), inWriting: false })];
  const earlier = { at: march(3, '12:00') };

  it('an offer made before the agreement is refused', () => {
    given(...settledOnThe4th)
      .when(decideOffer, { date: date(9), ...earlier })
      .isRefused('overtaken', 'note 1');
  });
  it('so is a move', () => {
    given(...settledOnThe4th)
      .when(decideMove, { date: date(9), because: 'parts', inWriting: false, ...earlier })
      .isRefused('overtaken');
  });
  it('and a confirmation of a date that was not agreed yet', () => {
    given(...settledOnThe4th)
      .when(decideConfirm, earlier)
      .isRefused('overtaken');
  });
});

describe('what does not fit is refused, naming what does', () => {
  it('words in the air confirm nothing in writing', () => {
    given(asked(), agreed(date(6), { inWriting: false }))
      .when(decideConfirm, { via: 'phone' })
      .isRefused('not-written', '--via email');
  });
  it('a wish does not move a date that stands', () => {
    given(asked(), agreed(date(6)))
      .when(decideEdit, { wantedBy: date(9) })
      .isRefused('date-not-a-detail', 'followup move 1');
    given(asked())
      .when(decideEdit, { wantedBy: date(9) })
      .leaves({ wantedBy: date(9) });
  });
  it('nobody is owed updates on what they owe me', () => {
    given(awaited())
      .when(decideUpdate, { text: 'any news?', next: date(9) })
      .isRefused('no-updates-owed', 'followup snooze 1');
  });
  it('a new date that is agreed on in place of one that stood has moved', () => {
    given(asked(), agreed(date(6)), offered(date(9)))
      .when(decideAgree, { inWriting: true })
      .leaves({ due: date(9), moves: 1 });
  });
});

it('a refusal is told apart by code, message and hint', () => {
  expect(() => given(asked()).when(decideDrop, {}).isRefused('text-missing')).toThrow();
});

describe('away', () => {
  const skiing = { uid: 'ski', first: '2026-12-21', last: '2027-01-02', note: 'skiing' };
  const planned = { away: [skiing] };

  it('plans days, the first and the last among them', () => {
    given()
      .when(decideAway, { days: { first: '2026-12-21', last: '2027-01-02', note: 'skiing' } })
      .records({
        stream: 'away new1',
        event: { type: 'AwayPlanned', first: '2026-12-21', last: '2027-01-02', note: 'skiing', at: NOW },
      });
    given()
      .when(decideAway, { days: { first: '2027-01-03', last: '2027-01-03' } }, planned)
      .records({
        stream: 'away new1',
        event: { type: 'AwayPlanned', first: '2027-01-03', last: '2027-01-03', at: NOW },
      });
  });
  it('cancels the days away around a date', () => {
    given()
      .when(decideAway, { days: { cancel: '2026-12-24' } }, planned)
      .records({ stream: 'away ski', event: { type: 'AwayCancelled', at: NOW } });
    given()
      .when(decideAway, { days: { cancel: '2026-12-20' } }, planned)
      .isRefused('not-away', 'followup away');
  });
  it.each([
    ['away-backwards', '2026-12-22', '2026-12-21', 'first day first'],
    ['away-too-long', '2026-12-22', '2027-12-23', 'year'],
    ['away-already', '2026-12-01', '2026-12-21', '--cancel 2026-12-21'],
    ['away-already', '2026-12-24', '2026-12-24', '--cancel 2026-12-21'],
    ['away-already', '2027-01-02', '2027-01-05', '--cancel 2026-12-21'],
  ])('%s: %s to %s', (code, first, last, hint) => {
    given().when(decideAway, { days: { first, last } }, planned).isRefused(code, hint);
  });
});

describe('client', () => {
  const [joe] = clientsNamed('Joe');
  if (!joe) throw new Error('There is no Joe.');
  const inLondon = { clients: [{ ...joe, zone: 'Europe/London' }] };

  it('keeps the zone that they live in, and takes it away', () => {
    given()
      .when(decideClient, { client: joe, zone: 'Europe/London' })
      .records({
        stream: 'client joe',
        event: { type: 'ClientDetailsChanged', zone: 'Europe/London', at: NOW },
      });
    given()
      .when(decideClient, { client: joe, zone: null }, inLondon)
      .records({ stream: 'client joe', event: { type: 'ClientDetailsChanged', zone: null, at: NOW } });
  });
  it('said again changes nothing', () => {
    given().when(decideClient, { client: joe, zone: 'Europe/London' }, inLondon).changesNothing();
    given().when(decideClient, { client: joe }).changesNothing();
  });
  it('is refused for one who is not there any more', () => {
    given().when(decideClient, { client: joe, zone: null }, { clients: [] }).isRefused('no-such-client');
  });
});

describe('what is known about a client', () => {
  const [joe, acme] = clientsNamed('Joe', 'Acme Corp') as [Client, Client];
  const among = (...clients: Client[]) => ({ clients });
  const on = (stream: string, event: object) => ({ stream, event: { ...event, at: NOW } as ClientEvent });

  it('is who works there, and what to remember', () => {
    const dana = { name: 'Dana Reyes', email: 'dana@joe.com', role: 'CFO' };
    given()
      .when(decideClient, { client: joe, person: dana, remember: 'board meets Fridays' })
      .records(
        on('client joe', { type: 'PersonDescribed', ...dana }),
        on('client joe', { type: 'FactRemembered', text: 'board meets Fridays' }),
      );
  });
  it('goes again: a person by a name, a fact by its number or beginning', () => {
    const known = {
      ...joe,
      people: [{ name: 'Dana Reyes' }],
      facts: [
        { text: 'board meets Fridays', at: NOW },
        { text: 'likes blue', at: NOW },
      ],
    };
    given()
      .when(decideClient, { client: joe, gone: 'dana', outdated: '1' }, among(known))
      .records(
        on('client joe', { type: 'PersonLeft', name: 'Dana Reyes' }),
        on('client joe', { type: 'FactForgotten', text: 'board meets Fridays' }),
      );
    given()
      .when(decideClient, { client: joe, outdated: 'Likes' }, among(known))
      .records(on('client joe', { type: 'FactForgotten', text: 'likes blue' }));
    given().when(decideClient, { client: joe, gone: 'sam' }, among(known)).isRefused('no-such-person');
    given().when(decideClient, { client: joe, outdated: 'red' }, among(known)).isRefused('no-such-fact');
  });
  it('is a name that nobody else has', () => {
    given()
      .when(decideClient, { client: joe, name: 'Joseph' })
      .records(on('client joe', { type: 'ClientDetailsChanged', name: 'Joseph' }));
    given()
      .when(decideClient, { client: joe, name: 'ACME-Corp' })
      .isRefused('name-taken', 'followup client "Joe" --merge "Acme Corp"');
  });
  it('is what holds for them alone', () => {
    given()
      .when(decideClient, { client: joe, settings: { 'update.every': 'daily' } })
      .records(on('client joe', { type: 'ClientDetailsChanged', settings: { 'update.every': 'daily' } }));
    given()
      .when(
        decideClient,
        { client: joe, settings: { 'update.every': 'daily' } },
        among({ ...joe, settings: { 'update.every': 'daily' } }),
      )
      .changesNothing();
  });
  it('can turn out to be known already: all that was theirs moves', () => {
    const theirs = { ...acme, facts: [{ text: 'pays late', at: NOW }], people: [{ name: 'Sam' }] };
    const mine = commitment(asked({ client: acme.uid }));
    given()
      .when(
        decideClient,
        { client: joe, merge: acme },
        {
          ...among(joe, theirs),
          commitmentsOf: () => [mine],
          contactsOf: () => ['c1'],
          answersAbout: () => ['a1'],
        },
      )
      .records(
        on('client joe', { type: 'NameAdopted', name: 'Acme Corp', merged: 'acme corp' }),
        on('client joe', { type: 'PersonDescribed', name: 'Sam' }),
        on('client joe', { type: 'FactRemembered', text: 'pays late' }),
        { type: 'DetailsChanged', client: 'joe', at: NOW },
        on('contact c1', { type: 'ContactReassigned', client: 'joe' }),
        on('review a1', { type: 'AnswerReassigned', client: 'joe' }),
        on(`client ${acme.uid}`, { type: 'ClientMerged', name: 'Acme Corp', into: 'joe' }),
      );
    given().when(decideClient, { client: joe, merge: joe }).isRefused('same-client');
  });
  it('can be remembered of somebody who is mentioned for the first time', () => {
    given()
      .when(decideRemember, { client: known('Mark'), text: 'drives a van' })
      .records(
        on('client new1', { type: 'ClientAdded', name: 'Mark' }),
        on('client new1', { type: 'FactRemembered', text: 'drives a van' }),
      );
  });
});

describe('review keeps an answer', () => {
  const answered = (uid: string, fields: object) => ({
    stream: `review ${uid}`,
    event: { type: 'QuestionAnswered', ...fields, at: NOW } as QuestionAnswered,
  });

  it('for all or for one client, with what was said', () => {
    given()
      .when(decideReview, { number: 1, answer: 'yes', note: 'loves the draft' })
      .records(answered('new1', { number: 1, answer: 'yes', note: 'loves the draft' }));
    given()
      .when(decideReview, { number: 3, answer: 'unsure', client: 'joe' })
      .records(answered('new1', { number: 3, answer: 'unsure', client: 'joe' }));
  });
  it('and makes what will be done about a no a promise: to that client, to another, or to myself', () => {
    const remedy = { title: 'Send the totals', due: tomorrow };
    const promise = {
      type: 'PromiseMade',
      title: 'Send the totals',
      due: tomorrow,
      unsaid: true,
      at: NOW,
    } as const;
    // Whoever promises it to myself knows.
    const { unsaid: _unsaid, ...toMyself } = promise;
    const numbered = { stream: ON_NEW('new1'), event: { type: 'NumberGiven', number: 10 } } as const;
    const no = { number: 3, answer: 'no' } as const;
    const kept = { ...no, promise: 'new1' };
    given()
      .when(decideReview, { ...no, client: 'joe', remedy })
      .records(
        numbered,
        { stream: ON_NEW('new1'), event: { ...promise, client: 'joe' } },
        answered('new2', { ...kept, client: 'joe' }),
      );
    given()
      .when(decideReview, { ...no, remedy: { ...remedy, client: known('Joe') } })
      .records(
        numbered,
        { stream: ON_NEW('new1'), event: { ...promise, client: 'joe' } },
        answered('new2', kept),
      );
    given()
      .when(decideReview, { ...no, remedy })
      .records(numbered, { stream: ON_NEW('new1'), event: toMyself }, answered('new2', kept));
  });
  it('is refused with a remedy without words, or without a date that lies ahead', () => {
    const no = (remedy: { title: string; due?: Moment }) => ({ number: 1, answer: 'no', remedy }) as const;
    given()
      .when(decideReview, no({ title: 'Call' }))
      .isRefused('date-missing');
    given()
      .when(decideReview, no({ title: '', due: tomorrow }))
      .isRefused('text-missing');
    given()
      .when(decideReview, no({ title: 'Call', due: yesterday }))
      .isRefused('date-past');
  });
});

describe('spread', () => {
  it('plans an update or a word: no date moves, and nobody was told', () => {
    const late = [asked(), agreed(tomorrow, { at: march(2, '10:00') })];
    given(...late)
      .when(decideUpdateTime, { moment: date(9) })
      .records({ type: 'UpdatePlanned', next: date(9), at: NOW });
    given(...late)
      .when(decideUpdateTime, { moment: date(9) })
      .leaves({ due: tomorrow, nextPromised: date(9), lastWordAt: march(2, '10:00') });
    given(asked(), finished('Delivered'))
      .when(decideUpdateTime, { moment: date(9) })
      .isRefused('transition-not-allowed');
    const [joe] = clientsNamed('Joe') as [Client];
    given()
      .when(decideWordTime, { client: joe, moment: date(9) })
      .records({ stream: 'client joe', event: { type: 'WordPlanned', next: date(9), at: NOW } });
  });
});

describe('a decision of theirs', () => {
  const decided = replyOwed({ title: 'Plan B', decided: true });

  it('is kept as words of theirs, and as a reply that puts it in writing', () => {
    given()
      .when(decideLog, { ...says, client: known('joe'), text: 'Plan B', decided: true })
      .records(
        { stream: 'contact new1', event: expect.objectContaining({ text: 'Plan B', opened: 'new2' }) },
        { stream: ON_NEW('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new2'),
          event: expect.objectContaining({ type: 'ReplyOwed', title: 'Plan B', decided: true }),
        },
      );
    expect(commitment(decided)).toMatchObject({
      state: 'owed',
      agreement: { inWriting: false },
      decided: true,
    });
  });
  it('is done when it is confirmed', () => {
    given(decided)
      .when(decideConfirm, { via: 'email' })
      .records(
        { type: 'PutInWriting', at: NOW, via: 'email' },
        { type: 'ReplyGiven', at: NOW, via: 'email' },
      );
    given(decided)
      .when(decideConfirm, { via: 'email' })
      .leaves({ state: 'done', agreement: expect.objectContaining({ inWriting: true }) });
  });
});

describe('a promise to myself', () => {
  it('has nobody who waits for it', () => {
    for (const name of ['myself', 'Me']) {
      given()
        .when(decidePromise, { title: 'Raise the rates', client: known(name), due: tomorrow })
        .records(
          { stream: ON_NEW('new1'), event: { type: 'NumberGiven', number: 10 } },
          {
            stream: ON_NEW('new1'),
            event: { type: 'PromiseMade', title: 'Raise the rates', due: tomorrow, at: NOW },
          },
        );
    }
  });
});

describe('what makes the work right', () => {
  const tested = [asked({ rightWhen: 'the totals match' }), agreed(tomorrow)];

  it('is kept with the request, and with the delivery when it was looked at', () => {
    given()
      .when(decideAdd, { ...add, rightWhen: 'the totals match' })
      .records(
        { stream: ON_NEW('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: ON_NEW('new1'),
          event: expect.objectContaining({ rightWhen: 'the totals match' }),
        },
      );
    given(...tested)
      .when(decideDone, { isRight: true })
      .records({ type: 'Delivered', isRight: true, at: NOW });
    given(...tested)
      .when(decideDone, {})
      .records({ type: 'Delivered', at: NOW });
    given(asked(), agreed(tomorrow))
      .when(decideDone, { isRight: true })
      .records({ type: 'Delivered', at: NOW });
  });
});

describe('evidence', () => {
  it('is a note with a link, or a link alone', () => {
    given(asked())
      .when(decideNote, { text: '', link: 'approval.pdf' })
      .records({ type: 'NoteAdded', text: '', link: 'approval.pdf', at: NOW });
    given(asked()).when(decideNote, { text: '' }).isRefused('text-missing');
  });
});

describe('a new estimate', () => {
  const estimate = { estimateHours: 40 };
  it('moves the target of a date that was settled', () => {
    const before = [asked({ estimateHours: 2 }), agreed(date(13), { target: date(12) })];
    given(...before)
      .when(decideEdit, estimate)
      .leaves({ estimate: { hours: 40 }, due: date(13), target: earlier });
    given(...before)
      .when(decideEdit, { title: 'Report, by region' })
      .leaves({ target: date(12) });
  });
  it('makes the target of an offer void: what is agreed gets a new one', () => {
    const before = [asked({ estimateHours: 2 }), offered(date(13), { target: date(6) })];
    given(...before)
      .when(decideEdit, estimate)
      .leaves({ offer: { date: date(13), madeAt: march(3, '10:00'), target: null } });
  });
});

describe('an offer that was made earlier', () => {
  it('needs the date that was said then, because no other can be computed now', () => {
    given(asked())
      .when(decideOffer, { at: march(3, '12:00') })
      .isRefused('date-missing', 'followup offer 1 DATE');
  });
});
