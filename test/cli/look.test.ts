import { describe, it } from 'vitest';
import { copyOf, newUser, User } from '../support/cli.ts';

/** Wednesday of a week in which something of each kind came up. */
async function liveThroughTheWeek(): Promise<User> {
  const user = await newUser({ now: '2026-02-16T10:00' });
  await user.given(
    'told Silent "we begin in March"',
    'add "Website relaunch" --for Silent --agreed "27 mar" -w',
  );
  user.at('2026-03-02T09:30');
  await user.given(
    'add "Quarterly report" --for Joe --agreed "tue 5pm" --in-writing -e 2h',
    'add "Fix the login page" --for "Acme Corp" --by "friday 5pm"',
    'add "Data export" --for globex',
    'offer 4 friday --via email',
    'promise "send the notes" --to Joe --by "wed 3pm"',
    'await "logins for the test server" --from Dana --for "Acme Corp" --by "tue noon" --blocks 3',
    'heard Mark "when is my car back?" --needs-reply --by "tue 5pm"',
    'add "Price list" --for Joe --agreed friday',
    'add "Newsletter" --for globex --agreed "20 mar" -w --update-every daily',
    'add "Old thing" --for Joe',
    'drop 10 -r "no budget"',
    'spend 2 3h',
    'move 8 thursday --because "the printer needs it" --via phone',
    'add "Logo" --for Joe',
    'done 11 --took 1h',
  );
  return new User(user.home, { now: '2026-03-04T08:55' });
}

let start: Promise<User> | undefined;

/** A copy of that user for each test. */
function week(): Promise<User> {
  start ??= liveThroughTheWeek();
  return copyOf(start);
}

describe.concurrent('look', () => {
  it('welcomes on an empty file, and creates none', async ({ expect }) => {
    const user = await newUser();
    await user.runAll('', 'today', 'list', 'client', 'history', 'overdue', 'undo', 'show 1', 'today --json');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/empty.txt');
  });

  it('puts the morning in order', async ({ expect }) => {
    const user = await week();
    await user.runAll('today', 'overdue', 'today --client joe', 'overdue --client globex', 'today --plain');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/today.txt');
  });

  it('gives programs the morning in full', async ({ expect }) => {
    const user = await week();
    await user.runAll('today --json');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/today-json.txt');
  });

  it('is the same without the word today', async ({ expect }) => {
    const user = await week();
    expect(await user.run('')).toEqual(await user.run('today'));
    expect(await user.run('--json')).toEqual(await user.run('today --json'));
  });

  it('lists commitments', async ({ expect }) => {
    const user = await week();
    await user.runAll(
      'list',
      'list --all',
      'list --client joe',
      'list --client Dana',
      'list --kind promise',
      'list --state offered',
      'list --state done',
      'list --ball them',
      'list --sort number',
      'list --sort title',
      'list --sort client',
      'list --plain',
      'list --kind reply --json',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/list.txt');
  });

  it('shows commitments with their story', async ({ expect }) => {
    const user = await week();
    await user.runAll('show 2', 'show 4', 'show 8', 'show 6,7', 'show 10', 'show 2 --plain', 'show 2 --json');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/show.txt');
  });

  it('briefs about clients', async ({ expect }) => {
    const user = await week();
    await user.given(
      'heard Joe "is it ready?" --at 8:30',
      'told Joe "nearly" --about 2 --via chat --at 8:40',
    );
    await user.runAll(
      'client',
      'client joe',
      'client acme',
      'client Dana',
      'client --plain',
      'client mark --json',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/client.txt');
  });

  it('tells what was done', async ({ expect }) => {
    const user = await newUser();
    await user.given('add Report -c Joe', 'offer 1 friday', 'note 1 hello', 'undo', 'told Joe "soon ready"');
    await user.runAll('history', 'history 1', 'history -n 2', 'history --plain', 'history 1 --plain');
    await user.runAll('history --json', 'history 1 --json');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/history.txt');
  });

  it('answers overdue --exit-code and --quiet', async ({ expect }) => {
    const late = await week();
    expect(await late.run('overdue --exit-code')).toMatchObject({ exitCode: 3 });
    expect(await late.run('overdue --exit-code --json')).toMatchObject({ exitCode: 3 });
    expect(await late.run('overdue')).toMatchObject({ exitCode: 0 });
    const calm = await newUser();
    await calm.given('add Report -c Joe');
    expect(await calm.run('overdue --exit-code')).toEqual({
      exitCode: 0,
      stdout: 'Nothing is overdue.\n',
      stderr: '',
    });
    expect(await calm.run('overdue --quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await calm.run('overdue --exit-code -q')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect((await calm.run('overdue --json')).stdout).toBe('[]\n');
  });
});
