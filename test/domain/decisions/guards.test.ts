import { describe, expect, it } from 'vitest';
import { decideAdd } from '../../../src/domain/decisions/add.ts';
import { decideAgree } from '../../../src/domain/decisions/agree.ts';
import { decideAwait } from '../../../src/domain/decisions/await.ts';
import { decideConfirm } from '../../../src/domain/decisions/confirm.ts';
import { decideCounter } from '../../../src/domain/decisions/counter.ts';
import { decideDone } from '../../../src/domain/decisions/done.ts';
import { decideDrop } from '../../../src/domain/decisions/drop.ts';
import { decideEdit } from '../../../src/domain/decisions/edit.ts';
import { decideLog } from '../../../src/domain/decisions/log.ts';
import { decideMove } from '../../../src/domain/decisions/move.ts';
import { decideNote } from '../../../src/domain/decisions/note.ts';
import { decideOffer } from '../../../src/domain/decisions/offer.ts';
import { decidePromise } from '../../../src/domain/decisions/promise.ts';
import { decideSnooze } from '../../../src/domain/decisions/snooze.ts';
import { decideSpend } from '../../../src/domain/decisions/spend.ts';
import { decideUpdate } from '../../../src/domain/decisions/update.ts';
import { agreed, asked, given, mentioned, onNew, promised, tomorrow } from '../../support/given.ts';
import { clientsNamed, date, march, NOW, situation } from '../../support/situation.ts';

const add = { title: 'Report', inWriting: false, scope: 'in' } as const;
const says = { direction: 'in', text: 'Where are we?', needsReply: false } as const;

describe('a client is known by its name', () => {
  const clients = clientsNamed('Joe', 'Acme Corp', 'Acme Labs', 'Globex');
  const askedBy = (name: string, isNew = false) =>
    given().when(decideAdd, { ...add, client: { name, isNew } }, { clients });
  const recordsNew = (name: string) =>
    askedBy(name, true).records(
      { stream: 'client new1', event: { type: 'ClientAdded', name, at: NOW } },
      { stream: onNew('new2'), event: { type: 'NumberGiven', number: 10 } },
      {
        stream: onNew('new2'),
        event: { type: 'RequestRecorded', title: 'Report', client: 'new1', scope: 'in', at: NOW },
      },
    );

  it('a near miss is refused, naming the one that is there', () => {
    askedBy('Golbex').isRefused('client-near-miss', '--new-client');
  });
  it('a near miss is a new client if the user said so', () => recordsNew('Golbex'));
  it('a beginning that several share is refused', () => {
    askedBy('acme').isRefused('client-ambiguous', 'more of the name');
  });
  it('a beginning that several share is a new client if the user said so', () => recordsNew('Acme'));
  it('the beginning of an existing name is a new client if the user said so', () => {
    const decision = decideAdd(
      null,
      { ...add, at: NOW, client: { name: 'Acme', isNew: true } },
      situation({ clients: clientsNamed('Acme Corp') }),
    );
    expect(decision).toContainEqual(
      expect.objectContaining({ event: { type: 'ClientAdded', name: 'Acme', at: NOW } }),
    );
  });
  it('an existing name means that client, whatever the user said', () => {
    given()
      .when(decideAdd, { ...add, client: { name: 'GLOBEX', isNew: true } }, { clients })
      .records(
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new1'),
          event: { type: 'RequestRecorded', title: 'Report', client: 'globex', scope: 'in', at: NOW },
        },
      );
  });
});

describe('nothing can have been said in the future', () => {
  const at = march(5, '09:01');

  it('with any verb', () => {
    const code = 'said-in-future';
    given()
      .when(decideAdd, { ...add, at })
      .isRefused(code);
    given()
      .when(decidePromise, { title: 'x', client: mentioned('Joe'), due: tomorrow, at })
      .isRefused(code);
    given()
      .when(decideAwait, { title: 'x', who: mentioned('Joe'), due: tomorrow, at })
      .isRefused(code);
    given()
      .when(decideLog, { ...says, client: mentioned('Joe'), at })
      .isRefused(code, 'yesterday 4pm');
    given(asked()).when(decideOffer, { date: tomorrow, at }).isRefused(code);
    given(asked()).when(decideAgree, { date: tomorrow, inWriting: false, at }).isRefused(code);
    given(asked()).when(decideCounter, { because: 'x', at }).isRefused(code);
    given(asked(), agreed(tomorrow)).when(decideConfirm, { at }).isRefused(code);
    given(promised())
      .when(decideMove, { date: tomorrow, because: 'x', inWriting: false, at })
      .isRefused(code);
    given(asked()).when(decideUpdate, { text: 'x', at }).isRefused(code);
    given(asked())
      .when(decideSpend, { amount: { hours: 1 }, at })
      .isRefused(code);
    given(asked()).when(decideDone, { at }).isRefused(code);
    given(asked()).when(decideDrop, { because: 'x', at }).isRefused(code);
    given(asked()).when(decideSnooze, { until: tomorrow, at }).isRefused(code);
    given(asked()).when(decideNote, { text: 'x', at }).isRefused(code);
    given(asked()).when(decideEdit, { title: 'x', at }).isRefused(code);
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
