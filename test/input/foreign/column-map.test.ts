import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import {
  parseColumnMap,
  refuseMissingHeading,
  sayColumnMap,
  tableKey,
} from '../../../src/input/foreign/column-map.ts';

describe('what somebody says about headings', () => {
  it.each([
    ['title=Betreff', { title: ['Betreff'] }],
    ['title=Betreff,due=Fällig', { title: ['Betreff'], due: ['Fällig'] }],
    ['title = Betreff , due = Fällig am', { title: ['Betreff'], due: ['Fällig am'] }],
    ['Title=Betreff', { title: ['Betreff'] }],
    ['title="a, b", due=c', { title: ['a, b'], due: ['c'] }],
    ['title=a, b,due=c', { title: ['a, b'], due: ['c'] }],
    ['notes=A,notes=B', { notes: ['A', 'B'] }],
    ["title='it=5'", { title: ['it=5'] }],
    ['# ours\ntitle = Betreff\r\n\ndue = Fällig', { title: ['Betreff'], due: ['Fällig'] }],
    ["title=Anna's list", { title: ["Anna's list"] }],
  ])('%j', (text, map) => {
    expect(parseColumnMap(text)).toEqual(map);
  });
  it.each([
    ['titel=Betreff', 'map-unknown-column', 'Did you mean title?'],
    ['priority=Prio', 'map-unknown-column', 'It is one of: title, client, who, due'],
    ['title', 'map-not-understood', '--map title=Betreff'],
    ['title=', 'map-not-understood', '--map title=Betreff'],
    ['=Betreff', 'map-not-understood', '--map title=Betreff'],
    ['# nothing', 'map-not-understood', '--map title=Betreff'],
    ['constructor=x', 'map-unknown-column', 'It is one of'],
  ])('is refused: %j', (text, code, hint) => {
    expect(parseColumnMap(text)).toMatchObject({ code, hint: expect.stringContaining(hint), kind: 'usage' });
  });
  it('reads back as it is said', () => {
    for (const text of ['title=Betreff, due=Fällig am', 'title="a, b", notes=c, notes=d']) {
      const map = parseColumnMap(text);
      if (map instanceof Refusal) throw map;
      expect(sayColumnMap(map)).toBe(text);
      expect(parseColumnMap(sayColumnMap(map))).toEqual(map);
    }
  });
  it('names a heading that is there', () => {
    expect(refuseMissingHeading({ title: ['betreff'] }, ['Betreff', 'Ende'])).toBeNull();
    expect(refuseMissingHeading({ title: ['Betref'] }, ['Betreff', 'Ende'])).toMatchObject({
      code: 'map-no-such-heading',
      hint: 'Nothing was imported. Did you mean Betreff? Its headings are: Betreff, Ende.',
    });
  });
});

describe('a table', () => {
  it('is known again by its headings, in any order and however often they come', () => {
    expect(tableKey(['Ende', 'Vorhaben'])).toBe(tableKey(['vorhaben', 'ENDE', 'Ende']));
    expect(tableKey(['Ende'])).not.toBe(tableKey(['Ende', 'Preis']));
  });
});
