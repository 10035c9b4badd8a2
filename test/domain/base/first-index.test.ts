import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstIndex } from '../../../src/domain/base/first-index.ts';

it('finds the first index that holds, or the count if none does', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(120), (count, first) => {
      expect(firstIndex(count, (index) => index >= first)).toBe(Math.min(count, first));
    }),
  );
});
