import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../../src/domain/streams/client.ts';
import { ClientDirectory } from '../../../src/domain/streams/client-directory.ts';
import { matchClient } from '../../../src/domain/streams/match-client.ts';
import { clientsNamed, march } from '../../support/situation.ts';

const word = fc.constantFrom(
  ...'Acme acme Acmeville Acne Corp Co Émile Emile Müller Mueller 株式会社 さくら B 7 8 and & O’Brien Lumière lumen Lumens'.split(
    ' ',
  ),
);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const typed = fc.oneof(
  name,
  name.map((full) => full.slice(0, 4)),
  name.map((full) => full.slice(1)),
  name.map((full) => full.replace('m', 'n')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** Clients with these names, some of whom are retired, have other names, and people. */
const clients = fc
  .uniqueArray(fc.tuple(name, name, name, fc.boolean()), { maxLength: 12, selector: ([first]) => first })
  .map((all) =>
    all.map(([first, other, person, isPlain], index): Client => {
      const [client] = clientsNamed(first) as [Client];
      const uid = String(index);
      if (isPlain) return { ...client, uid };
      return {
        ...client,
        uid,
        otherNames: [{ name: other, merged: null }],
        people: [{ name: person, email: `${index}@Acme.com` }],
        retiredAt: index % 2 === 0 ? null : march(1),
      } as Client;
    }),
  );

describe('a directory of clients', () => {
  it('has everybody whom a name can mean, also those who were added', () => {
    fc.assert(
      fc.property(
        clients,
        fc.nat(12),
        fc.array(typed, { minLength: 1, maxLength: 5 }),
        (all, first, names) => {
          const directory = new ClientDirectory(all.slice(0, first));
          for (const client of all.slice(first)) directory.add(client);
          for (const each of [...names, '1@acme.com']) {
            expect(matchClient(each, directory.candidatesFor(each))).toEqual(matchClient(each, all));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has few of many clients for a name', () => {
    const all = clientsNamed(...Array.from({ length: 2000 }, (_, index) => `Client ${index}`));
    const directory = new ClientDirectory(all);
    expect(directory.candidatesFor('Client 77').length).toBeLessThan(20);
    expect(directory.candidatesFor('Nobody Inc')).toEqual([]);
  });
});
