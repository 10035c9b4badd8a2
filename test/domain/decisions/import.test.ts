import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { decideImport, type ImportInput } from '../../../src/domain/decisions/import.ts';
import type { Situation } from '../../../src/domain/decisions/situation.ts';
import { newClient } from '../../../src/domain/streams/client.ts';
import { date, march, NOW, situation } from '../../support/situation.ts';

const ITEM: ImportInput = {
  kind: 'request',
  title: 'Report',
  isAgreed: false,
  source: 'taskwarrior:u1',
  notes: [],
  at: march(2, '09:30'),
};
const named = (name: string, isNew = true) => ({ name, isNew });

/** The result of an item: the events of its commitment without the number, and the new clients. */
function imported(item: Partial<ImportInput>, circumstances: Partial<Situation> = {}) {
  const decision = decideImport(null, { ...ITEM, ...item }, situation(circumstances));
  if (decision instanceof Refusal) throw decision;
  const events = decision.map(({ event }) => event).filter(({ type }) => type !== 'NumberGiven');
  const clients = events.flatMap((event) => (event.type === 'ClientAdded' ? [event.name] : []));
  return { clients, events: events.filter(({ type }) => type !== 'ClientAdded') };
}

const codeOf = (item: Partial<ImportInput>) =>
  (decideImport(null, { ...ITEM, ...item }, situation()) as Refusal).code;

describe('what another program keeps', () => {
  it('becomes a request, with the date that they would like', () => {
    expect(imported({ client: named('Joe'), due: date(9), project: 'web' }).events).toEqual([
      {
        type: 'RequestRecorded',
        title: 'Report',
        client: 'joe',
        wantedBy: date(9),
        project: 'web',
        scope: 'in',
        source: 'taskwarrior:u1',
        at: march(2, '09:30'),
      },
    ]);
  });
  it('or a request whose date is settled', () => {
    const { events } = imported({ due: date(9), isAgreed: true });
    expect(events).toMatchObject([{ type: 'RequestRecorded' }, { type: 'DateAgreed', inWriting: false }]);
  });
  it('or a promise, to somebody or to myself', () => {
    const promise = { kind: 'promise', due: date(9) } as const;
    expect(imported({ ...promise, client: named('Joe') }).events).toMatchObject([
      { type: 'PromiseMade', client: 'joe', due: date(9), source: 'taskwarrior:u1' },
    ]);
    const { events, clients } = imported({ ...promise, client: named('Myself') });
    expect(events).toMatchObject([{ type: 'PromiseMade' }]);
    expect(clients).toEqual([]);
  });
  it('or a promise that nobody was told about, unless it is to myself', () => {
    const promise = { kind: 'promise', due: date(9), unsaid: true } as const;
    expect(imported({ ...promise, client: named('Joe') }).events).toMatchObject([{ unsaid: true }]);
    const { unsaid: _, ...said } = promise;
    for (const item of [
      { ...said, client: named('Joe') },
      { ...promise, client: named('myself') },
    ]) {
      expect(imported(item).events[0]).not.toHaveProperty('unsaid');
    }
  });
  it('or an awaiting, from whoever it names or else from the client', () => {
    const awaiting = { kind: 'awaiting', due: date(9) } as const;
    expect(imported({ ...awaiting, client: named('Joe') }).events).toMatchObject([
      { type: 'PromiseAwaited', who: 'joe', client: 'joe' },
    ]);
    expect(imported({ ...awaiting, client: named('Joe'), who: named('acme-corp') }).events).toMatchObject([
      { type: 'PromiseAwaited', who: 'acme corp', client: 'joe' },
    ]);
  });
  it('keeps its notes with their times, its snooze, and how it ended', () => {
    const note = { text: 'likes blue', at: march(3) };
    expect(imported({ notes: [note], hiddenUntil: date(9) }).events.slice(1)).toMatchObject([
      { type: 'NoteAdded', ...note },
      { type: 'Snoozed', until: { at: march(9, '00:00') }, at: march(2, '09:30') },
    ]);
    // A commitment hidden until today is no longer hidden.
    expect(imported({ hiddenUntil: date(5) }).events).toHaveLength(1);
    const done = { how: 'done', at: march(4) } as const;
    expect(imported({ end: done, hiddenUntil: date(9) }).events.slice(1)).toEqual([
      { type: 'Delivered', at: march(4) },
      // Nobody waits for a yes, and nobody claims that they said it.
      { type: 'Accepted', unsaid: true, at: march(4) },
    ]);
    expect(imported({ end: { how: 'deleted', at: march(4) } }).events.slice(1)).toEqual([
      { type: 'Dropped', because: 'imported as deleted', at: march(4) },
    ]);
  });
  it('goes to the client with that present or former name, or else to a new one', () => {
    const client = {
      ...newClient('acme', 'Acme Corp', march(1)),
      otherNames: [{ name: 'Acme Ltd', merged: null }],
    };
    const newNames = (name: string, isNew = false) =>
      imported({ client: named(name, isNew) }, { clients: [client] }).clients;
    for (const known of ['ACME-corp', 'acme ltd', 'Acme']) expect(newNames(known)).toEqual([]);
    expect(newNames('Globex')).toEqual(['Globex']);
    // Unless they are said to be new, and no full name of an existing one.
    expect(newNames('ACME-corp', true)).toEqual([]);
    expect(newNames('acme ltd', true)).toEqual([]);
    expect(newNames('Acme', true)).toEqual(['Acme']);
    expect(newNames('Acme Crop', true)).toEqual(['Acme Crop']);
  });
  it('is rejected if it could not be recorded here', () => {
    expect(codeOf({ title: '' })).toBe('text-missing');
    expect(codeOf({ kind: 'promise', client: named('Joe') })).toBe('date-missing');
    expect(codeOf({ kind: 'awaiting', client: named('Joe') })).toBe('date-missing');
    expect(codeOf({ kind: 'promise', due: date(9) })).toBe('client-missing');
    expect(codeOf({ kind: 'awaiting', due: date(9) })).toBe('client-missing');
    expect(codeOf({ due: date(1) })).toBe('date-before-request');
    expect(codeOf({ at: march(6) })).toBe('said-in-future');
    expect(codeOf({ client: named('Acme Crop', false) })).toBe('client-near-miss');
    expect(codeOf({ due: date(4), at: NOW })).toBe('date-past');
  });
});
