import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { NO_MAPS } from '../../../src/input/foreign/find-header.ts';
import { readJson, recogniseJson } from '../../../src/input/foreign/json.ts';
import { readingAt } from '../../support/words.ts';

const READING = readingAt('2026-03-02T08:30Z', 'Europe/Berlin', 'dmy');
const refused = (document: unknown) => recogniseJson(JSON.stringify(document), NO_MAPS) as Refusal;

async function itemsIn(document: unknown) {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const file = await readJson(text, READING, NO_MAPS);
  if (file instanceof Refusal) throw file;
  return file.items;
}

describe('JSON', () => {
  it.each([
    ['journal', { format: 'followup-journal', version: 1, operations: [] }],
    ['taskwarrior', [{ description: 'Report', uuid: 'u', entry: '20260301T090000Z' }]],
    ['taskwarrior', [{ id: 1, description: 'Report' }]],
    ['taskwarrior', []],
    ['json', [{ title: 'Report' }]],
    ['json', [{ description: 'Report', due: '2026-03-09' }]],
    ['json', [{ name: 'Report', description: 'in colour', id: 3 }]],
    ['json', { tasks: [{ name: 'Report', due_on: '2026-03-09' }] }],
    ['json', { data: { items: [{ content: 'Report', due: '2026-03-09' }] } }],
    ['json', { name: 'Board', lists: [], cards: [{ id: 'c', name: 'Report' }] }],
  ])('is of the format %s', (format, document) => {
    expect(recogniseJson(JSON.stringify(document), NO_MAPS)).toBe(format);
  });
  it.each([
    ['an empty object', {}],
    ['an object with name, version, dependencies', { name: 'x', version: '1', dependencies: {} }],
    ['a list of 3 numbers', [1, 2, 3]],
    ['a list of one string', ['call joe']],
    ['a list of 2 lists', [[1], [2]]],
    ['a list of 2 values', [1, 'a']],
    ['a list of one object with colour', [{ colour: 'red' }]],
    [
      'an object with a, b, c, d, e, f, g, h and 1 more',
      { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1 },
    ],
  ])('that is none is named: %s', (what, document) => {
    expect(refused(document)).toMatchObject({
      code: 'other-json',
      message: `This is JSON, ${what}, and nothing in it is known as a task.`,
    });
  });
  it('that is broken is named with its place', () => {
    const broken = (text: string) => (recogniseJson(text, NO_MAPS) as Refusal).message;
    expect(broken('[{"title": "Report"},\n{"title"')).toBe(
      'This looks like JSON, but it breaks off before its end.',
    );
    expect(broken('[{"title": "Report"},\n{title: 1}]')).toBe(
      'This looks like JSON, but it is broken in line 2.',
    );
  });
  it.each(['[x] Report @joe', '[ ] Report', '{draft} Report', 'Report', '"Report"'])(
    'is not what only looks a little like it: %s',
    (text) => {
      expect(recogniseJson(text, NO_MAPS)).toBeNull();
    },
  );
});

describe('a list of objects', () => {
  it('is read like a table', async () => {
    const items = await itemsIn([
      {
        title: 'Report',
        due: { date: '2026-03-09', is_recurring: false },
        assignee: { name: 'Robin' },
        client: 'Acme',
        notes: null,
        labels: ['web', { name: 'urgent' }],
      },
      { title: 'Slides', estimated_hours: 2, completed: true },
    ]);
    expect(items).toMatchObject([
      { line: 1, title: 'Report', client: 'Acme', due: { at: '2026-03-09T16:00:00.000Z' }, notes: [] },
      { line: 2, title: 'Slides', estimate: { hours: 2 }, end: { how: 'done' } },
    ]);
  });
  it('may be an object a line', async () => {
    expect(await itemsIn('{"title":"Report"}\n{"title":"Slides"}')).toHaveLength(2);
  });
  it('may have any names', async () => {
    const items = await itemsIn('[{"title":"Report","constructor":"x","__proto__":"y","toString":"z"}]');
    expect(items).toMatchObject([{ title: 'Report' }]);
  });
});

describe('a board', () => {
  const board = (card: object, list: object = {}) => ({
    name: 'Globex',
    lists: [{ id: 'l', name: 'Doing', closed: false, ...list }],
    cards: [{ id: 'c', name: 'Report', idList: 'l', ...card }],
  });

  it.each([
    ['open', {}, {}, undefined],
    ['done', { dueComplete: true }, {}, 'done'],
    ['done', {}, { name: 'Done' }, 'done'],
    ['done', {}, { name: 'Erledigt' }, 'done'],
    ['dropped', { closed: true }, {}, 'deleted'],
    ['dropped', {}, { closed: true }, 'deleted'],
    ['done', { closed: true, dueComplete: true }, {}, 'done'],
  ])('has a card that is %s', async (_what, card, list, how) => {
    expect((await itemsIn(board(card, list)))[0]?.end?.how).toBe(how);
  });
  it('says when a card was made by its id', async () => {
    expect(await itemsIn(board({ id: '6996d3a1b2c3d4e5f6a7b8c9' }))).toMatchObject([
      { enteredAt: new Date(0x6996d3a1 * 1000).toISOString() },
    ]);
    expect(await itemsIn(board({ id: 'c1' }))).toMatchObject([{ enteredAt: undefined }]);
  });
  it('is a client or a project by its names', async () => {
    expect(await itemsIn(board({}))).toMatchObject([{ project: 'Globex', sections: ['Doing'] }]);
  });
});
