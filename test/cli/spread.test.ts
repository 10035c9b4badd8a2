import { describe, it } from 'vitest';
import { newUser, User } from '../support/cli.ts';

describe.concurrent('spread', () => {
  it('makes a red wall a week of work: previewed, one operation, no due date touched', async ({ expect }) => {
    const user = await newUser({ now: '2026-02-02T09:00' });
    const thirty = Array.from({ length: 15 }, (_, index) => [
      `promise "Old promise ${index + 1}" --to Joe --by "${3 + index} feb"`,
      `await "Old matter ${index + 1}" --from Dana --by "${4 + index} feb"`,
    ]).flat();
    await user.given(
      ...thirty,
      'add Report --for Joe --agreed "27 mar" -w',
      'told Silent hello',
      'add X --for Silent',
    );
    user.at('2026-03-02T08:55');
    const onlooker = new User(user.home, user.circumstances);
    const dues = async () =>
      (await onlooker.json<{ due: string }[]>('list --sort number')).map(({ due }) => due);
    const before = await dues();
    await user.runAll('overdue --plain --quiet', 'spread', 'spread --over "2 days" --plain');
    await user.runAll('spread --apply', 'today', 'spread', 'history -n 1');
    expect(await dues()).toEqual(before);
    await user.at('2026-03-04T08:55').runAll('today');
    await user.runAll('undo', 'spread --over "1 year"', 'spread --over soon', 'doctor');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/spread.txt');
  });

  it('says so when nothing is late', async ({ expect }) => {
    const user = await newUser();
    await user.runAll('spread', 'spread --apply --json');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/spread-nothing.txt');
  });
});
