import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile } from '../../src/app/doctor.ts';
import { exportJournal, importJournal } from '../../src/app/journal-file.ts';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { decideAdd } from '../../src/domain/decisions/add.ts';
import { decideAgree } from '../../src/domain/decisions/agree.ts';
import { decideAwait } from '../../src/domain/decisions/await.ts';
import { decideClient } from '../../src/domain/decisions/client.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideEdit } from '../../src/domain/decisions/edit.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import { decideOffer } from '../../src/domain/decisions/offer.ts';
import { decidePromise } from '../../src/domain/decisions/promise.ts';
import { decideReopen } from '../../src/domain/decisions/reopen.ts';
import type { Client } from '../../src/domain/streams/client.ts';
import { epoch, instant } from '../../src/domain/time/moment.ts';
import { readOperations } from '../../src/store/journal.ts';
import { readClients, readCommitments } from '../../src/store/queries.ts';
import { type Desk, newDesk } from '../support/desk.ts';

const exportOf = (desk: Desk) => [...exportJournal(desk.db)].join('');
const take = (desk: Desk, text: string) => importJournal(desk.context, text);

/** Each imports what the other has. */
function exchange(one: Desk, other: Desk): void {
  const [a, b] = [exportOf(one), exportOf(other)];
  take(one, b);
  take(other, a);
}

/** Everything about all commitments, whatever their numbers are here. */
function commitmentsOf(desk: Desk): object[] {
  const all = readCommitments(desk.db).map(({ number: _number, ...rest }) => rest);
  return all.sort((a, b) => (a.uid < b.uid ? -1 : 1));
}

function idsOf(desk: Desk): string[] {
  return readOperations(desk.db)
    .map(({ id }) => id)
    .sort();
}

function expectSound(desk: Desk): void {
  expect(checkFile(desk.db).filter(({ ok }) => !ok)).toEqual([]);
}

/** A file that was copied rather than exported: it has the device id of the original. */
function copyOf(desk: Desk): Desk {
  const copy = newDesk();
  copy.now = desk.now;
  take(copy, exportOf(desk));
  const device = desk.db.prepare(`SELECT value FROM meta WHERE key = 'device'`).pluck().get();
  if (device) copy.db.prepare(`INSERT INTO meta (key, value) VALUES ('device', ?)`).run(device);
  return copy;
}

const VERBS = [
  ...(['add', 'add', 'promise', 'await', 'told', 'offer', 'agree', 'done', 'reopen', 'note'] as const),
  ...(['edit', 'rename', 'merge', 'undo', 'undo', 'redo', 'clock'] as const),
];

const anyCommand = fc.record({
  verb: fc.constantFrom(...VERBS),
  number: fc.integer({ min: 1, max: 5 }),
  hours: fc.integer({ min: -20, max: 300 }),
  name: fc.constantFrom('Joe', 'JOE', 'Acme', 'Acme Corp', 'acme-corp', 'Globex'),
  text: fc.constantFrom('Report', 'Slides', 'Summary'),
});
type AnyCommand = typeof anyCommand extends fc.Arbitrary<infer T> ? T : never;

function run(desk: Desk, { verb, number, hours, name, text }: AnyCommand): void {
  const at = instant(epoch(desk.now) + hours * 3_600_000);
  const date = { at, zone: 'UTC', grain: 'time' as const };
  const client = { name, isNew: true };
  const [known] = readClients(desk.db).slice(number - 1);
  switch (verb) {
    case 'clock':
      desk.now = at;
      return;
    case 'undo':
      desk.undo();
      return;
    case 'redo':
      desk.redo();
      return;
    case 'add':
      desk.start(verb, decideAdd, { title: text, client, wantedBy: date, inWriting: false, scope: 'in' });
      return;
    case 'promise':
      desk.start(verb, decidePromise, { title: text, client, due: date });
      return;
    case 'await':
      desk.start(verb, decideAwait, { title: text, who: client, due: date }, [number]);
      return;
    case 'told':
      desk.start(verb, decideLog, { client, direction: 'out', text, needsReply: false }, [number]);
      return;
    case 'offer':
      desk.apply(verb, [number], decideOffer, { date });
      return;
    case 'agree':
      desk.apply(verb, [number], decideAgree, { date, inWriting: true });
      return;
    case 'done':
      desk.apply(verb, [number], decideDone, {});
      return;
    case 'reopen':
      desk.apply(verb, [number], decideReopen, {});
      return;
    case 'note':
      desk.note(number, text);
      return;
    case 'edit':
      desk.apply(verb, [number], decideEdit, { title: text, client });
      return;
    case 'rename':
      if (known) desk.start('client', decideClient, { client: known, name });
      return;
    case 'merge': {
      const merge = readClients(desk.db).find((each) => each.uid !== known?.uid);
      if (known && merge) desk.start('client', decideClient, { client: known, merge });
      return;
    }
    default:
      throw new Error(verb satisfies never);
  }
}

function give(desk: Desk, commands: readonly AnyCommand[]): void {
  for (const command of commands) {
    try {
      run(desk, command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

const anyCommands = fc.array(anyCommand, { maxLength: 12 });

/** Two files that imported each other's journal have the same content, and a second import changes nothing. */
function expectAgreement(one: Desk, other: Desk): void {
  exchange(one, other);
  for (const desk of [one, other]) expectSound(desk);
  expect(commitmentsOf(one)).toEqual(commitmentsOf(other));
  const names = readClients(one.db).map(({ name }) => name.toLowerCase().replace(/[\s-]/g, ''));
  expect(new Set(names).size).toBe(names.length);

  exchange(one, other);
  expect(idsOf(one)).toEqual(idsOf(other));
  expect(commitmentsOf(one)).toEqual(commitmentsOf(other));
  expect(take(one, exportOf(other))).toMatchObject({ operations: 0, renumbered: [], merged: [] });
  expect(take(other, exportOf(one))).toMatchObject({ operations: 0, renumbered: [], merged: [] });
  for (const desk of [one, other]) {
    expectSound(desk);
    desk.db.close();
  }
}

describe('two files that take the journal of each other', () => {
  it('leave no records with a client that one of them had merged into another', () => {
    const one = newDesk();
    one.add('Report', 'Acme');
    one.add('Slides', 'Acme Corp');
    const other = copyOf(one);
    const [acme, corp] = readClients(one.db) as [Client, Client];
    one.start('client', decideClient, { client: corp, merge: acme });
    other.add('Summary', 'Acme');
    other.start('told', decideLog, {
      client: { name: 'Acme', isNew: true },
      direction: 'out',
      text: 'hello',
      needsReply: false,
    });
    exchange(one, other);
    for (const desk of [one, other]) {
      expect(readCommitments(desk.db).map(({ client }) => client)).toEqual(Array(3).fill(corp.uid));
      expect(desk.column('contact', 'client')).toEqual([corp.uid]);
      expectSound(desk);
    }
  });

  it('keep one of two clients that they had merged in opposite directions', () => {
    const one = newDesk();
    one.add('Report', 'Acme');
    one.add('Slides', 'Acme Ltd');
    const other = newDesk();
    take(other, exportOf(one));
    const [acme, limited] = readClients(one.db) as [Client, Client];
    one.start('client', decideClient, { client: acme, merge: limited });
    other.start('client', decideClient, { client: limited, merge: acme });
    exchange(one, other);
    for (const desk of [one, other]) {
      expect(readClients(desk.db).map(({ uid }) => uid)).toEqual([[acme.uid, limited.uid].sort()[0]]);
      const clients = new Set(readCommitments(desk.db).map(({ client }) => client));
      expect([...clients]).toEqual(readClients(desk.db).map(({ uid }) => uid));
      expectSound(desk);
    }
  });
  it('have the same commitments, apart from the numbers', () => {
    fc.assert(
      fc.property(anyCommands, anyCommands, (first, second) => {
        const [one, other] = [newDesk(), newDesk()];
        give(one, first);
        give(other, second);
        expectAgreement(one, other);
      }),
      { numRuns: 60 },
    );
  });

  it('have the same commitments if one is a copy of the other and both went on', () => {
    fc.assert(
      fc.property(anyCommands, anyCommands, anyCommands, (both, first, second) => {
        const one = newDesk();
        give(one, both);
        const other = copyOf(one);
        give(one, first);
        give(other, second);
        expectAgreement(one, other);
      }),
      { numRuns: 60 },
    );
  });

  it('agree on what came last, even if both have it at the same time', () => {
    const anyTitles = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyTitles, anyTitles, (first, second) => {
        const one = newDesk();
        one.add('Report');
        const other = copyOf(one);
        for (const title of first) one.apply('edit', [1], decideEdit, { title });
        for (const title of second) other.apply('edit', [1], decideEdit, { title });
        expectAgreement(one, other);
      }),
      { numRuns: 50 },
    );
  });

  it('have the same commitments when they go on and meet again', () => {
    fc.assert(
      fc.property(anyCommands, anyCommands, anyCommands, anyCommands, (both, first, second, third) => {
        const one = newDesk();
        give(one, both);
        const other = copyOf(one);
        give(one, first);
        give(other, second);
        exchange(one, other);
        give(one, third);
        give(other, second);
        expectAgreement(one, other);
      }),
      { numRuns: 40 },
    );
  });
});
