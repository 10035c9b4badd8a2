import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-limits-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const TITLE = 't'.repeat(10_001);
const WORDS = 'w'.repeat(1_000_001);
const PHRASE = 'p'.repeat(201);

describe('a text that is too long', () => {
  it.each<[words: readonly string[], stdin: string, limit: string, length: string]>([
    [['add', TITLE, '--for', 'Acme'], '', '10,000', '10,001'],
    [['add', '-', '--for', 'Acme'], TITLE, '10,000', '10,001'],
    [['add', 'x', '--for', TITLE], '', '10,000', '10,001'],
    [['add', 'x', '--project', TITLE], '', '10,000', '10,001'],
    [['add', 'x', '--because', WORDS], '', '1,000,000', '1,000,001'],
    [['add', 'x', '--by', PHRASE], '', '200', '201'],
    [['edit', '1', '--title', TITLE], '', '10,000', '10,001'],
    [['told', 'Acme', '-'], WORDS, '1,000,000', '1,000,001'],
    [['told', TITLE, 'hello'], '', '10,000', '10,001'],
    [['note', '1', '-'], WORDS, '1,000,000', '1,000,001'],
    [['note', '1', 'x', '--link', TITLE], '', '10,000', '10,001'],
    [['offer', '1', PHRASE], '', '200', '201'],
    [['client', 'Acme', '--rename', TITLE], '', '10,000', '10,001'],
    [['client', 'Acme', '--person', TITLE], '', '10,000', '10,001'],
    [['client', 'Acme', '--remember', WORDS], '', '1,000,000', '1,000,001'],
    [['config', 'work.hours', PHRASE], '', '200', '201'],
    [['jot', 'Acme', '-'], WORDS, '1,000,000', '1,000,001'],
    [['jot', 'Acme', '-'], `promised ${TITLE} by friday`, '10,000', '10,0'],
    [['when', PHRASE], '', '200', '201'],
  ])(
    'is refused with the limit and its length, and changes nothing: %.40j',
    async (words, stdin, limit, length) => {
      const user = await new InProcessUser().given('add "the report" --for Acme');
      const before = (await user.run('export')).stdout;
      const { stderr, stdout, exitCode } = await user.run(words, { stdin });
      expect(exitCode).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain(`at most ${limit} characters`);
      expect(stderr).toContain(`has ${length}`);
      expect(stderr.length).toBeLessThan(1000);
      expect((await user.run('export')).stdout).toBe(before);
    },
  );

  it('may have as many signs as there are characters, not code units', async () => {
    const user = new InProcessUser();
    expect((await user.run(['add', '\u{1f600}'.repeat(10_000), '--for', 'Acme'])).exitCode).toBe(0);
    expect((await user.run(['add', '\u{1f600}'.repeat(10_001), '--for', 'Acme'])).exitCode).toBe(1);
  });

  it('is rejected line by line in an import', async () => {
    const file = join(FOLDER, 'tasks.csv');
    writeFileSync(file, `title,client,notes\nfine,Acme,\n${TITLE},Acme,\nx,${TITLE},\ny,Acme,${WORDS}\n`);
    const { stdout, exitCode } = await new InProcessUser().run(['import', file, '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      imported: [1],
      rejects: [
        { line: 3, code: 'text-too-long' },
        { line: 4, code: 'text-too-long' },
        { line: 5, code: 'text-too-long' },
      ],
    });
  });

  it('gives a reply a title that is short enough, and keeps all its words', async () => {
    const user = new InProcessUser();
    await user.run(['heard', 'Acme', '-', '--needs-reply'], { stdin: 'a '.repeat(20_000) });
    const [reply] = await user.json<{ title: string }[]>('list');
    expect(reply?.title).toHaveLength(10_000);
    expect((await user.run('client acme --json')).stdout).toContain('a '.repeat(19_000));
  });
});

describe('lone halves of characters', () => {
  it('are replaced where they come in', async () => {
    const user = new InProcessUser();
    await user.run(['add', 'a\ud800b', '--for', 'Ac\udc00me', '--project', 'p\ud800']);
    const file = join(FOLDER, 'tasks.json');
    writeFileSync(
      file,
      '[{"description":"x\\ud800y","project":"Z\\udfff.q","annotations":[{"description":"n\\ud800"}]}]',
    );
    await user.run(['import', file]);
    const titles = (await user.json<{ title: string; client: string }[]>('list')).map(
      ({ title, client }) => title + client,
    );
    expect(titles.sort()).toEqual(['a\ufffdbAc\ufffdme', 'x\ufffdyZ\ufffd']);
    expect((await user.run('doctor')).exitCode).toBe(0);
  });
});
