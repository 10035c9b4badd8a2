import { describe, expect, it } from 'vitest';
import { type Client, newClient } from '../../../src/domain/streams/client.ts';
import { mayNameSomebody } from '../../../src/domain/streams/find-names.ts';
import { march } from '../../support/situation.ts';

const named = (uid: string, name: string, more: Partial<Client> = {}): Client => ({
  ...newClient(uid, name, march(1)),
  ...more,
});

const ACME = named('acme', 'Acme Corp', {
  otherNames: [{ name: 'Apex Industries', merged: null }],
  people: [{ name: 'Dana Reyes', email: 'dana@acme.example' }],
});
const YAMADA = named('yamada', '山田商店');
const BOARD = named('board', 'The Board');
const ALL = [ACME, YAMADA, BOARD];

describe('a text that may be seen by others', () => {
  it.each([
    'New logo for Acme Corp',
    'the ACME-CORP logo',
    'AcmeCorp_logo.png',
    'Apex Industries contract',
    'call Dana Reyes',
    '山田商店の見積もり',
  ])('names a client or a person by the whole name, whomever it concerns: %s', (text) => {
    expect(mayNameSomebody(text, ALL, [])).toBe(true);
  });

  it.each([
    ['acme', 'Acme logo'],
    ['acme', "Acme's logo"],
    ['acme', 'lunch with Dana'],
    ['acme', 'Apex files'],
    ['yamada', '山田さんへ'],
    ['board', 'slides for the meeting'],
  ])('may name whom it concerns (%s) by any word of a name: %s', (uid, text) => {
    expect(mayNameSomebody(text, ALL, [uid])).toBe(uid !== 'yamada' || text.includes('山田商店'));
  });

  it.each(['Quarterly report', 'slides for the meeting', '見積もり', ''])('names nobody: %s', (text) => {
    expect(mayNameSomebody(text, ALL, ['acme', 'yamada'])).toBe(false);
  });

  it('may name somebody else by a word that means only them', () => {
    const globex = named('globex', 'Globex GmbH');
    expect(mayNameSomebody('same shop as for Globex', [...ALL, globex], ['acme'])).toBe(true);
    expect(mayNameSomebody('as Reyes does', ALL, ['board'])).toBe(true);
  });

  it('is not taken for a name because of a word of somebody whom it does not concern', () => {
    expect(mayNameSomebody('the quarterly report', ALL, ['acme'])).toBe(false);
    expect(mayNameSomebody('the quarterly report', ALL, ['board'])).toBe(true);
  });
});
