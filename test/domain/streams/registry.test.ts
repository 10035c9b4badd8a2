import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DomainEvent, Stream } from '../../../src/domain/streams/events.ts';
import { fold } from '../../../src/domain/streams/fold.ts';
import {
  currentVersion,
  EVENT_TYPES,
  readEvent,
  type StoredEvent,
} from '../../../src/domain/streams/registry.ts';

interface FrozenEvent extends StoredEvent {
  readonly stream: Stream;
}

/**
 * Events as they were written in version 1 of each type. The file is frozen: a line is never changed, because
 * users' files contain the same bytes. A new version of a type gets a file of its own.
 */
const [FROZEN, FROZEN_2, FROZEN_3, FROZEN_4] = [1, 2, 3, 4].map((version) =>
  readFileSync(new URL(`./fixtures/events-v${version}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FrozenEvent),
) as [FrozenEvent[], FrozenEvent[], FrozenEvent[], FrozenEvent[]];

function today({ type, version, payload, stream }: FrozenEvent): DomainEvent {
  const event = readEvent(stream.kind, { type, version, payload });
  if (typeof event === 'string') throw new Error(`${type} is ${event}.`);
  return event;
}

function foldFrozen(uid: string) {
  const own = FROZEN.filter(({ stream }) => stream.uid === uid);
  const [first] = own;
  if (!first) throw new Error(`There is no ${uid} in the fixtures.`);
  return fold(
    first.stream,
    own.map((stored) => ({ operation: 'any', event: today(stored) })),
    new Set(),
  ).state;
}

describe('events of version 1', () => {
  it('are frozen, one of each type', () => {
    expect(FROZEN.map(({ type }) => type).sort()).toEqual([...EVENT_TYPES].sort());
    expect(FROZEN.every(({ version }) => version === 1)).toBe(true);
  });

  it.each(FROZEN.map((stored) => [stored.type, stored] as const))('%s can be read', (type, stored) => {
    expect(today(stored)).toMatchObject({ type });
    // As long as version 1 is the current one, nothing is added to it either.
    if (currentVersion(stored.stream.kind, type as DomainEvent['type']) === 1) {
      expect(today(stored)).toEqual({ type, ...stored.payload });
    }
  });

  it('fold to the same request as ever', () => {
    expect(foldFrozen('01REQUEST')).toEqual({
      uid: '01REQUEST',
      number: 1,
      kind: 'request',
      title: 'Report Y',
      client: '01CLIENT',
      who: null,
      person: null,
      people: [],
      project: null,
      state: 'accepted',
      lastOpenState: 'agreed',
      createdAt: '2026-03-02T14:30:00.000Z',
      closedAt: '2026-03-05T19:00:00.000Z',
      wantedBy: null,
      undatedSince: '2026-03-02T15:30:00.000Z',
      offer: null,
      due: { at: '2026-03-06T14:00:00.000Z', zone: 'America/New_York', grain: 'time' },
      target: null,
      agreement: { at: '2026-03-03T15:00:00.000Z', inWriting: true },
      moves: 1,
      missed: 0,
      missedDates: [],
      cadence: null,
      lastWordAt: '2026-03-09T15:00:00.000Z',
      isSaid: true,
      nextPromised: null,
      estimate: { hours: 4 },
      spentHours: 3,
      spentMoney: [{ minor: 12_050, currency: 'EUR' }],
      scope: 'in',
      // It ended when the request was opened again.
      snooze: null,
      blocks: null,
      question: null,
      reopened: 1,
      rightWhen: null,
      decided: false,
      source: null,
      price: {
        putAt: '2026-03-03T17:30:00.000Z',
        isFree: true,
        refused: null,
        amount: { minor: 30000, currency: 'EUR' },
        because: 'it was promised years ago',
        date: null,
      },
      approval: null,
      answeredAt: '2026-03-06T15:00:00.000Z',
      topic: null,
      extraTo: null,
      complaint: null,
      belongsTo: null,
      occurrence: null,
      missedAt: null,
      missExplained: null,
      delivery: {
        at: '2026-03-05T19:00:00.000Z',
        toldAt: null,
        heardAt: null,
        review: {
          until: { at: '2026-03-13T22:00:00.000Z', zone: 'America/New_York', grain: 'day', text: 'friday' },
          at: '2026-03-09T15:00:00.000Z',
        },
        objectedAt: null,
        isBySilence: false,
      },
      evidence: [],
      replyOrder: null,
      restOf: null,
    });
  });

  it('fold to the same other states as ever', () => {
    expect(foldFrozen('01PROMISE')).toMatchObject({
      kind: 'promise',
      state: 'done',
      spentHours: 0.25,
      estimate: { hours: 0.5 },
      due: { text: 'friday' },
    });
    expect(foldFrozen('01AWAITING')).toMatchObject({
      kind: 'awaiting',
      state: 'done',
      who: '01ANN',
      blocks: '01REQUEST',
      lastWordAt: '2026-03-02T14:30:00.000Z',
    });
    expect(foldFrozen('01REPLY')).toMatchObject({
      kind: 'reply',
      state: 'done',
      title: 'Can you come on Monday?',
    });
    expect(foldFrozen('01COMPLAINT')).toMatchObject({
      kind: 'complaint',
      state: 'agreed',
      due: { grain: 'day' },
      wantedBy: { text: 'fri 13 mar' },
      approval: { by: 'Dana Lee', at: '2026-03-03T17:00:00.000Z', inWriting: true },
      complaint: {
        loops: 1,
        parts: [
          { part: 'affected', text: 'the payroll clerk' },
          { part: 'fact', link: '/tmp/export.csv' },
          { part: 'conclusion' },
          { part: 'cause', cause: 'ours' },
          { part: 'remedy', id: '01REMEDY', side: 'ours', standing: 'approved' },
          { part: 'prevention', id: '01PREVENTION', side: 'theirs', due: null, standing: 'refused' },
        ],
      },
    });
    expect(foldFrozen('01CLIENT')).toEqual({
      uid: '01CLIENT',
      name: 'Joe',
      addedAt: '2026-03-02T09:30:00.000Z',
      zone: 'Europe/London',
      otherNames: [{ name: 'Joseph', merged: null }],
      people: [{ name: 'Dana Reyes', email: 'dana@acme.com', role: 'CFO', zone: 'America/Chicago' }],
      facts: [{ text: 'board meets Fridays', at: '2026-03-07T10:00:00.000Z', dated: null, seenDay: null }],
      keepInTouch: null,
      plannedWord: {
        next: { at: '2026-03-10T21:00:00.000Z', zone: 'America/New_York', grain: 'day' },
        at: '2026-03-07T10:00:00.000Z',
      },
      retiredAt: null,
      settings: {},
      spentHours: 12,
      spentMoney: [],
    });
    expect(foldFrozen('01PROJECT')).toEqual({
      uid: '01PROJECT',
      name: 'New website',
      client: null,
      startedAt: '2026-03-09T10:00:00.000Z',
      rate: { minor: 9000, currency: 'EUR' },
      budget: null,
      closedAt: null,
      isClosedOver: false,
      merged: ['01DOUBLE'],
      spentHours: 0,
      spentMoney: [],
    });
    expect(foldFrozen('01DOUBLE')).toBeNull();
    expect(foldFrozen('01OTHER')).toBeNull();
    expect(foldFrozen('01REVIEW')).toEqual({
      uid: '01REVIEW',
      number: 3,
      client: '01ANN',
      answer: 'no',
      note: 'the totals',
      promise: '01PROMISE',
      at: '2026-03-07T10:00:00.000Z',
    });
    expect(foldFrozen('01AWAY')).toEqual({
      uid: '01AWAY',
      first: '2026-12-21',
      last: '2027-01-02',
      note: 'skiing',
    });
    expect(foldFrozen('01BACK')).toBeNull();
    expect(foldFrozen('01CONTACT')).toEqual({
      uid: '01CONTACT',
      client: '01ANN',
      direction: 'out',
      text: 'half of it is done',
      at: '2026-03-04T15:00:00.000Z',
      via: 'chat',
      about: '01REQUEST',
      opened: '01AWAITING',
      joined: null,
      draft: null,
      messageId: 'a1@mail.example',
      subject: null,
      quoted: null,
      thread: null,
    });
  });
});

describe.each<[number, FrozenEvent[]]>([
  [2, FROZEN_2],
  [3, FROZEN_3],
  [4, FROZEN_4],
])('events of version %i', (version, frozen) => {
  it.each(frozen.map((stored) => [stored.type, stored] as const))('%s can be read', (type, stored) => {
    expect(stored.version).toBe(version);
    expect(currentVersion(stored.stream.kind, type as DomainEvent['type'])).toBeGreaterThanOrEqual(version);
    expect(today(stored)).toEqual({ type, ...stored.payload });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a type that is not known', 'Painted', 1],
    ['a version that is not known', 'NoteAdded', currentVersion('commitment', 'NoteAdded') + 1],
    ['what every object has', 'toString', 1],
  ])('was written by a newer followup: %s', (_name, type, version) => {
    expect(readEvent('commitment', { type, version, payload: {} })).toBe('unknown');
  });

  it('is an event on a stream of another kind', () => {
    expect(readEvent('commitment', { type: 'ClientAdded', version: 1, payload: {} })).toBe('misplaced');
  });
});
