import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';

/** Three days of work for two clients, some of it taken back. */
async function threeDays(): Promise<User> {
  const user = await newUser({ now: '2026-03-02T09:30' });
  await user.given(
    'add Report --for Joe --agreed "12 mar" -w',
    'promise Notes --to Ann --by friday',
    'await Figures --from Joe --by friday --for Ann',
  );
  user.at('2026-03-03T10:00');
  await user.given(
    'move 1 "13 mar" --because ill',
    'told Joe "it comes on Friday"',
    'client Joe --remember "likes blue"',
  );
  user.at('2026-03-04T11:00');
  await user.given('project Site -c Joe', 'add Wrong --for Joe', 'undo', 'move 2 "9 mar" --because ill');
  return user;
}

interface Operation {
  readonly verb: string;
  readonly at: string;
  readonly undone: boolean;
}

const verbs = async (user: User, options: string) =>
  (await user.json<Operation[]>(`history ${options}`)).map(({ verb }) => verb);

describe.concurrent('history', () => {
  it('can be asked for what was done about one client, taken back or not', async ({ expect }) => {
    const user = await threeDays();
    expect(await verbs(user, '-c joe')).toEqual([
      'undo',
      'add',
      'project',
      'client',
      'told',
      'move',
      'await',
      'add',
    ]);
    expect(await verbs(user, '-c ann')).toEqual(['move', 'await', 'promise']);
    await user.given('client Joe --merge Ann --yes');
    expect(await verbs(user, '-c joe')).toEqual([
      'client',
      'move',
      'undo',
      'add',
      'project',
      'client',
      'told',
      'move',
      'await',
      'promise',
      'add',
    ]);
  });

  it('can be asked for one verb and for a stretch of time, all at once', async ({ expect }) => {
    const user = await threeDays();
    expect(await verbs(user, '--verb move')).toEqual(['move', 'move']);
    expect(await verbs(user, '--verb move -c ann')).toEqual(['move']);
    expect(await verbs(user, '--since yesterday --until yesterday')).toEqual(['client', 'told', 'move']);
    expect(await verbs(user, '--until "mon 9:30am"')).toEqual([]);
    expect(await verbs(user, '--since "wed 11:00"')).toEqual(['move', 'undo', 'add', 'project']);
    expect(await verbs(user, '-n 1 --verb add')).toEqual(['add']);
  });

  it('of one commitment can be asked for a verb and a time too', async ({ expect }) => {
    const user = await threeDays();
    const types = async (options: string) =>
      (await user.json<{ type: string }[]>(`history 1 ${options}`)).map(({ type }) => type);
    expect(await types('--verb move')).toEqual(['DateMoved']);
    expect(await types('--until "2 mar"')).not.toContain('DateMoved');
    expect(await types('--since today')).toEqual([]);
  });

  it('shows that as always, or says that there is nothing', async ({ expect }) => {
    const user = await threeDays();
    await user.runAll(
      'history -c joe --since tuesday',
      'history --verb drop',
      'history 1 --verb drop',
      'history --verb mvoe',
      'history 1 -c joe',
      'history -c nobody',
      'history --since "next month"',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/history-filtered.txt');
  });
});
