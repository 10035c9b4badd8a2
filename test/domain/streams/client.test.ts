import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearWords } from '../../../src/domain/base/edit-distance.ts';
import { type ClientMatch, matchClient } from '../../../src/domain/streams/match-client.ts';
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
    ['smith &', 'Smith & Sons'],
    // Not a whole word, or not at the beginning.
    ['glo', 'unknown'],
    ['york', 'unknown'],
    ['times', 'unknown'],
    ['new yor', 'near New York Times'],
    // Close: one typing mistake in a short name, two in a long one.
    ['Jo', 'unknown'],
    ['Jeo', 'near Joe'],
    ['Joel', 'near Joe'],
    ['Zoe', 'near Joe'],
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
    ['山田', 'unknown'],
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
