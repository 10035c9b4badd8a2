import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { readTitle, type Title, withoutClosing } from '../../src/input/title.ts';
import { readingAt } from '../support/words.ts';

const READING = readingAt('2026-03-04T09:00Z');

async function read(text: string): Promise<Title> {
  const title = await readTitle(text, READING);
  if (title instanceof Refusal) throw title;
  return title;
}

describe('inside the text of a new commitment', () => {
  it.each([
    ['Report @joe', { title: 'Report', client: 'joe' }],
    ['Report @acme-corp, please', { title: 'Report please', client: 'acme corp' }],
    ['@株式会社山田 翻訳', { title: '翻訳', client: '株式会社山田' }],
    ['Report ~3h', { title: 'Report', estimate: { hours: 3 } }],
    [
      'Report ~1h 30m for the board',
      { title: 'Report for the board', estimate: { hours: 1.5, text: '1h 30m' } },
    ],
    ['Report est 3h', { title: 'Report', estimate: { hours: 3 } }],
    ['Report est. 1.5d', { title: 'Report', estimate: { hours: 12, text: '1.5d' } }],
    ['Report est half a day', { title: 'Report', estimate: { hours: 4, text: 'half a day' } }],
    ['Report ~2-3d', { title: 'Report', estimate: { hours: 20, range: [16, 24], text: '2-3d' } as const }],
    [
      'Report ~2 to 3 days, v2',
      { title: 'Report , v2', estimate: { hours: 20, range: [16, 24], text: '2 to 3 days' } as const },
    ],
    ['Report ~3h to 4 people', { title: 'Report to 4 people', estimate: { hours: 3 } }],
    ['Report +portal', { title: 'Report', project: 'portal' }],
    [
      '+portal Report @joe ~2h',
      { title: 'Report', client: 'joe', project: 'portal', estimate: { hours: 2 } },
    ],
  ])('%s', async (text, understood) => {
    expect(await read(text)).toEqual(understood);
  });

  it('a final "by" announces the date', async () => {
    expect(await read('Report by friday 5pm')).toMatchObject({
      title: 'Report',
      by: { at: '2026-03-06T17:00:00.000Z', grain: 'time', text: 'friday 5pm' },
    });
    expect(await read('Novel by Joe by friday')).toMatchObject({
      title: 'Novel by Joe',
      by: { grain: 'day' },
    });
  });

  it.each(['asap', 'soon', 'whenever', 'someday', 'tbd', 'TBA'])('"by %s" is no date', async (word) => {
    expect(await readTitle(`Report by ${word}`, READING)).toMatchObject({ code: 'date-vague' });
  });

  it('"by" with a day that does not exist is refused rather than misread', async () => {
    expect(await readTitle('Report by 30 feb', READING)).toMatchObject({ code: 'date-impossible' });
  });

  it('"before" belongs to the date, and a sign to its number', async () => {
    expect(await read('Slides by before friday')).toMatchObject({
      title: 'Slides',
      by: { at: '2026-03-05T17:00:00.000Z' },
    });
    expect(await read('Slides ~,5h')).toEqual({ title: 'Slides', estimate: { hours: 0.5 } });
    expect(await read("Slides ~1'30h")).toEqual({ title: "Slides ~1'30h" });
  });

  it.each([
    'Write to dana@acme.com',
    'Sort invoices by when they were paid',
    'Drop by later',
    'Novel by Joe',
    'Port it to C++',
    'About ~3 items',
    'The best 3 options',
    'Is 5 + 3 right',
    'March the team to the door',
  ])('"%s" is all title', async (text) => {
    expect(await read(text)).toEqual({ title: text });
  });

  it.each([
    'Slides written by Tom',
    'Call Tom',
    'Timesheet week 12',
    'Report for KW12',
    'Rota w/c 9 march',
    'Fix items 11-30',
    'Update to 3.4.',
  ])('what more likely says what it is about is no date: %s', async (title) => {
    expect(await read(title)).toEqual({ title });
  });

  it('final words that look like a date are pointed out, and stay', async () => {
    expect(await read('Slides friday')).toEqual({ title: 'Slides friday', endsLikeDate: 'friday' });
    expect(await read('Slides for monday 5pm')).toMatchObject({ endsLikeDate: 'monday 5pm' });
    expect(await read('Slides before the first of june')).toMatchObject({
      endsLikeDate: 'before the first of june',
    });
    expect(await read('Before friday')).toMatchObject({ endsLikeDate: 'friday' });
    expect(withoutClosing('Slides, friday', 'friday')).toBe('Slides');
  });
});
