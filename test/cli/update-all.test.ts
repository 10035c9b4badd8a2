import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

const SICK = 'I was ill, and am back: all of it goes on';

async function afterAnIllness() {
  const user = await newUser({ now: '2026-03-02T09:00', zone: 'America/New_York' });
  await user.given(
    'add "Login page" --for "Acme Corp" --agreed "20 mar" --in-writing',
    'add "Report of the year" --for "Acme Corp" --agreed "27 mar" --in-writing',
    'add "A thing without a date" --for "Acme Corp"',
    'promise notes --to "Acme Corp" --by "30 mar"',
    'await logins --from "Acme Corp" --by "27 mar"',
    'add Other --for Globex --agreed "27 mar" --in-writing',
    'told Zed "hello there"',
  );
  await user.at('2026-03-06T09:00').given('heard Acme "when is it?" --needs-reply');
  return user.at('2026-03-06T09:30');
}

describe.concurrent('one word about everything open with a client', () => {
  it('is what today offers where several updates are due, and settles them', async ({ expect }) => {
    const user = await afterAnIllness();
    await user.runAll(
      'today',
      'overdue',
      `update -c acme "${SICK}"`,
      'today',
      'search ill',
      'history --limit 1',
      'undo',
      'draft -c acme update --say "I was ill" --sent',
      'client acme',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/update-all.txt');
  });

  it('goes to several clients as one operation, or to none', async ({ expect }) => {
    const user = await afterAnIllness();
    await user.runAll(
      `update -c acme -c zed "${SICK}"`,
      `update -c acme -c globex -c "Acme Corp" "${SICK}" --next "tue 10 mar"`,
      'list --limit all',
      'undo',
      'history --limit 2',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/update-all-several.txt');
  });

  it('prints the commitments, and the lines that it settles name it', async ({ expect }) => {
    const user = await afterAnIllness();
    const { attention } = await user.json<{ attention: { command: string; together?: number[] }[] }>('today');
    const lines = attention.filter(({ together }) => together);
    expect(lines.map(({ command, together }) => [command, together])).toEqual(
      [1, 2, 3].map(() => [`followup update -c 'Acme Corp' TEXT`, [1, 2, 4]]),
    );
    const updated = await user.json<{ id: number; nextUpdate: string | null }[]>([
      'update',
      '-c',
      'Acme Corp',
      SICK,
    ]);
    expect(updated.map(({ id, nextUpdate }) => [id, nextUpdate])).toEqual([
      [1, '2026-03-11T17:00:00-04:00'],
      [2, '2026-03-11T17:00:00-04:00'],
      [3, null],
      [4, '2026-03-11T17:00:00-04:00'],
      [7, null],
    ]);
  });

  it('is refused where it is unclear what it is about', async ({ expect }) => {
    const user = await afterAnIllness();
    await user.runAll(
      'update 3 -c acme hello there',
      'update -c acme 3',
      'update -c acme',
      'update -c nobody hello',
      'update -c glob hello',
      'update -c globx hello',
      'update -c zed hello',
      'update -c zed hello --next yesterday',
      'update hello',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/refusals/update-all.txt');
  });
});
