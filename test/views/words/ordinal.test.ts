import { expect, it } from 'vitest';
import { ordinal } from '../../../src/views/words/ordinal.ts';

it.each([
  [1, 'first'],
  [4, 'fourth'],
  [10, 'tenth'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [21, '21st'],
  [22, '22nd'],
  [23, '23rd'],
  [24, '24th'],
  [101, '101st'],
  [111, '111th'],
])('%i is the %s', (place, word) => {
  expect(ordinal(place)).toBe(word);
});
