import { expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

const TUESDAY = { env: { FOLLOWUP_NOW: '2026-03-10T09:00' } };

/** Two promises that are late, the first of which is snoozed. */
async function snoozedLate(): Promise<InProcessUser> {
  const user = await new InProcessUser().given(
    `promise "send the quote" --to "O'Hara" --by "today 5pm"`,
    'promise "send the notes" --to Dana --by tomorrow',
  );
  await user.run('snooze 1 mon', TUESDAY);
  return user;
}

it('what is late but snoozed is counted, and named with its snooze where the questions are', async () => {
  const user = await snoozedLate();
  const { stdout } = await user.run('overdue', TUESDAY);
  expect(stdout).toContain('send the notes');
  expect(stdout).toMatch(/\nAnd 1 late one is snoozed: followup list --overdue\n$/);
  await user.run('snooze 2 thu', TUESDAY);
  expect((await user.run('overdue', TUESDAY)).stdout).toBe(
    'Nothing is overdue; 2 late ones are snoozed: followup list --overdue\n',
  );
  expect((await user.run('list --overdue', TUESDAY)).stdout).toMatch(/quote[\s\S]*notes/);
  const review = (await user.run('review', TUESDAY)).stdout;
  expect(review).toMatch(/send the quote, \w+ days late,\s+snoozed\s+until Mon 16 Mar/);
});

it('and only those of the client that was asked about', async () => {
  const user = await snoozedLate();
  expect((await user.run('overdue --client ohara', TUESDAY)).stdout).toBe(
    `Nothing is overdue; 1 late one is snoozed: followup list --overdue -c ohara\n`,
  );
  await user.run('done 2', TUESDAY);
  expect((await user.run('overdue -c dana', TUESDAY)).stdout).toBe('Nothing is overdue.\n');
});

it('they are no news to cron', async () => {
  const user = await snoozedLate();
  await user.run('done 2', TUESDAY);
  expect(await user.run('overdue --quiet --exit-code', TUESDAY)).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: '',
  });
  expect((await user.run('overdue --json', TUESDAY)).stdout).toBe('[]\n');
});
