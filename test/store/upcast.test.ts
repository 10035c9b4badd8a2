import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/streams/events.ts';
import { fold } from '../../src/domain/streams/fold.ts';
import type { StoredEvent } from '../../src/store/journal.ts';
import { currentVersion, upcast } from '../../src/store/upcast.ts';
import { refusalOf } from '../support/desk.ts';

/**
 * Events as they were written in version 1 of each type. The file is frozen: a line is never changed, because such bytes
 * are in people's files. A new version of a type gets a file of its own.
 */
const FROZEN = readFileSync(new URL('./fixtures/events-v1.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as StoredEvent);

/** The same of version 2. */
const FROZEN_2 = readFileSync(new URL('./fixtures/events-v2.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as StoredEvent);

/** Every type of event; one that is missing here is a compile error. */
const TYPES = Object.keys({
  RequestRecorded: 1,
  PromiseMade: 1,
  PromiseAwaited: 1,
  ReplyOwed: 1,
  ComplaintRaised: 1,
  DateOffered: 1,
  DateRejected: 1,
  DateAgreed: 1,
  DateMoved: 1,
  PutInWriting: 1,
  UpdateGiven: 1,
  UpdatePlanned: 1,
  WordHeard: 1,
  EffortSpent: 1,
  Delivered: 1,
  PromiseKept: 1,
  AwaitedReceived: 1,
  ReplyGiven: 1,
  Accepted: 1,
  Dropped: 1,
  Snoozed: 1,
  Reopened: 1,
  NoteAdded: 1,
  DetailsChanged: 1,
  NumberGiven: 1,
  ClientAdded: 1,
  ClientDetailsChanged: 1,
  PersonDescribed: 1,
  PersonLeft: 1,
  FactRemembered: 1,
  FactForgotten: 1,
  WordPlanned: 1,
  ClientMerged: 1,
  NameAdopted: 1,
  AwayPlanned: 1,
  AwayCancelled: 1,
  ContactRecorded: 1,
  ContactReassigned: 1,
  QuestionAnswered: 1,
  AnswerReassigned: 1,
} satisfies Record<DomainEvent['type'], 1>) as DomainEvent['type'][];

function today({ type, version, payload }: StoredEvent): DomainEvent {
  return upcast(type, version, JSON.stringify(payload), 'followup.db');
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
    expect(FROZEN.map(({ type }) => type).sort()).toEqual([...TYPES].sort());
    expect(FROZEN.every(({ version }) => version === 1)).toBe(true);
  });

  it.each(FROZEN.map((stored) => [stored.type, stored] as const))('%s can be read', (type, stored) => {
    expect(today(stored)).toMatchObject({ type });
    // As long as version 1 is today's, nothing is added to it either.
    if (currentVersion(type as DomainEvent['type']) === 1) {
      expect(today(stored)).toEqual({ type, ...stored.payload });
    }
  });

  it('come to the same request as ever', () => {
    expect(foldFrozen('01REQUEST')).toEqual({
      uid: '01REQUEST',
      number: 1,
      kind: 'request',
      title: 'Report Y',
      client: '01CLIENT',
      who: null,
      project: null,
      state: 'accepted',
      lastOpenState: 'agreed',
      createdAt: '2026-03-02T14:30:00.000Z',
      closedAt: '2026-03-05T19:00:00.000Z',
      wantedBy: null,
      undatedSince: '2026-03-02T15:30:00.000Z',
      offered: null,
      offeredAt: null,
      offeredTarget: null,
      due: { at: '2026-03-06T14:00:00.000Z', zone: 'America/New_York', grain: 'time' },
      target: null,
      settledAt: '2026-03-03T15:00:00.000Z',
      inWriting: true,
      moves: 1,
      cadence: null,
      lastWordAt: '2026-03-05T19:00:00.000Z',
      nextPromised: null,
      estimateHours: 4,
      estimateRange: null,
      spentHours: 3,
      scope: 'in',
      snoozedUntil: {
        at: '2026-03-05T05:00:00.000Z',
        zone: 'America/New_York',
        grain: 'day',
        text: 'tomorrow',
      },
      snoozedAt: '2026-03-04T17:30:00.000Z',
      blocks: null,
      reopened: 1,
      rightWhen: null,
      decided: false,
      source: null,
    });
  });

  it('come to the same others as ever', () => {
    expect(foldFrozen('01PROMISE')).toMatchObject({
      kind: 'promise',
      state: 'done',
      spentHours: 0.25,
      estimateHours: 0.5,
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
      state: 'owed',
      due: { grain: 'day' },
    });
    expect(foldFrozen('01CLIENT')).toEqual({
      uid: '01CLIENT',
      name: 'Joe',
      addedAt: '2026-03-02T09:30:00.000Z',
      zone: 'Europe/London',
      otherNames: [{ name: 'Joseph', merged: null }],
      people: [{ name: 'Dana Reyes', email: 'dana@acme.com', role: 'CFO', zone: 'America/Chicago' }],
      facts: [{ text: 'board meets Fridays', at: '2026-03-07T10:00:00.000Z' }],
      keepInTouch: null,
      nextWord: { at: '2026-03-10T21:00:00.000Z', zone: 'America/New_York', grain: 'day' },
      nextWordPlannedAt: '2026-03-07T10:00:00.000Z',
      settings: {},
    });
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
    });
  });
});

describe('events of version 2', () => {
  it.each(FROZEN_2.map((stored) => [stored.type, stored] as const))('%s can be read', (type, stored) => {
    expect(stored.version).toBe(2);
    expect(currentVersion(type as DomainEvent['type'])).toBe(2);
    expect(today(stored)).toEqual({ type, ...stored.payload });
  });
});

describe('what a newer followup wrote is refused', () => {
  it.each([
    ['a type that is not known', 'Painted', 1],
    ['a version that is not known', 'NoteAdded', currentVersion('NoteAdded') + 1],
    ['what every object has', 'toString', 1],
  ])('%s', (_name, type, version) => {
    expect(refusalOf(() => upcast(type, version, '{}', 'followup.db'))).toMatchObject({
      code: 'newer-file',
      kind: 'database',
      message: expect.stringContaining('followup.db'),
      hint: expect.stringContaining('Update followup'),
    });
  });
});
