import { describe, expect, it } from 'vitest';
import { decideDrop } from '../../../src/domain/decisions/drop.ts';
import { asked, given } from '../../support/given.ts';

describe('drop', () => {
  it('needs the reason', () => {
    given(asked()).when(decideDrop, {}).isRefused('reason-missing', 'followup drop 1 --because WHY');
    given(asked()).when(decideDrop, { because: '' }).isRefused('reason-missing');
  });
});

it('a refusal has a code, a message and a hint', () => {
  expect(() => given(asked()).when(decideDrop, {}).isRefused('text-missing')).toThrow();
});
