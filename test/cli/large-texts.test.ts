import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'followup-large-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** Milliseconds; far more than is needed, so that a busy machine does not matter, and far less than a square takes. */
const SOON = 8_000;

describe('a text of a megabyte', () => {
  it.each<[what: string, text: string]>([
    ['one word', 'x'.repeat(1_000_000)],
    ['short words', 'a '.repeat(500_000)],
    ['wide signs', '\u754c'.repeat(500_000)],
    ['combining signs', `a${'\u0301'.repeat(999_999)}`],
    ['joined emoji', '\u{1f469}\u200d\u{1f467}'.repeat(200_000)],
  ])(
    'is shown and found in time: %s',
    async (_what, text) => {
      const user = await new InProcessUser().given('add "the report" --for Acme');
      const lines: readonly [string, string?][] = [
        ['told Acme - --about 1', text],
        ['show 1'],
        ['client acme'],
        ['history'],
        ['history 1'],
        ['search a'],
        ['search x'],
        ['today'],
        ['list'],
        ['export'],
        ['undo'],
        ['redo'],
      ];
      for (const [line, stdin = ''] of lines) {
        const begun = performance.now();
        const { exitCode } = await user.run(line, { stdin });
        expect(exitCode).toBe(0);
        expect(performance.now() - begun).toBeLessThan(SOON);
      }
      expect((await user.run('history 1 --json')).stdout.length).toBeGreaterThan(500_000);
    },
    60_000,
  );
});

describe('many clients', () => {
  it('come in from a table in time', async () => {
    const file = join(FOLDER, 'clients.csv');
    const rows = Array.from({ length: 2000 }, (_, index) => `task ${index},Client ${index}`);
    writeFileSync(file, `title,client\n${rows.join('\n')}\n`);
    const begun = performance.now();
    const { exitCode } = await new InProcessUser().run(['import', file]);
    expect(exitCode).toBe(0);
    expect(performance.now() - begun).toBeLessThan(2 * SOON);
  }, 60_000);

  it('with names that are very long are told apart in time', async () => {
    const user = new InProcessUser();
    await user.run(['told', 'ab '.repeat(3000), 'hello']);
    const begun = performance.now();
    await user.run(['told', `${'ab '.repeat(2999)}ac`, 'hello']);
    await user.run(['told', 'ac'.repeat(150), 'hello']);
    expect(performance.now() - begun).toBeLessThan(SOON);
  });
});
