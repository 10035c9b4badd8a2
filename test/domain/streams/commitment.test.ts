import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextUpdateOf } from '../../../src/domain/agenda/clocks.ts';
import { ballOf, isOpen, isOverdue, unborn } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { evolveCommitment } from '../../../src/domain/streams/evolve-commitment.ts';
import { emptyStream, fold as foldStream, undoneOperations } from '../../../src/domain/streams/fold.ts';
import { CLOSED_STATES, STATES } from '../../../src/domain/streams/kinds.ts';
import { eventOnCommitment } from '../../support/arbitrary.ts';
import {
  accepted,
  agreed,
  asked,
  awaited,
  commitment,
  complained,
  confirmed,
  countered,
  dropped,
  finished,
  fold,
  moved,
  offered,
  promised,
  reopened,
  replyOwed,
  snoozed,
  spent,
  told,
} from '../../support/given.ts';
import { CALENDAR, date, march, NOW, SETTINGS } from '../../support/situation.ts';

describe('in writing', () => {
  it('is unknown until a date is agreed or moved', () => {
    for (const start of [asked(), promised(), awaited(), replyOwed(), complained()]) {
      expect(commitment(start).agreement).toBeNull();
    }
    expect(commitment(asked(), offered(date(6))).agreement).toBeNull();
  });
  it('is then true or false', () => {
    expect(commitment(asked(), agreed(date(6))).agreement?.inWriting).toBe(false);
    expect(commitment(awaited(), moved(date(10), { inWriting: true })).agreement?.inWriting).toBe(true);
    expect(commitment(promised(), moved(date(10))).agreement?.inWriting).toBe(false);
  });
  it('starts again with each date', () => {
    expect(commitment(asked(), agreed(date(6)), confirmed(), moved(date(9))).agreement?.inWriting).toBe(
      false,
    );
  });
});

describe('a date that had passed when it was moved', () => {
  it('is kept with the time of the move, and one that was moved before it had passed is not', () => {
    const events = [awaited({ due: date(3) }), moved(date(6), { at: march(4, '11:00') })];
    expect(commitment(...events)).toMatchObject({
      missed: 1,
      missedDates: [{ due: date(3), until: march(4, '11:00') }],
    });
    expect(commitment(...events, moved(date(9), { at: march(5, '11:00') }))).toMatchObject({
      moves: 2,
      missed: 1,
      missedDates: [{ due: date(3), until: march(4, '11:00') }],
    });
  });
});

describe('closed', () => {
  it('is set when it is done or dropped', () => {
    expect(commitment(asked(), finished('Delivered')).closedAt).toBe(NOW);
    expect(commitment(asked(), dropped(march(4))).closedAt).toBe(march(4));
  });
  it('is not set again by the acceptance', () => {
    const c = commitment(asked(), finished('Delivered', { at: march(3) }), accepted(march(4)));
    expect(c).toMatchObject({ state: 'accepted', closedAt: march(3) });
  });
  it('is cleared when it is reopened', () => {
    expect(commitment(asked(), dropped(), reopened()).closedAt).toBeNull();
  });
});

describe('reopen', () => {
  it('goes back to the last open state, and the dates stand', () => {
    const done = [asked(), offered(date(6)), agreed(date(6)), finished('Delivered'), accepted()];
    expect(commitment(...done, reopened())).toMatchObject({ state: 'agreed', due: date(6), reopened: 1 });
    expect(commitment(asked(), offered(date(6)), dropped(), reopened())).toMatchObject({
      state: 'offered',
      offer: { date: date(6) },
    });
    expect(commitment(awaited(), finished('AwaitedReceived'), reopened())).toMatchObject({
      state: 'waiting',
      due: date(9),
    });
  });
});

describe('overdue', () => {
  const late = march(6, '17:01');
  it('is what is open after its due date', () => {
    const c = commitment(asked(), agreed(date(6)));
    expect(isOverdue(c, march(6))).toBe(false);
    expect(isOverdue(c, late)).toBe(true);
  });
  it('is so also when it is snoozed', () => {
    expect(isOverdue(commitment(asked(), agreed(date(6)), snoozed(date(20))), late)).toBe(true);
  });
  it('is not what is closed, nor what has no date', () => {
    expect(isOverdue(commitment(asked(), agreed(date(6)), finished('Delivered')), late)).toBe(false);
    expect(isOverdue(commitment(asked({ wantedBy: date(4) }), offered(date(4))), late)).toBe(false);
  });
});

describe('time spent', () => {
  it('adds up, until the total is given', () => {
    const events = [asked(), spent(1), spent(2.5)];
    expect(commitment(...events).spentHours).toBe(3.5);
    expect(commitment(...events, finished('Delivered')).spentHours).toBe(3.5);
    expect(commitment(...events, finished('Delivered', { tookHours: 3 })).spentHours).toBe(3);
    expect(commitment(...events, finished('Delivered', { tookHours: 0 })).spentHours).toBe(0);
  });
});

describe('the last word', () => {
  it.each([
    ['an update', [asked(), told(NOW)]],
    ['an offer', [asked(), offered(date(6), { at: NOW })]],
    ['an agreement', [asked(), agreed(date(6), { at: NOW })]],
    ['a confirmation', [asked(), agreed(date(6)), confirmed(NOW)]],
    ['my move', [promised(), moved(date(10), { at: NOW })]],
    ['a promise', [promised({ at: NOW })]],
    ['a delivery', [asked(), finished('Delivered')]],
    ['an asking for something', [awaited({ contact: 'c', at: NOW })]],
  ] as [string, CommitmentEvent[]][])('is %s', (_name, events) => {
    expect(commitment(...events).lastWordAt).toBe(NOW);
  });
  it.each([
    ['a request', [asked({ at: NOW })]],
    ['a refusal', [asked(), countered({ at: NOW })]],
    ['their promise', [awaited({ at: NOW })]],
    ['their new date', [awaited(), moved(date(10), { at: NOW })]],
    ['what they said', [asked(), { type: 'WordHeard', text: 'x', contact: 'c', at: NOW }]],
    ['a note', [asked(), { type: 'NoteAdded', text: 'x', at: NOW }]],
    ['time spent', [asked(), spent(1)]],
    ['a snooze', [asked(), snoozed(date(9))]],
    ['a detail put right', [asked(), { type: 'DetailsChanged', title: 'x', at: NOW }]],
    ['what they sent', [awaited(), finished('AwaitedReceived')]],
    ['a drop', [asked(), dropped()]],
  ] as [string, CommitmentEvent[]][])('is not %s', (_name, events) => {
    expect(commitment(...events).lastWordAt).toBeNull();
  });
  it('is the one said latest, not the one recorded last', () => {
    const c = commitment(asked(), told(march(5, '08:00')), told(march(4, '08:00')));
    expect(c.lastWordAt).toBe(march(5, '08:00'));
  });
});

describe('the next update that was promised', () => {
  const start = [asked(), agreed(date(27))];
  const nextOf = (...events: CommitmentEvent[]) =>
    nextUpdateOf(commitment(...start, ...events), () => SETTINGS, CALENDAR);

  it('is by default at the end of the third working day', () => {
    expect(nextOf()).toBe(march(9));
  });
  it('replaces one occurrence of the cadence', () => {
    const promise = told(NOW, { next: date(6, '12:00') });
    expect(nextOf(promise)).toBe(march(6, '12:00'));
    expect(nextOf(promise, told(march(6, '11:00')))).toBe(march(11));
  });
  it('is not taken back by an older word that is recorded afterwards', () => {
    expect(nextOf(told(NOW, { next: date(6) }), told(march(4, '15:00')))).toBe(march(6));
  });
  it('counts also when it was promised in an older word', () => {
    expect(nextOf(told(NOW), told(march(4, '15:00'), { next: date(6) }))).toBe(march(6));
  });
  it('is met by a later word, even if that is recorded afterwards', () => {
    expect(nextOf(told(NOW), told(march(3, '15:00'), { next: date(4, '15:00') }))).toBe(march(10));
    expect(nextOf(told(NOW, { next: date(6) }), told(march(3), { next: date(4) }))).toBe(march(6));
  });
  it('follows a new cadence from the word that set it', () => {
    expect(nextOf(told(NOW, { cadence: { rrule: 'FREQ=DAILY', text: 'daily' } }))).toBe(march(6));
  });
});

describe('evolveCommitment', () => {
  it('never throws and never loses its identity, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(eventOnCommitment, { maxLength: 30 }), (events) => {
        const state = events.reduce(evolveCommitment, unborn('it') as ReturnType<typeof evolveCommitment>);
        expect(state.uid).toBe('it');
        if (state.state === null) return;
        expect(STATES).toContain(state.state);
        expect(isOpen(state)).toBe(!CLOSED_STATES.includes(state.state));
        expect(['me', 'them', null]).toContain(ballOf(state));
        expect(isOverdue(state, NOW)).toBeTypeOf('boolean');
        nextUpdateOf(state, () => SETTINGS, CALENDAR);
      }),
      { numRuns: 1000 },
    );
  });
  it('is not started by an event that continues a commitment', () => {
    fc.assert(
      fc.property(eventOnCommitment, (event) => {
        const begins = ['RequestRecorded', 'PromiseMade', 'PromiseAwaited', 'ReplyOwed', 'ComplaintRaised'];
        const state = evolveCommitment(unborn('it'), event);
        expect(state.state === null).toBe(!begins.includes(event.type));
      }),
    );
  });
  it('ignores an event of an unknown type', () => {
    const state = commitment(asked());
    expect(evolveCommitment(state, { type: 'Painted', at: NOW } as unknown as CommitmentEvent)).toEqual(
      state,
    );
  });
  it('does not mutate its input', () => {
    fc.assert(
      fc.property(fc.array(eventOnCommitment, { maxLength: 10 }), eventOnCommitment, (events, event) => {
        const before = Object.freeze(fold([asked(), ...events]));
        evolveCommitment(before, Object.freeze(event));
      }),
    );
  });
});

describe('undone operations', () => {
  const stream = { kind: 'commitment', uid: 'it' } as const;
  const facts = [
    { operation: 'A', event: { type: 'NumberGiven', number: 7 } as const },
    { operation: 'A', event: asked() },
    { operation: 'B', event: agreed(date(6)) },
  ];

  it('are skipped by the fold', () => {
    expect(foldStream(stream, facts, new Set(['B']))).toMatchObject({ state: { state: 'asked', number: 7 } });
  });
  it('leave the number, which is never given again', () => {
    const { state } = foldStream(stream, facts, new Set(['A', 'B']));
    expect(state).toEqual({ uid: 'it', number: 7, state: null });
  });
  it('leave nothing of a client or a contact', () => {
    const client = { kind: 'client', uid: 'joe' } as const;
    const added = { operation: 'A', event: { type: 'ClientAdded', name: 'Joe', at: NOW } as const };
    expect(foldStream(client, [added], new Set(['A']))).toEqual(emptyStream(client));
    expect(foldStream(client, [added], new Set())).toMatchObject({ state: { name: 'Joe' } });
  });
  it('are those whose undo was not itself undone', () => {
    const undone = (...undos: [string, string][]) => [
      ...undoneOperations(undos.map(([id, undoes]) => ({ id, undoes }))),
    ];
    expect(undone()).toEqual([]);
    expect(undone(['U', 'A'])).toEqual(['A']);
    expect(undone(['U', 'A'], ['R', 'U'])).toEqual(['U']);
    expect(undone(['U', 'A'], ['R', 'U'], ['V', 'A']).sort()).toEqual(['A', 'U']);
    expect(undone(['U', 'A'], ['R', 'U'], ['V', 'R']).sort()).toEqual(['A', 'R']);
  });
});
