import { describe, expect, it } from 'vitest';
import { type AdviceKind, adviseOn } from '../../../src/domain/advice/advise-on.ts';
import { sayAdvice } from '../../../src/views/words/advice.ts';

const KINDS: readonly AdviceKind[] = ['no-date', 'responsibility', 'no-choice', 'broken-record'];

describe.each(KINDS)('the remark on %s', (kind) => {
  it('quotes the piece, cut between words if it is long', () => {
    expect(sayAdvice({ kind, piece: 'as we said' })).toContain('"as we said"');
    const long = sayAdvice({ kind, piece: 'so many words '.repeat(1000) });
    expect(long).toContain('words so…"');
    expect(long.length).toBeLessThan(300);
  });

  it('proposes words that get no advice themselves', () => {
    const [, proposed = ''] = /: "([^"]+)"$/.exec(sayAdvice({ kind, piece: 'x' })) ?? [];
    expect(proposed.length).toBeGreaterThan(20);
    expect(adviseOn({ text: proposed, hasDate: false, earlier: [] })).toEqual([]);
  });
});
