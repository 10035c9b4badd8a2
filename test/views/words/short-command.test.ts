import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttentionLine } from '../../../src/domain/agenda/attention.ts';
import { shortCommand } from '../../../src/views/words/short-command.ts';
import { viewContextAt } from '../../support/view-context.ts';

const base = await viewContextAt();

/** The short name of the first of these clients, as used in the command for a client who has heard nothing. */
function handleOfFirst(names: readonly string[]): string | undefined {
  const view = { ...base, names: new Map(names.map((name, index) => [`c${index}`, name])) };
  const quiet = { reason: 'quiet-client', counterpart: 'c0', commitment: null } as AttentionLine;
  return shortCommand(quiet, view).split(' ')[1];
}

describe('the short name of a client', () => {
  it.each([
    [['Acme Corp', 'Joe'], 'acme'],
    [['Acme Corp', 'Acme Labs'], 'acme-corp'],
    [['Acme', 'Acme Labs'], 'acme'],
    [['Acme Corp', 'Acmeville'], 'acme-corp'],
    [['Al Gore', 'Joe'], 'al-gore'],
    [['Jo', 'Joe'], 'jo'],
    [['Acme Corp North', 'Acme Corp North'], 'acme-corp-north'],
  ])('%j: %s', (names, handle) => {
    expect(handleOfFirst(names)).toBe(handle);
  });

  it('is the first words that no other name begins with', () => {
    const word = fc.constantFrom('Acme', 'Acmeville', 'acme', 'Al', 'Corp', 'Émile', '株式会社', 'B');
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), (names) => {
        const joined = names.map((each) => each.toLowerCase().replaceAll(' ', '-'));
        const words = joined[0]?.split('-') ?? [];
        const starts = words.map((_, index) => words.slice(0, index + 1).join('-'));
        const unique = starts.find(
          (start) => [...start].length >= 3 && joined.filter((each) => each.startsWith(start)).length === 1,
        );
        expect(handleOfFirst(names)).toBe(unique ?? joined[0]);
      }),
    );
  });
});
