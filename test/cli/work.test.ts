import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

describe.concurrent('work', () => {
  it('shows the result of each verb', async ({ expect }) => {
    const user = await newUser();
    await user.given(
      'add "Report" --for Joe --agreed "12 mar" --in-writing -e 4h',
      'promise "send the notes" --to Joe --by friday',
      'await "the figures" --from Dana --by thursday',
      'heard Mark "when is it ready?" --needs-reply',
    );
    await user.runAll(
      'update 1 "nothing new yet, we have not forgotten you"',
      'update 1 "tests are running" --next "tomorrow noon" --via phone',
      'update 1 "twice a day from now on" --every 2/day',
      'update 3 "any news of the figures?"',
      'update 4 "looking into it"',
      'spend 1 2h 30m',
      'note 1 "the figures are in the March folder"',
      'edit 1 --title "Quarterly report, by region" --estimate 2h --project portal',
      'edit 1 --estimate none --project none --scope out --by "20 mar" --update-every daily -c "Acme Corp"',
      'snooze 1 tomorrow',
      'snooze 2 3pm',
      'done 1 --took 3h',
      'accept 1',
      'reopen 1',
      'done 2',
      'done 3',
      'done 4',
      'drop 1 --because "the client bought a tool instead"',
      'show 1',
      'show 3',
      'show 4',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/work.txt');
  });

  it('takes several numbers, a range, and the one last changed', async ({ expect }) => {
    const user = await newUser();
    await user.given('add One -c Joe', 'add Two -c Joe', 'add Three -c Joe', 'add Four -c Joe');
    await user.runAll(
      'done 1 3',
      'reopen 1,3',
      'drop 2-4 -r "no budget"',
      'reopen 2-3,4',
      'note . last',
      'show .',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/several.txt');
  });

  it('changes all of several or none', async ({ expect }) => {
    const user = await newUser();
    await user.given('add One -c Joe', 'add Two -c Joe', 'add Three -c Joe', 'done 2');
    const before = await user.journal();
    for (const line of ['done 1 2 3', 'done 1-3', 'done 1,3,99', 'drop 3,2 -r "no budget"']) {
      const { exitCode, stdout } = await user.run(line);
      expect(exitCode, line).toBeGreaterThan(0);
      expect(stdout).toBe('');
    }
    expect(await user.journal()).toBe(before);
  });

  it('means by . what was changed last, not what was undone', async ({ expect }) => {
    const user = await newUser();
    await user.given('add One -c Joe', 'add Two -c Joe', 'note 1 hello', 'note 2 hello', 'undo');
    expect(await user.json('show .')).toMatchObject({ id: 1 });
    await user.given('told Joe "nothing new"');
    expect(await user.json('show .')).toMatchObject({ id: 1 });
    expect(await user.json('done . --took 1h')).toMatchObject({ id: 1, state: 'done' });
  });
});
