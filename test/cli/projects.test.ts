import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

describe.concurrent('projects', () => {
  it('have a budget, what was spent of it, and what they will come to', async ({ expect }) => {
    const user = await newUser({ now: '2026-03-05T14:00' });
    await user.runAll(
      'project',
      'add "Home page +Website ~8h" -c "Acme Corp" --agreed "20 mar" --in-writing',
      'add "Login page +web-site ~4h" -c acme --agreed "25 mar" --in-writing',
      'project website',
      'project Website --budget 20h',
      'spend 1 --from 10:15 --note "the totals"',
      'spend website 2h --note "kick-off call"',
      'spend website "EUR 12.50" --note fonts',
      'spend acme 1.5h --note "the trip"',
      'spend 1 -1h --because "it was for 2"',
      'show 1',
      'project',
      'project website',
      'project website --rename Shop',
      'list --project shop',
      'search fonts',
      'client acme',
      'history',
      'project --plain',
      'project shop --json',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/projects.txt');
  });

  it('tell once when the budget is nearly used, may be passed and is, until somebody answers', async ({
    expect,
  }) => {
    const user = await newUser({ now: '2026-03-05T14:00' });
    await user.given(
      'add "Pages" -c "Acme Corp" --project Website -e 8h --agreed "20 mar" --in-writing',
      'project Website --budget 10h',
    );
    await user.runAll(
      'spend 1 8h',
      'today',
      'project Website --seen --because "they know"',
      'today',
      'done 1 --took 12h',
      'accept 1',
      'today',
      'review',
      'remind',
      'remind',
      'today --json',
      'project Website --budget 13h --because "two more pages" --by Dana',
      'today --plain',
      'project Website --close',
      'project',
      'project --all',
      'undo 2',
      'today --plain',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/over-budget.txt');
  });

  it('have budgets of money, by the month', async ({ expect }) => {
    const user = await newUser({ now: '2026-04-16T10:00' });
    await user.given('client "Acme Corp" --new --zone Asia/Tokyo');
    await user.runAll(
      'project Support -c acme --budget "EUR 1500" --rate "EUR 90/h" --monthly --until "31 dec"',
      'spend Support 2h',
      'spend Support "$40"',
      'project Support --json',
    );
    user.at('2026-04-30T12:00');
    await user.runAll('spend Support 8h');
    // It is May in Tokyo by then.
    user.at('2026-04-30T18:00');
    await user.runAll('spend Support 30m', 'project Support', 'today --plain');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/monthly-budget.txt');
  });

  it('that are closed take in new work, and say that they are closed', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'client "Acme Corp" --new',
      'project "New site" -c acme --budget 10h',
      'project "New site" --close',
    );
    const { stderr } = await user.run('add "the imprint" -c acme -p "new site"');
    expect(stderr).toBe(
      "The project New site is closed. If it goes on: followup project 'New site' --reopen\n",
    );
    expect((await user.run('edit 1 --title Imprint')).stderr).toBe('');
    await user.given('project "New site" --reopen');
    expect((await user.run('add "the map" -c acme -p "new site"')).stderr).toBe('');
  });

  it('refuse what has two meanings, or none', async ({ expect }) => {
    const user = await newUser({ now: '2026-03-05T14:00' });
    await user.given('add "Pages" -c "Acme Corp" --project Website', 'project Website --budget 10h');
    const lines = [
      'spend Website "EUR 1.200"',
      'spend Website "\u00a5300"',
      'spend Website 300',
      'spend Website lots',
      'spend Website 0h',
      'spend Website -2h',
      'spend Website -2h --because wrong',
      'spend 1 2h --from 10:15',
      'spend 1 --from 15:00',
      'spend 1 --from "yesterday 9am"',
      'spend Websit 2h',
      'spend Nobody 2h',
      'spend 99 2h',
      'spend 1',
      'project Websit --budget 20h',
      'project Nothing',
      'project Nothing --close',
      'project Website --budget 20h',
      'project Website --budget -3h --because less',
      'project Website --seen',
      'project Website --seen --because fine',
      'project Website --by Dana',
      'project --budget 20h',
      'project Shop -c "Acme Corp" --monthly',
      'project Website --rate "EUR 90/day"',
    ];
    const said: string[] = [];
    for (const line of lines) {
      const { exitCode, stdout, stderr } = await user.run(line);
      expect(stdout, line).toBe('');
      said.push(
        `${exitCode}  ${line}`,
        ...stderr
          .trimEnd()
          .split('\n')
          .map((text) => `   ${text}`),
      );
    }
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot('snapshots/project-refusals.txt');
  });
});
