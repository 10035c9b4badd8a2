import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationCheck } from '../../src/app/check-operation.ts';
import { checkFile } from '../../src/app/doctor.ts';
import { VALUE_CHECKS } from '../../src/cli/run/value-checks.ts';
import { MOST_NUMBER } from '../../src/domain/streams/commitment.ts';
import { currentVersion } from '../../src/domain/streams/registry.ts';
import { readOperations, type StoredChange } from '../../src/store/journal.ts';
import { readCommitments } from '../../src/store/queries.ts';
import { eventOnCommitment } from '../support/arbitrary.ts';
import { newDesk, refusalOf } from '../support/desk.ts';
import { exportOf, take } from '../support/two-desks.ts';

const check = operationCheck(VALUE_CHECKS);
const OPERATION = {
  id: '01A',
  device: '01D',
  deviceSeq: 1,
  hlc: '001772701200000-000000',
  recordedAt: '2026-03-05T09:00:00.000Z',
  zone: 'Europe/Berlin',
  verb: 'add',
  undoes: null as string | null,
  events: [] as StoredChange[],
};
const WORD = { at: '2026-03-05T09:00:00.000Z' };
const DUE = { at: '2026-03-06T17:00:00.000Z', zone: 'Europe/Berlin', grain: 'day', text: 'friday' };

/** What is wrong with one event. */
function faultOf(kind: StoredChange['stream']['kind'], type: string, payload: object) {
  const events = [{ stream: { kind, uid: '01S' }, type, version: 1, payload }];
  return check({ ...OPERATION, events });
}

describe('every event that the program records', () => {
  it('passes, whatever is in it', () => {
    fc.assert(
      fc.property(eventOnCommitment, ({ type, ...payload }) => {
        const version = currentVersion('commitment', type);
        const stored = JSON.parse(JSON.stringify(payload)) as object;
        const stream = { kind: 'commitment' as const, uid: '01S' };
        expect(check({ ...OPERATION, events: [{ stream, type, version, payload: stored }] })).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
  it.each(['events-v1', 'events-v2'])('passes in the versions of %s', (name) => {
    const file = new URL(`../domain/streams/fixtures/${name}.jsonl`, import.meta.url);
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(check({ ...OPERATION, events: lines.map((line) => JSON.parse(line) as unknown) })).toBeNull();
  });
  it('passes with the long title of a reply that an older version recorded', () => {
    const reply = { ...WORD, client: '01X', due: DUE, contact: '01Y' };
    expect(faultOf('commitment', 'ReplyOwed', { ...reply, title: '\u{1f469}'.repeat(1_000_000) })).toBeNull();
    expect(faultOf('commitment', 'ReplyOwed', { ...reply, title: 'x'.repeat(1_000_001) })).toMatchObject({
      why: 'has more than 1000000 characters',
    });
  });
  it('passes with a small field that only a newer followup knows', () => {
    expect(faultOf('commitment', 'Accepted', { ...WORD, mood: { score: 3 } })).toBeNull();
    expect(faultOf('commitment', 'Accepted', { ...WORD, mood: 'x'.repeat(20_000) })).toMatchObject({
      place: 'events.0.payload.mood',
    });
    const deep = JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`) as unknown;
    expect(faultOf('commitment', 'Accepted', { ...WORD, mood: deep })).not.toBeNull();
  });
});

describe('an event is refused', () => {
  const moved = { ...WORD, date: DUE, because: 'late', inWriting: true };
  it.each([
    ['time', 'commitment', 'Accepted', { at: 'garbage' }, 'at', 'is not an instant'],
    ['time of the wrong form', 'commitment', 'Accepted', { at: '2026-03-05' }, 'at', 'is not an instant'],
    ['year', 'commitment', 'Accepted', { at: '+012026-03-05T09:00:00.000Z' }, 'at', 'is not an instant'],
    ['missing field', 'commitment', 'Accepted', {}, 'at', 'is missing'],
    ['channel', 'commitment', 'Accepted', { ...WORD, via: 'pigeon' }, 'via', 'is not a channel'],
    ['text', 'commitment', 'Dropped', { ...WORD, because: 7 }, 'because', 'is not text'],
    [
      'long title',
      'client',
      'ClientAdded',
      { ...WORD, name: 'x'.repeat(10_001) },
      'name',
      'has more than 10000 characters',
    ],
    ['date', 'commitment', 'DateMoved', { ...moved, date: { ...DUE, at: 3 } }, 'date.at', 'is not text'],
    [
      'zone',
      'commitment',
      'DateMoved',
      { ...moved, date: { ...DUE, zone: 'Mars/Olympus' } },
      'date.zone',
      'is not a time zone',
    ],
    [
      'path',
      'commitment',
      'DateMoved',
      { ...moved, date: { ...DUE, zone: '/etc/localtime' } },
      'date.zone',
      'is not a time zone',
    ],
    [
      'grain',
      'commitment',
      'DateMoved',
      { ...moved, date: { ...DUE, grain: 'week' } },
      'date.grain',
      'is neither day nor time',
    ],
    [
      'field of a date',
      'commitment',
      'DateMoved',
      { ...moved, date: { ...DUE, hue: 1 } },
      'date.hue',
      'is not known',
    ],
    [
      'window',
      'commitment',
      'DateMoved',
      { ...moved, date: { ...DUE, from: '2026-03-07T17:00:00.000Z' } },
      'date',
      'begins after its end',
    ],
    [
      'boolean',
      'commitment',
      'DateMoved',
      { ...moved, inWriting: 'yes' },
      'inWriting',
      'is neither true nor false',
    ],
    [
      'hours',
      'commitment',
      'EffortSpent',
      { ...WORD, hours: -2_000_000 },
      'hours',
      'is not a number from -1000000 to 1000000',
    ],
    [
      'number',
      'commitment',
      'NumberGiven',
      { number: 1.5 },
      'number',
      `is not a whole number from 1 to ${MOST_NUMBER}`,
    ],
    [
      'huge number',
      'commitment',
      'NumberGiven',
      { number: 2 ** 53 },
      'number',
      `is not a number from 1 to ${MOST_NUMBER}`,
    ],
    [
      'day',
      'away',
      'AwayPlanned',
      { ...WORD, first: '2026-02-30', last: '2026-03-01' },
      'first',
      'is not a day',
    ],
    [
      'year of a day',
      'away',
      'AwayPlanned',
      { ...WORD, first: '2026-03-01', last: '99999-01-01' },
      'last',
      'is not a day',
    ],
    [
      'span',
      'away',
      'AwayPlanned',
      { ...WORD, first: '2026-03-01', last: '2036-03-01' },
      '',
      'takes more than 1098 days',
    ],
    [
      'span backwards',
      'away',
      'AwayPlanned',
      { ...WORD, first: '2026-03-02', last: '2026-03-01' },
      '',
      'ends before it begins',
    ],
    [
      'clock time',
      'away',
      'AwayPlanned',
      { ...WORD, first: '2026-03-01', last: '2026-03-01', beginsAt: '25:00' },
      'beginsAt',
      'is not a clock time',
    ],
    [
      'rule',
      'client',
      'ClientDetailsChanged',
      { ...WORD, keepInTouch: { rrule: 'FREQ=DAILY;INTERVAL=0', text: 'x' } },
      'keepInTouch.rrule',
      'is not a recurrence rule',
    ],
    [
      'address',
      'client',
      'PersonDescribed',
      { ...WORD, name: 'Ann', otherEmails: ['a b'] },
      'otherEmails.0',
      'is not an address',
    ],
    ['client', 'contact', 'ContactReassigned', { ...WORD, client: '' }, 'client', 'is not an id'],
    [
      'question',
      'review',
      'QuestionAnswered',
      { ...WORD, number: 5, answer: 'yes' },
      'number',
      'is not the number of a question',
    ],
  ] as const)('for a %s that is none', (_name, kind, type, payload, place, why) => {
    expect(faultOf(kind, type, payload)).toEqual({
      place: ['events.0.payload', place].filter(Boolean).join('.'),
      why,
    });
  });
  it('for a setting of a client that cannot be read', () => {
    const set = (settings: object) => faultOf('client', 'ClientDetailsChanged', { ...WORD, settings });
    expect(set({ 'update.every': 'daily', 'quiet.after': null })).toBeNull();
    expect(set({ 'update.every': 'garbage' })).toMatchObject({
      place: 'events.0.payload.settings.update.every',
    });
    // It is no setting of a single client.
    expect(set({ zone: 'Europe/Berlin' })).not.toBeNull();
    expect(set({ 'sound.volume': 'loud' })).toBeNull();
  });
});

describe('an operation is refused', () => {
  it.each([
    ['id', { id: 'a b' }],
    ['device', { device: '' }],
    ['deviceSeq', { deviceSeq: 2 ** 53 }],
    ['hlc', { hlc: '999999999999999-999999' }],
    ['recordedAt', { recordedAt: 'yesterday' }],
    ['zone', { zone: '\u001b[31m' }],
    ['verb', { verb: 'add\u001b[31m' }],
    ['undoes', { undoes: 7 }],
  ])('for its %s', (place, fields) => {
    expect(check({ ...OPERATION, ...fields })).toMatchObject({ place });
  });
});

describe('the counters of a file', () => {
  const withLast = (fields: object) => {
    const desk = newDesk();
    desk.add('Report');
    const journal = JSON.parse(exportOf(desk)) as { operations: object[] };
    return JSON.stringify({
      ...journal,
      operations: journal.operations.map((each) => ({ ...each, ...fields })),
    });
  };

  it('go on after the largest number', () => {
    const desk = newDesk();
    take(desk, withLast({}).replace('"number":1}', `"number":${MOST_NUMBER}}`));
    expect([desk.add('Slides'), desk.add('Summary')]).toEqual([1, 2]);
    take(newDesk(), exportOf(desk));
  });
  it('go on after the largest clock, in order', () => {
    const desk = newDesk();
    take(desk, withLast({ hlc: '253402300799999-999999' }));
    desk.note(1);
    desk.add('Slides');
    expect(readOperations(desk.db).map(({ verb }) => verb)).toEqual(['add', 'note', 'add']);
  });
  it('go on after the most operations of one device', () => {
    const desk = newDesk();
    desk.add('Report');
    const [own] = desk.column('device', 'id') as string[];
    const other = { device: own, deviceSeq: 1_000_000_000, id: '01Z', hlc: '001772701200000-000100' };
    const text = JSON.stringify({
      format: 'followup-journal',
      version: 1,
      operations: [{ ...OPERATION, ...other }],
    });
    take(desk, text);
    desk.add('Slides');
    desk.add('Summary');
    expect(readCommitments(desk.db)).toHaveLength(3);
  });
});

describe('doctor', () => {
  it('names the operation, the event and the field that cannot be read', () => {
    const desk = newDesk();
    desk.add('Report');
    const events = () => checkFile(desk.db, { values: VALUE_CHECKS }).find(({ name }) => name === 'events');
    expect(events()).toMatchObject({ ok: true });
    desk.db.exec('DROP TRIGGER event_no_update');
    desk.db.exec(`UPDATE event SET payload = json_set(payload, '$.at', 'garbage') WHERE idx = 1`);
    const [{ id = '' } = {}] = readOperations(desk.db);
    expect(events()).toMatchObject({
      ok: false,
      detail: `operation ${id} (add, ${desk.now}), event 1 (RequestRecorded): payload.at is not an instant`,
    });
  });
});

describe('an undo', () => {
  const journal = (...operations: object[]) =>
    JSON.stringify({ format: 'followup-journal', version: 1, operations });
  const undo = (index: number, undoes: string) => ({
    ...OPERATION,
    id: `01U${index}`,
    deviceSeq: index + 2,
    hlc: `001772701200000-${String(index + 2).padStart(6, '0')}`,
    verb: 'undo',
    undoes,
  });

  it.each([
    ['itself', [undo(0, '01U0')], 'operations.0.undoes: is not older'],
    ['what is not there', [undo(0, '01X')], 'operations.0.undoes: is not there'],
    ['what is younger', [undo(0, '01U1'), undo(1, '01U0')], 'operations.0.undoes: is not older'],
  ])('of %s is refused with its place', (_name, operations, place) => {
    const { code, message } = refusalOf(() => take(newDesk(), journal(...operations)));
    expect(code).toBe('not-an-export');
    expect(message).toContain(place);
  });
  it('of an undo of an undo is followed to its end, however long the chain is', () => {
    const desk = newDesk();
    const chain = Array.from({ length: 20_000 }, (_, index) =>
      undo(index, index === 0 ? '01A' : `01U${index - 1}`),
    );
    take(desk, journal(OPERATION, ...chain));
    desk.add('Slides');
    expect(desk.undo()).toEqual(['add']);
    expect(desk.redo()).toBe('add');
  });
});
