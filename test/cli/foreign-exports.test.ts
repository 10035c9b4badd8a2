import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

/** A file in the form of each program, with made-up content. */
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../support/exports');
const FILES = readdirSync(FOLDER).sort();

/** What somebody sees who runs these lines with a file, which stands for FILE. */
async function transcribe(user: InProcessUser, file: string, ...lines: readonly string[]): Promise<string> {
  const said: string[] = [];
  for (const line of lines) {
    const words = line.split(' ').map((word) => (word === 'FILE' ? join(FOLDER, file) : word));
    const { stdout, stderr, exitCode } = await user.run(words);
    const errors = stderr.replace(/^(?=.)/gm, '! ');
    said.push(
      `$ followup ${line.replace('FILE', file)}\n${stdout}${errors}${exitCode === 0 ? '' : `exit ${exitCode}\n`}`,
    );
  }
  return said.join('\n');
}

describe.concurrent('an export of another program', () => {
  it.for(FILES)('comes in: %s', async (file, { expect: expectIn }) => {
    const user = await new InProcessUser().given('add Audit --for "Acme Corp"');
    const transcript = await transcribe(
      user,
      file,
      'import FILE --dry-run',
      'import FILE',
      'list --sort number',
      'import FILE --all',
      'list --all --sort number --plain',
      'import FILE --all',
      'undo 2',
      'list --all --plain',
    );
    await expectIn(transcript).toMatchFileSnapshot(`snapshots/exports/${file}.txt`);
  });

  it.for(FILES)('leaves nothing to do of what was completed: %s', async (file, { expect: expectIn }) => {
    const user = await new InProcessUser().given();
    await user.run(['import', join(FOLDER, file), '--all', '--client', 'Acme']);
    const closed = await user.json<{ id: number; state: string }[]>('list --all');
    expectIn(closed.map(({ state }) => state)).not.toContain('done');
    const shut = new Set(
      closed.filter(({ state }) => /^(?:accepted|dropped)$/.test(state)).map(({ id }) => id),
    );
    const { attention } = await user.json<{ attention: { id: number | null }[] }>('today');
    expectIn(attention.filter(({ id }) => id !== null && shut.has(id))).toEqual([]);
  });
});

describe('forty rows that are completed', () => {
  it('leave one line of attention for the one that is open', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `Task ${index},Client ${index % 5},Done,2026-02-${20 + (index % 5)}`,
    );
    const stdin = ['title,client,status,completed at', ...rows, 'Open one,Client 1,Open,'].join('\n');
    const user = new InProcessUser();
    await user.run('import - --all', { stdin });
    const { attention } = await user.json<{ attention: { reason: string; title: string }[] }>('today');
    expect(attention.filter(({ reason }) => reason !== 'review')).toMatchObject([{ title: 'Open one' }]);
  });
});
