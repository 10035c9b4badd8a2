import { describe, expect, it } from 'vitest';
import { readAlternatives } from '../../../src/domain/advice/needed-letters.ts';

const neededIn = (source: string) => readAlternatives(source).map(({ needed }) => needed);

describe('the letters that a pattern needs', () => {
  it.each([
    ['delayed', [['delayed']]],
    ['late|on hold', [['late'], ['hold']]],
    ['(?:late|overdue) again', [['again']]],
    ['the (?:late|overdue)', [['late', 'overdue']]],
    ['cancell?ed', [['cancel']]],
    ['fail(?:ed|s)? (?:twice)?', [['fail']]],
    ['(?:early )*late', [['late']]],
    ['(?:\\w+ ){0,3}late(?! (?:fee|shift))', [['late']]],
    ['@not (?:it|ready)', [['@not']]],
    ['[abc]def\\w+', [['def']]],
  ])('of %s are %j', (source, needed) => {
    expect(neededIn(source)).toEqual(needed);
  });

  it('are unknown where common or short words alone may match', () => {
    expect(neededIn('(?:is|delayed)')).toEqual([null]);
    expect(neededIn('we (?:will|shall) \\w+')).toEqual([null]);
    expect(neededIn('(?<=late )it')).toEqual([null]);
  });

  it('come with the alternatives that are not within brackets', () => {
    expect(readAlternatives('a|b (?:c|[|)]|\\|)|d').map(({ source }) => source)).toEqual([
      'a',
      'b (?:c|[|)]|\\|)',
      'd',
    ]);
  });
});
