import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

describe.concurrent('capture', () => {
  it('records requests', async ({ expect }) => {
    const user = await newUser();
    await user.run('add Quarterly report @joe ~2h');
    await user.run('add "Fix the login page" --for "Acme Corp" --by "friday 5pm"');
    await user.run('add "Data export" -c globex --agreed "12 mar" --in-writing --project portal');
    await user.run(
      'add "Price list" --for Joe --by "16 mar" --estimate 3h --because "the fair" --via email --update-every weekly --out-of-scope',
    );
    await user.run('add "Call about the audit" --for Joe --asked "yesterday 4pm"');
    await user.run('add Something for nobody');
    await user.run('add Fix the login page --for joe --plain');
    await user.run('add Another --for joe --by friday --json');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/add.txt');
  });
});
