import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsAll, placesOf, searchForm, soughtWords } from '../../../src/domain/streams/sought-words.ts';

/** A text with what was sought in brackets. */
function marked(query: string, text: string): string {
  let shown = '';
  let end = 0;
  for (const place of placesOf(soughtWords(query), text)) {
    shown += `${text.slice(end, place.start)}[${text.slice(place.start, place.end)}]`;
    end = place.end;
  }
  return shown + text.slice(end);
}

describe('sought words', () => {
  it('are letters and digits', () => {
    expect(soughtWords(`  can't "stop" 積書 ~3h - !? `)).toEqual(['can t', 'stop', '積 書', '3h']);
    expect(soughtWords('ＡＢＣ Café ガｱ')).toEqual(['ABC', 'Cafe', 'ガ ア']);
    expect(soughtWords('كَتَبَ हिन्दी')).toEqual(['كتب', 'हनद']);
    expect(soughtWords('!? 🚗 -')).toEqual([]);
  });

  it.each([
    ['rep', 'Report, reports; a prep report', '[Rep]ort, [rep]orts; a prep [rep]ort'],
    ['cafe', 'Das Café, cafe\u0301s', 'Das [Café], [cafe\u0301]s'],
    ['É', 'every été', '[e]very [é]té'],
    ['積書', '見積書の積書', '見[積書]の[積書]'],
    ['abc', '社ABC xabc', '社[ABC] xabc'],
    ["can't", "Can't, can t, cant", "[Can't], [can t], [cant]"],
    ['rep report', 'report', '[report]'],
    ['fi', 'ﬁnal', '[ﬁ]nal'],
    ['3h', 'take ~3h', 'take ~[3h]'],
    ['οδος', 'ΟΔΟΣ', '[ΟΔΟΣ]'],
    ['が', 'か\u3099が', '[か\u3099][が]'],
    ['x', '🚗 x 🚗', '🚗 [x] 🚗'],
    ['none', 'nothing', 'nothing'],
  ])('%s stands in %s', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
    expect(holdsAll(soughtWords(query), text)).toBe(expected.includes('['));
  });

  it('of any text are found in it, without overlaps', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, text, (query, other) => {
        const sought = soughtWords(query);
        expect(holdsAll(sought, query)).toBe(true);
        const places = placesOf(sought, `${other} ${query}`);
        for (const [index, { start, end }] of places.entries()) {
          expect(start).toBeGreaterThanOrEqual(places[index - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
        }
        expect(searchForm(searchForm(query)).replace(/\s+/g, '')).toBe(searchForm(query).replace(/\s+/g, ''));
      }),
    );
  });
});
