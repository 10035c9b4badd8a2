import { describe, expect, it } from 'vitest';
import { hasTaskList, readMarkdown } from '../../../src/input/foreign/markdown.ts';
import { readingAt } from '../../support/words.ts';

const READING = readingAt('2026-03-02T08:30Z', 'Europe/Berlin', 'dmy');
const read = (...lines: readonly string[]) => readMarkdown(lines.join('\n'), READING);
const one = async (line: string) => (await read(line)).items[0];

describe('a task list', () => {
  it.each([
    ['- [ ] Report', 'Report', undefined],
    ['* [x] Report', 'Report', 'done'],
    ['+ [X] Report', 'Report', 'done'],
    ['1. [ ] Report', 'Report', undefined],
    ['2) [x] Report', 'Report', 'done'],
    ['    - [ ] Report', 'Report', undefined],
    ['\t- [x] Report', 'Report', 'done'],
    ['> - [ ] Report', 'Report', undefined],
    ['- [-] Report', 'Report', 'deleted'],
    ['- [/] Report', 'Report', undefined],
  ])('has a line %j', async (line, title, how) => {
    const item = await one(line);
    expect([item?.title, item?.end?.how]).toEqual([title, how]);
    expect(hasTaskList(line)).toBe(true);
  });
  it.each(['- Report', '[ ] Report', '- [ ]', '- [x]Report', '- [link](x)', 'Report', '- [yes] Report'])(
    'has no line %j',
    (line) => {
      expect(hasTaskList(line)).toBe(false);
    },
  );
  it('is read with its days, and says what is not kept', async () => {
    const { items, unkept } = await read(
      '- [ ] Report 📅 2026-03-06 ⏫ ➕ 2026-02-20 🛫 2026-03-04',
      '- [x] Slides ✅ 2026-02-27',
      '- [ ] Plan ⏳ 2026-03-05 🔁 every week',
    );
    expect(items).toMatchObject([
      {
        title: 'Report',
        due: { at: '2026-03-06T16:00:00.000Z' },
        enteredAt: '2026-02-19T23:00:00.000Z',
        hiddenUntil: { at: '2026-03-04T16:00:00.000Z' },
      },
      { title: 'Slides', end: { how: 'done', at: '2026-02-27T16:00:00.000Z' } },
      { title: 'Plan', due: undefined },
    ]);
    expect(unkept).toEqual([
      { name: 'priority', lines: [1] },
      { name: 'scheduled', lines: [3] },
      { name: 'recurrence', lines: [3] },
    ]);
  });
  it('knows the headings above a task, and no code', async () => {
    const { items } = await read(
      '# Plans',
      '## Acme',
      '- [ ] A',
      '```',
      '- [ ] no',
      '```',
      '# Ideas #1',
      '- [ ] B',
    );
    expect(items.map(({ title, sections }) => [title, sections])).toEqual([
      ['A', ['Acme', 'Plans']],
      ['B', ['Ideas #1']],
    ]);
  });
  it('takes the kind from a tag', async () => {
    expect(await one('- [ ] Logins #waiting 📅 2026-03-06')).toMatchObject({
      title: 'Logins',
      kind: 'awaiting',
    });
    expect(await one('- [ ] Logins #web')).toMatchObject({ title: 'Logins #web', kind: undefined });
  });
  it('has the same tasks when one was ticked or moved', async () => {
    const sources = async (...lines: readonly string[]) =>
      (await read(...lines)).items.map(({ title, source }) => `${title} ${source}`).sort();
    const before = await sources('- [ ] A 📅 2026-03-06', '- [ ] B', '- [ ] B');
    const after = await sources('- [ ] B', '## Later', '  - [x] A 📅 2026-03-06 ✅ 2026-03-01', '- [ ] B');
    expect(after).toEqual(before);
  });
});
