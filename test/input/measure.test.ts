import { describe, expect, it } from 'vitest';
import { readMeasure } from '../../src/input/measure.ts';
import { CALENDAR, NOW } from '../support/situation.ts';

const context = { now: NOW, calendar: CALENDAR, order: 'mdy' as const };
const read = async (words: string) => {
  const measure = await readMeasure(words, context as never);
  return 'code' in measure
    ? measure.code
    : { ...measure, ...(measure.due && { due: measure.due.at.slice(0, 10) }) };
};

describe('a remedy or a prevention', () => {
  it.each([
    ['ours: new export by 12 mar', { side: 'ours', text: 'new export', due: '2026-03-12' }],
    ['Theirs: test file by friday', { side: 'theirs', text: 'test file', due: '2026-03-06' }],
    ['we: a second look', { side: 'ours', text: 'a second look' }],
    ['they : the list of names', { side: 'theirs', text: 'the list of names' }],
    ['new export by 12 mar', { text: 'new export', due: '2026-03-12' }],
    ['a price list @ 3 pages, checked by Dana', { text: 'a price list @ 3 pages, checked by Dana' }],
    ['Acme: the list', { text: 'Acme: the list' }],
    ['oursourcing: no', { text: 'oursourcing: no' }],
    ['ours: 東京へ行く by fri', { side: 'ours', text: '東京へ行く', due: '2026-03-06' }],
  ])('%s', async (words, measure) => {
    expect(await read(words)).toEqual(measure);
  });
  it('with a date that means nothing is refused', async () => {
    expect(await read('ours: new export by asap')).toMatch(/date/);
  });
});
