import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideClient } from '../../src/domain/decisions/client.ts';
import { decideEdit } from '../../src/domain/decisions/edit.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import type { Client } from '../../src/domain/streams/client.ts';
import { readClients, readCommitments } from '../../src/store/queries.ts';
import { type Desk, newDesk } from '../support/desk.ts';
import {
  anyCommands,
  commitmentsOf,
  copyOf,
  exchange,
  expectSound,
  exportOf,
  give,
  idsOf,
  take,
} from '../support/two-desks.ts';

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
