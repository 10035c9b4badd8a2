import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearWords } from '../../../src/domain/base/edit-distance.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import { type ClientMatch, lookUpClient, matchClient } from '../../../src/domain/streams/match-client.ts';
import { clientsNamed } from '../../support/situation.ts';

const CLIENTS = clientsNamed(
  'Joe',
  'Acme Corp',
  'Globex',
  'Smith & Sons',
  'Smith Partners',
  'New York Times',
  '株式会社アクメ',
  '山田 太郎',
);

/** A match as one line. */
function say(match: ClientMatch): string {
  if ('found' in match) return match.found.name;
  if ('ambiguous' in match) return `one of ${match.ambiguous.map((client) => client.name).join(', ')}`;
  if ('begun' in match) return `begins ${match.begun.map((client) => client.name).join(', ')}`;
  if ('near' in match) return `near ${match.near.map((client) => client.name).join(', ')}`;
  return 'unknown';
}

describe('a name means', () => {
  it.each([
    // The same name, apart from differences that do not matter.
    ['Acme Corp', 'Acme Corp'],
    ['acme corp', 'Acme Corp'],
    ['ACME-CORP', 'Acme Corp'],
    ['acme_corp', 'Acme Corp'],
    ['acmecorp', 'Acme Corp'],
    ['  Acme   Corp ', 'Acme Corp'],
    ['acme–corp', 'Acme Corp'],
    ['joe', 'Joe'],
    // A beginning in whole words that only one name has.
    ['acme', 'Acme Corp'],
    ['new', 'New York Times'],
    ['new york', 'New York Times'],
    ['new-york', 'New York Times'],
    ['newyork', 'New York Times'],
    ['smith', 'one of Smith & Sons, Smith Partners'],
    ['smith &', 'one of Smith & Sons, Smith Partners'],
    ['smith and sons', 'Smith & Sons'],
    // Any whole words that only one name has.
    ['york', 'New York Times'],
    ['york-times', 'New York Times'],
    ['times', 'New York Times'],
    ['sons smith', 'Smith & Sons'],
    ['london times', 'unknown'],
    // The beginning of a word.
    ['glo', 'begins Globex'],
    ['gl', 'unknown'],
    ['new yor', 'begins New York Times'],
    ['yor', 'begins New York Times'],
    ['smi', 'begins Smith & Sons, Smith Partners'],
    ['obe', 'unknown'],
    // Close: one typing mistake in a short name, two in a long one, none in a very short one.
    ['Jo', 'unknown'],
    ['Jeo', 'unknown'],
    ['Joel', 'unknown'],
    ['Zoe', 'unknown'],
    ['Tmies', 'near New York Times'],
    ['Globx', 'near Globex'],
    ['Golbex', 'near Globex'],
    ['Golbxe', 'unknown'],
    ['acem', 'near Acme Corp'],
    ['Amce Corpp', 'near Acme Corp'],
    ['Acme Group', 'unknown'],
    ['Initech', 'unknown'],
    // Names in Japanese: full and half width are the same, and each letter counts.
    ['株式会社アクメ', '株式会社アクメ'],
    ['株式会社ｱｸﾒ', '株式会社アクメ'],
    ['株式会社アクネ', 'near 株式会社アクメ'],
    ['山田太郎', '山田 太郎'],
    ['山田　太郎', '山田 太郎'],
    ['山田', '山田 太郎'],
    // Where words are not spaced, any two signs may be the beginning of one.
    ['アクメ', 'begins 株式会社アクメ'],
    ['会社', 'begins 株式会社アクメ'],
    ['会', 'unknown'],
    ['ＪＯＥ', 'Joe'],
  ])('%s: %s', (name, meaning) => {
    expect(say(matchClient(name, CLIENTS))).toBe(meaning);
  });

  it('a whole name takes precedence over the beginning of a longer one', () => {
    expect(say(matchClient('acme', clientsNamed('Acme Corp', 'Acme')))).toBe('Acme');
  });
  it('nobody, when nobody is known', () => {
    expect(say(matchClient('Joe', []))).toBe('unknown');
  });
  it('a client by its own name, whatever its case, spaces and dashes', () => {
    const word = fc.stringMatching(/^[a-zäöüß0-9]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(3), (words, variant) => {
        const [client] = clientsNamed(words.join(' '));
        const typed = [words.join('-'), words.join('_'), words.join('  '), words.join(' ')][variant] ?? '';
        expect(matchClient(typed, client ? [client] : [])).toEqual({ found: client });
      }),
    );
  });
  it('something, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 5 }), (name, names) => {
        expect(say(matchClient(name, clientsNamed(...names)))).toBeTypeOf('string');
      }),
    );
  });
  it('somebody else, if numbers or single letters distinguish them', () => {
    const shops = clientsNamed('Store 7', 'Team A');
    expect(matchClient('Store 8', shops)).toEqual({ unknown: true });
    expect(matchClient('Team B', shops)).toEqual({ unknown: true });
    expect(matchClient('Stroe 7', shops)).toMatchObject({ near: [{ name: 'Store 7' }] });
  });
  it('every one of several that are as near', () => {
    expect(say(matchClient('amce', clientsNamed('Acme Corp', 'Acme Labs')))).toBe(
      'near Acme Corp, Acme Labs',
    );
  });
});

describe('accents and punctuation', () => {
  const clients = clientsNamed(
    'Café Lumière',
    'Zoë Åkerström',
    'Müller & Söhne',
    "O'Brien & Sons",
    'J.P. Smørrebrød',
    'Łódź Straße 7',
    'Андрей',
    'ガガ',
  );
  it.each([
    ['cafe lumiere', 'Café Lumière'],
    ['cafe', 'Café Lumière'],
    ['lumiere', 'Café Lumière'],
    ['Cafe\u0301', 'Café Lumière'],
    ['Zoe Akerstrom', 'Zoë Åkerström'],
    ['zoe-aakerstroem', 'Zoë Åkerström'],
    ['muller-sohne', 'Müller & Söhne'],
    ['mueller-soehne', 'Müller & Söhne'],
    ['müller und söhne', 'unknown'],
    ['Mueller', 'Müller & Söhne'],
    ['o-brien-sons', "O'Brien & Sons"],
    ['obrien', "O'Brien & Sons"],
    ['O’BRIEN AND SONS!', "O'Brien & Sons"],
    ['jp smorrebrod', 'J.P. Smørrebrød'],
    ['lodz-strasse-7', 'Łódź Straße 7'],
    ['андрей', 'Андрей'],
    // The voicing mark of a kana is no accent.
    ['カカ', 'unknown'],
    ['ｶﾞｶﾞ', 'ガガ'],
  ])('%s: %s', (name, meaning) => {
    expect(say(matchClient(name, clients))).toBe(meaning);
  });
  it('do not make two clients of one, whichever way either was written', () => {
    for (const [typed, known] of [
      ['Müller', 'Mueller'],
      ['Mueller', 'Müller'],
      ['Åse', 'Aase'],
    ] as const) {
      expect(say(matchClient(typed, clientsNamed(known)))).toBe(known);
    }
  });
});

describe('the people of a client', () => {
  const [acme, globex, retired] = clientsNamed('Acme Corp', 'Globex', 'Acme Labs') as [
    Client,
    Client,
    Client,
  ];
  const dana = { name: 'Dana Reyes', email: 'Dana@acme.com', otherEmails: ['dana@reyes.org'] };
  const jose = { name: 'José García' };
  const clients = [
    { ...acme, people: [dana, { name: 'Sam Lee' }] },
    { ...globex, people: [jose, { name: 'Sam Hu' }] },
    { ...retired, retiredAt: '2026-03-01T09:00:00.000Z' },
  ];
  it.each([
    ['dana@acme.com', 'Acme Corp'],
    ['DANA@reyes.org', 'Acme Corp'],
    ['dana reyes', 'Acme Corp'],
    ['jose', 'Globex'],
    ['garcia', 'Globex'],
    ['sam lee', 'Acme Corp'],
    ['sam', 'one of Acme Corp, Globex'],
    ['gar', 'begins Globex'],
    ['bob@acme.com', 'unknown'],
    // One who is retired is not offered where another can be meant.
    ['acme', 'Acme Corp'],
    ['labs', 'Acme Labs'],
  ])('%s: %s', (name, meaning) => {
    expect(say(matchClient(name, clients))).toBe(meaning);
  });
  it('are known by the name that was typed', () => {
    expect(matchClient('jose', clients)).toMatchObject({ person: jose });
    expect(matchClient('globex', clients)).not.toHaveProperty('person');
  });
  it('the beginning of a word is enough to look a client up, if only one name has it', () => {
    expect(say(lookUpClient('glo', clients))).toBe('Globex');
    expect(say(lookUpClient('sa', clients))).toBe('unknown');
  });
});

describe('edit distance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '株'), maxLength: 8 });
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['joe', 'joe', 0],
    ['joe', 'jeo', 1],
    ['joe', 'jo', 1],
    ['joe', 'zoe', 1],
    ['kitten', 'sitting', 3],
    // No part is edited twice: transposed letters may not be separated again.
    ['ca', 'abc', 3],
    ['😀a', 'a😀', 1],
  ])('%s to %s is %i', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  it('is the same in both directions', () => {
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b) === editDistance(b, a)));
  });
  it('is zero between equal words, and only there', () => {
    fc.assert(fc.property(word, word, (a, b) => (editDistance(a, b) === 0) === (a === b)));
    fc.assert(fc.property(word, (a) => editDistance(a, a) === 0));
  });
  it('lies between the difference of the lengths and the longer length', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
  it('is one for two swapped neighbours', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom('ab', 'bé', 'c株'), (before, after, pair) => {
        const [x = '', y = ''] = pair;
        expect(editDistance(before + x + y + after, before + y + x + after)).toBe(1);
      }),
    );
  });
  it('finds the nearest first, and nothing for a word of two letters', () => {
    expect(nearWords('abcdefgh', ['abcdefxy', 'abcdefgx', 'xyzdefgh', 'abcdefgh'])).toEqual([
      'abcdefgx',
      'abcdefxy',
    ]);
    expect(nearWords('ab', ['abc', 'ac'])).toEqual([]);
  });
});
