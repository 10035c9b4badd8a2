import { chmodSync } from 'node:fs';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';

/** Monday 2 March: a weekly report is promised, and figures are expected. */
async function promised(): Promise<User> {
  const user = await newUser({ zone: 'America/New_York', now: '2026-03-02T09:30' });
  await user.given(
    'client "Acme Corp" --new --zone Europe/Berlin',
    'promise "weekly status" --to acme --every "friday 4pm" -e 1h',
    'await "sales figures" --from Dana --for acme --every "monday noon"',
  );
  return user;
}

describe.concurrent('what is promised again and again', () => {
  it('is made, comes round, is kept and missed', async ({ expect }) => {
    const user = await newUser({ zone: 'America/New_York', now: '2026-03-02T09:30' });
    await user.runAll(
      'client "Acme Corp" --new --zone Europe/Berlin',
      'promise "weekly status" --to acme --every "friday 4pm" -e 1h',
      'await "sales figures" --from Dana --for acme --every "monday noon" --until "31 mar"',
      'standing',
    );
    user.at('2026-03-06T15:00');
    await user.runAll('done 1', 'done 2', 'list', 'undo', 'redo');
    // Ill for three weeks, with a night in which the clocks change there, and one in which they change here.
    user.at('2026-04-01T09:00');
    await user.runAll(
      'today',
      'overdue',
      'review',
      'standing',
      'standing 1',
      'show 3',
      'done 3',
      'drop 4',
      'drop 4 --missed',
      'drop 4 --missed --because "I was ill, Dana knows"',
      'drop 4 --missed --because "again"',
      'standing',
      'today',
      'history 4',
      'history',
      'client acme',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/standing.txt');
  });

  it('changes in what is still to come', async ({ expect }) => {
    const user = await promised();
    await user.runAll(
      'standing 1 --every "thursday noon" --title "status report" --estimate 2h --because "they meet on Fridays"',
      'show 1',
      'edit 1 --title "first status"',
      'move 1 "thu 5 mar 5pm" --because "they asked"',
      'standing 1 --until "30 apr" --on-days-off after',
      'standing 1 --pause "9 mar..20 mar" --because "they are closed"',
      'standing 2 --stop --because "they have a dashboard now"',
      'standing',
      'standing --all',
      'standing 1 --json',
    );
    user.at('2026-03-20T09:00');
    await user.runAll('done 1 --at "5 mar 4pm"', 'list', 'standing 1');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/standing-changed.txt');
  });

  it('goes by the days off and away', async ({ expect }) => {
    const user = await newUser({ zone: 'America/New_York', now: '2026-03-02T09:30' });
    await user.given('config work.holidays US');
    await user.runAll(
      'promise "board pack" --to Acme --every "last friday of the month"',
      'promise "payroll" --to Acme --every "the 3rd of each month" --on-days-off after',
      'promise "newsletter" --to Acme --every saturday',
      'away "5 mar..14 mar" --note skiing',
      'away "23 mar..31 mar"',
      'list',
      'away --cancel "27 mar"',
      'list',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/standing-days-off.txt');
  });

  it('is refused what makes no sense', async ({ expect }) => {
    const user = await promised();
    await user.given('promise "send the notes" --to acme --by friday');
    const journal = await user.journal();
    await user.runAll(
      'promise "x" --to acme --every sometimes',
      'promise "x" --to acme --every friday --by friday',
      'promise "x" --to acme --by friday --until "31 mar"',
      'promise "x" --to acme --every "5 minutes"',
      'promise "x" --to acme --every friday --until "4 mar"',
      'promise "x" --to acme --every friday --on-days-off never',
      'standing 3',
      'standing 99',
      'standing --stop',
      'standing 1 --stop --every friday',
      'standing 1 --pause "9 mar..20 mar"',
      'standing 1 --pause "23 feb..27 feb" --because "ill"',
      'standing 1 --until "1 mar 2026"',
      'drop 1 --missed --because "ill"',
      'drop 3 --missed --because "ill"',
    );
    expect(await user.journal()).toBe(journal);
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/standing-refused.txt');
  });

  it('is undone with all that came of it, unless something was done about that', async ({ expect }) => {
    const user = await newUser({ zone: 'America/New_York', now: '2026-03-02T09:30' });
    await user.runAll('promise "weekly status" --to Acme --every "friday 4pm"');
    user.at('2026-03-16T09:00');
    await user.runAll('list --all', 'undo', 'list --all', 'standing', 'redo', 'list --all');
    await user.given('note 3 "she reads it on the train"');
    await user.runAll('undo 2', 'undo', 'undo');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/standing-undone.txt');
  });

  it('shows all the same where the file cannot be written', async ({ expect }) => {
    const user = await promised();
    user.at('2026-03-20T09:00');
    chmodSync(user.database, 0o400);
    try {
      const dues = async () =>
        (await user.json<{ title: string; due: string }[]>('list')).map(
          ({ title, due }) => `${title} ${due}`,
        );
      const shown = await dues();
      expect(shown).toEqual([
        'weekly status 2026-03-13T16:00:00-04:00',
        'sales figures 2026-03-16T12:00:00-04:00',
        'weekly status 2026-03-20T16:00:00-04:00',
        'sales figures 2026-03-23T12:00:00-04:00',
      ]);
      chmodSync(user.database, 0o600);
      expect(await dues()).toEqual(shown);
    } finally {
      chmodSync(user.database, 0o600);
    }
  });

  it('gives the same whoever comes by first: today, remind, or two at once', async ({ expect }) => {
    const numbers = async (...lines: readonly string[]) => {
      const user = await promised();
      user.at('2026-03-20T09:00');
      await Promise.all(lines.map((line) => user.run(line)));
      return (await user.json<{ id: number; state: string; due: string }[]>('list --all')).map(
        ({ id, state, due }) => [id, state, due],
      );
    };
    const expected = await numbers('today');
    expect(await numbers('remind')).toEqual(expected);
    expect(await numbers('today', 'list', 'overdue')).toEqual(expected);
  });
});
