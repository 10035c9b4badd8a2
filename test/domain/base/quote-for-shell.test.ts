import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteForShell } from '../../../src/domain/base/quote-for-shell.ts';
import { splitWords } from '../../support/cli.ts';

describe('quoteForShell', () => {
  it.each([
    ['done', 'done'],
    ['3,5', '3,5'],
    ['Émile', 'Émile'],
    ['Acme Corp', "'Acme Corp'"],
    ["O'Hara", "'O'\\''Hara'"],
    ['', "''"],
    ['$HOME', "'$HOME'"],
    ['~joe', "'~joe'"],
  ])('writes %j as %s', (word, quoted) => {
    expect(quoteForShell(word)).toBe(quoted);
  });

  it('reads back unchanged in a shell', () => {
    const words = fc.sample(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 12 }), 100);
    const harmless = words.filter((word) => !word.includes('\0'));
    const script = `printf '%s\\0' ${harmless.map(quoteForShell).join(' ')}`;
    const read = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
    expect(read).toEqual(harmless);
    expect(splitWords(harmless.map(quoteForShell).join(' '))).toEqual(harmless);
  });
});
