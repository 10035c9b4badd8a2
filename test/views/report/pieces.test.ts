import { describe, expect, it } from 'vitest';
import { ENGLISH_REPORT } from '../../../src/views/drafts/languages/report/en.ts';
import { loadLanguage } from '../../../src/views/drafts/load-language.ts';
import { fill, ours, plainSubject, plainWords, typed } from '../../../src/views/report/pieces.ts';

describe('a pattern', () => {
  it('is filled with pieces', () => {
    const line = fill('Moved from {from} to {to}', {
      from: ours('Monday'),
      to: [ours('Tuesday'), ours('!')],
    });
    expect(plainWords([line])).toBe('Moved from Monday to Tuesday!');
  });
  it('is not filled twice: what somebody typed may have braces', () => {
    expect(plainWords([fill('{words}', { words: typed('{to}'), to: ours('x') })])).toBe('{to}');
  });
});

describe('what somebody typed', () => {
  it('is on one line, and turns nothing round', () => {
    expect(typed(' a\n b\u202e\tc ').text).toBe('a b� c');
  });
  it('stands before what it belongs to', () => {
    expect(plainSubject([[typed('Menu')], [typed('Spring')]], (line) => plainWords([line]))).toBe(
      'Menu (Spring)',
    );
    expect(plainSubject([[typed('Menu')]], (line) => plainWords([line]))).toBe('Menu');
  });
});

describe('the words of all languages', () => {
  const fieldsIn = (words: object): string[] =>
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [
            `${key} ${[...value.matchAll(/\{\w+\}/g)]
              .map(([field]) => field)
              .sort()
              .join(' ')}`,
          ]
        : fieldsIn(value as object).map((field) => `${key}.${field}`),
    );

  it.each(['de', 'fr', 'es'])('have the same fields: %s', async (code) => {
    const language = await loadLanguage(code);
    expect(fieldsIn(language?.report ?? {})).toEqual(fieldsIn(ENGLISH_REPORT));
  });
});
