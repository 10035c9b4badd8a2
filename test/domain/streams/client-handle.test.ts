import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { mentionClients } from '../../../src/domain/decisions/mention-clients.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import { shortHandle, wholeHandle } from '../../../src/domain/streams/client-handle.ts';
import { isSameName } from '../../../src/domain/streams/names.ts';
import { clientsNamed, NOW, situation } from '../../support/situation.ts';

/** The short handle of the first of these clients. */
function handleOfFirst(...names: string[]): string | null {
  const clients = clientsNamed(...names);
  return clients[0] ? shortHandle(clients[0], clients) : null;
}

describe('the short handle of a client', () => {
  it.each([
    [['Acme Corp', 'Joe'], 'acme'],
    [['Acme Corp', 'Acme Labs'], 'acme-corp'],
    [['Acme', 'Acme Labs'], 'acme'],
    [['Acme Labs', 'Acme'], 'acme-labs'],
    [['Acme Corp', 'Acmeville'], 'acme'],
    [['Al Gore', 'Joe'], 'al-gore'],
    [['Jo', 'Joe'], 'jo'],
    [['Café Lumière', 'Café Noir'], 'café-lumière'],
    [['Müller & Söhne', 'Müller GmbH'], 'müller-söhne'],
    [['さくら商事', 'さくら銀行'], 'さくら商事'],
    [['Rock & Roll', 'Rock'], 'rock-roll'],
    [['Acme', 'Acme & Acme'], 'acme'],
  ])('%j: %s', (names, handle) => {
    expect(handleOfFirst(...names)).toBe(handle);
  });

  it('is none if words alone cannot say who is meant', () => {
    expect(handleOfFirst('🚀')).toBeNull();
  });
  it('is not needed for two that have the name of one client, now and before', () => {
    const [joe, acme] = clientsNamed('Joe', 'Acme Corp') as [Client, Client];
    const merged = { ...acme, otherNames: [{ name: 'Acme Inc', merged: 'acme inc' }] };
    expect(shortHandle(merged, [joe, merged])).toBe('acme');
    expect(wholeHandle(merged, [joe, merged])).toBe('acme-corp');
  });

  const word = fc.oneof(
    fc.constantFrom(
      'Acme',
      'acme',
      'Acmeville',
      'Al',
      'Corp',
      'Émile',
      'Emile',
      '株式会社',
      'さくら',
      'B',
      '7',
      'and',
    ),
    fc.constantFrom(
      "O'Brien",
      '&',
      'Müller',
      'Mueller',
      'Söhne',
      '-',
      'ｱｸﾒ',
      'किरण',
      'Straße',
      '🚀',
      '"x"',
      '$HOME',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ').trim());
  const names = fc.array(name, { minLength: 1, maxLength: 8 });

  it('and the full name mean that client where something is recorded, among any others', () => {
    fc.assert(
      fc.property(
        names,
        fc.array(name, { maxLength: 3 }),
        fc.array(name, { maxLength: 3 }),
        (all, former, staff) => {
          const clients = distinct(all).map(
            (client, index): Client => ({
              ...client,
              otherNames: former[index] ? [{ name: former[index], merged: null }] : [],
              people: staff[index] ? [{ name: staff[index] }] : [],
              retiredAt: index === 2 ? NOW : null,
            }),
          );
          for (const client of clients) {
            const handles = [shortHandle(client, clients), wholeHandle(client, clients), client.name];
            for (const handle of handles.filter((each) => each !== null)) {
              const said = [{ name: handle, isNew: false }];
              const mentioned = mentionClients(said, NOW, situation({ clients }));
              if (mentioned instanceof Refusal) throw mentioned;
              expect(mentioned.uids).toEqual([client.uid]);
            }
            expect(shortHandle(client, clients) ?? 'a').toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  /** Clients that the file can hold: no two of them have the same name. */
  function distinct(all: readonly string[]): Client[] {
    const named = all.filter((each) => /[\p{L}\p{N}]/u.test(each));
    const kept = named.filter(
      (each, index) => !named.slice(0, index).some((other) => isSameName(each, other)),
    );
    return kept.map((each, index) => ({ ...(clientsNamed(each)[0] as Client), uid: `c${index}` }));
  }
});
