import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

describe.concurrent('extra work', () => {
  it('is priced, refused, priced again, approved and delivered, in words', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'client Joe --new --person "Dana Reyes <dana@joe.example>"',
      'add "New website" --for Joe --agreed "13 mar" --in-writing -e 1d',
    );
    await user.runAll(
      'add "A second language" --extra-to 1 -e 3h',
      'today',
      'price 2 "EUR 1,200" --by friday --via phone --because "a licence is needed"',
      'counter 2 --because "over what Dana may sign" --via phone',
      'price 2 3h --by friday --via email',
      'approve 2 dana --via email',
      'done 2 --took 3.5h',
      'show 2',
      'show 1',
      'history 2',
      'undo 2',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/extra-work.txt');
  });

  it('that was delivered without a price stays until it is given, and favours are counted', async ({
    expect,
  }) => {
    const user = await newUser();
    await user.given('add "Name tags" --for Joe --out-of-scope -e 1h', 'add "Poster" --for Joe --scope out');
    await user.runAll(
      'done 1',
      'today',
      'review',
      'price 1 free',
      'price 1 free --because "it took ten minutes"',
      'price 2 "JPY 30000"',
      'price 2 FREE -r "they are new"',
      'add "Flyer" --for Joe --out-of-scope',
      'add "Slides" --for Joe',
      'client joe',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/favours.txt');
    expect(await user.json('client joe')).toMatchObject({
      given: { count: 2, hours: 1, money: ['JPY 30000'] },
    });
  });

  it('is refused where it is not said right', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add "Report" --for Joe',
      'add "Logo" --for Joe --out-of-scope',
      'await "The logins" --from Joe --by friday',
    );
    await user.runAll(
      'price 1 3h',
      'price 2',
      'price 2 -3h',
      'price 2 0',
      'price 2 300',
      'price 2 "EUR 0"',
      'price 2 1 2h',
      'price 2 3h --by yesterday',
      'price 9 3h',
      'approve 2 Dana',
      'price 2 3h',
      'approve 2',
      'approve 2 me',
      'approve 2 Dana --choice 1',
      'approve 2 Dana -b friday',
      'add "More" --extra-to 3',
      'add "More" --extra-to 1 --for Acme',
      'add "More" --extra-to 1 --scope in',
      'add "More" --extra-to 99',
      'edit 1 --extra-to 1',
      'edit 3 --scope out',
      'edit 2 --extra-to 1 --scope in',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/extra-work-refused.txt');
  });

  it('answers programs with what it costs, who approved it, and what it is extra to', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Report" --for Joe');
    expect(await user.json('add "By region" --extra-to 1')).toMatchObject({
      id: 2,
      client: 'Joe',
      scope: 'out',
      price: null,
      approvedBy: null,
      extraTo: 1,
      topic: null,
    });
    expect(await user.json('price 2 "EUR 1200.50" --by friday')).toMatchObject({
      state: 'asked',
      price: 'EUR 1200.50',
      approvedBy: null,
    });
    expect(await user.json('approve 2 田中 — CFO')).toMatchObject({
      state: 'agreed',
      due: '2026-03-06T17:00:00+01:00',
      approvedBy: '田中 — CFO',
    });
    expect(await user.json('price 2 1.5d')).toMatchObject({ price: '12h', approvedBy: null });
    expect(await user.json('counter 2 --because "too dear"')).toMatchObject({ state: 'agreed', price: null });
    expect((await user.run('draft 2 price')).stdout).toContain('It costs [...].');
    expect(await user.json('price 2 free --because small')).toMatchObject({ price: 'free' });
    expect(await user.json('edit 2 --scope in')).toMatchObject({ scope: 'in', extraTo: null });
    expect(await user.json('edit 2 --extra-to 1')).toMatchObject({ scope: 'out', extraTo: 1 });
    expect(await user.json('list --scope out')).toHaveLength(1);
  });

  it('says when the date of its price has passed before somebody said yes', async ({ expect }) => {
    const user = await newUser();
    await user.given('add "Logo" --for Joe --out-of-scope', 'price 1 3h --by "today 5pm"');
    const later = user.at('2026-03-04T09:00');
    const { stderr } = await later.run('approve 1 Dana');
    expect(stderr).toBe(
      'The date that the price named has passed: Mon 2 Mar 17:00. Another one: followup offer 1 DATE\n',
    );
  });
});
