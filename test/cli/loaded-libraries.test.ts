import { expect, it, vi } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const loaded = vi.hoisted(() => new Set<string>());
vi.mock('valibot', (original) => {
  loaded.add('valibot');
  return original();
});

it('what checks a journal is loaded only by commands that check one', async () => {
  const user = await new InProcessUser().given('add Report --for Joe --by friday', 'undo', 'redo');
  await user.given('today', 'list', 'show 1', 'help', 'help doctor', 'completion bash');
  expect([...loaded]).toEqual([]);
  await user.given('doctor');
  expect([...loaded]).toEqual(['valibot']);
});
