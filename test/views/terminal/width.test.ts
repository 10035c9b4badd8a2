import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import {
  fitLines,
  pad,
  truncate,
  truncateBetweenWords,
  widthOf,
  wrap,
} from '../../../src/views/terminal/width.ts';

const PIECES = [
  'a',
  'Report',
  ' ',
  ' of ',
  'ü',
  '株式',
  '会',
  '🎉',
  '👩‍👩‍👧‍👦',
  '…',
  '—',
  'e\u0301',
  '한국',
  '.',
];
const anyTitle = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('widthOf', () => {
  it.each([
    ['', 0],
    ['Report', 6],
    ['Žluť', 4],
    ['株式会社', 8],
    ['🎉', 2],
    ['e\u0301', 1],
    ['…', 1],
  ])('%j takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  it('agrees with terminals', () => {
    fc.assert(fc.property(anyTitle, (text) => widthOf(text) === stringWidth(text)));
  });
});

describe('truncate', () => {
  it.each([
    ['Report', 6, 'Report'],
    ['Report', 5, 'Repo…'],
    ['Report for', 8, 'Report…'],
    ['Report', 1, '…'],
    ['Report', 0, ''],
    ['株式会社', 8, '株式会社'],
    ['株式会社', 7, '株式会…'],
    ['株式会社', 6, '株式…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 3, '👩‍👩‍👧‍👦…'],
    ['Report 株式会社', 5, 'Repo…'],
    ['cafe\u0301 noir', 5, 'cafe\u0301…'],
    ['🇩🇩🇪a#\u20e3b', 6, '🇩🇩🇪a…'],
  ])('cuts %j to %i columns', (text, width, cut) => {
    expect(truncate(text, width)).toBe(cut);
  });

  it('never exceeds the width, and says when it has cut', () => {
    fc.assert(
      fc.property(anyTitle, fc.integer({ min: 1, max: 40 }), (text, width) => {
        const cut = truncate(text, width);
        expect(stringWidth(cut)).toBeLessThanOrEqual(width);
        if (cut !== text) {
          expect(cut.endsWith('…')).toBe(true);
          expect(text.startsWith(cut.slice(0, -1))).toBe(true);
        }
      }),
    );
  });
});

describe('pad', () => {
  it('fills up to the width, and leaves wider text alone', () => {
    expect(pad('ab', 4)).toBe('ab  ');
    expect(pad('株', 4)).toBe('株  ');
    expect(pad('abcde', 4)).toBe('abcde');
  });
});

describe('wrap', () => {
  it('breaks between words, and indents what follows', () => {
    expect(wrap('They said no, because: board meeting', 16, '  ')).toEqual([
      'They said no,',
      '  because: board',
      '  meeting',
    ]);
    expect(wrap('short', 16)).toEqual(['short']);
    expect(wrap('', 16)).toEqual(['']);
  });

  it('breaks a word that is longer than a line', () => {
    const url = `https://example.com/${'a'.repeat(40)}`;
    const japanese = '四半期報告書の作成とレビューをお願いします';
    for (const text of [url, `see ${url} there`, japanese, `1 ${japanese}`]) {
      const lines = wrap(text, 20, '  ');
      for (const line of lines) expect(stringWidth(line), text).toBeLessThanOrEqual(20);
      expect(
        lines
          .map((line) => line.trim())
          .join('')
          .replaceAll(' ', ''),
      ).toBe(text.replaceAll(' ', ''));
    }
  });

  it('keeps every word, and every line within the width where words are short', () => {
    const words = fc.array(fc.constantFrom('a', 'Report', 'über', '株式', '🎉', 'on'), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 40 }), (all, width) => {
        const lines = wrap(all.join(' '), width, '  ');
        expect(lines.map((line) => line.trim()).join(' ')).toBe(all.join(' '));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('truncateBetweenWords', () => {
  it.each([
    ['Tue 10 Mar 17:00', 16, 'Tue 10 Mar 17:00'],
    ['Tue 10 Mar 17:00', 15, 'Tue 10 Mar…'],
    ['Tue 10 Mar 10:00-14:00', 17, 'Tue 10 Mar 10:00…'],
    ['Tue 10 Mar 10:00-14:00', 16, 'Tue 10 Mar…'],
    ['Donnerstag', 5, 'Donn…'],
  ])('cuts %j to %i columns', (text, columns, cut) => {
    expect(truncateBetweenWords(text, columns)).toBe(cut);
  });
});

describe('fitLines', () => {
  it('breaks lines that are too wide between words, and keeps their indentation', () => {
    expect(fitLines('Nothing\n  has a date yet, so it comes first', 20)).toBe(
      'Nothing\n  has a date yet, so\n  it comes first',
    );
  });

  it('leaves a command or a path whole, because people copy them', () => {
    const path = '/home/ana/data/followup/followup.db';
    expect(fitLines(`They are kept in ${path}`, 20)).toBe(`They are kept in\n${path}`);
    expect(fitLines("  fup told 'Ana Ruiz' TEXT", 20)).toBe("  fup told 'Ana Ruiz' TEXT");
  });

  it('leaves a job of cron whole, and breaks what merely begins with numbers', () => {
    const job = '45 8 * * 1-5 TZ=Europe/Berlin node followup remind --db /f.db';
    expect(fitLines(job, 40)).toBe(job);
    const guarded =
      '45 12,13 * * 1-5 [ "$(TZ=Europe/Berlin date +\\%H\\%M)" = 0845 ] && TZ=Europe/Berlin node';
    expect(fitLines(guarded, 40)).toBe(guarded);
    expect(fitLines('1 2 3 4 5 6 7 8 hours that somebody wrote', 20)).toBe(
      '1 2 3 4 5 6 7 8\nhours that somebody\nwrote',
    );
  });
});
