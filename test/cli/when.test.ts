import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

describe.concurrent('when', () => {
  it('says how phrases are understood', async ({ expect }) => {
    const user = await newUser();
    await user.runAll(
      'when "next friday 5pm"',
      'when friday',
      'when in 3 working days',
      'when every 3 working days',
      'when 2/day',
      'when 90 min',
      'when 2 working days --as duration',
      'when 3h --as duration',
      'when weekly --as cadence',
      'when friday --json',
      'when 5pm --json',
      'when 90 min --as duration --json',
      'when every 3 working days --json',
      'when 2/day --json',
      'when friday --plain',
      'when daily --plain',
      'when "2 weeks" --as duration --plain',
      'when asap',
      'when asap --json',
      'when gibberish',
      'when friday --as duration',
      'when fridy --plain',
      'when "friday 5pmm"',
      'when evry friday',
      'when thu 14:00-15:00',
      'when thu 14:00-15:00 --json',
      'when thu 14:00-15:00 --plain',
      'when friday 5pm London',
      'when "friday 2-4pm New York"',
      'when "friday 11pm Honolulu"',
      'when "friday Tokyo"',
      'when 5pm IST',
      'when daily at 3pm',
      'when "thu 14:00–15:00"',
      'when 2–3d',
      'when 2-3d --json',
      'when half a day --as effort',
      'when 1.5d --as effort --plain',
      'when "last working day of each month" --as cadence --json',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/when.txt');
  });

  it('reads one phrase a line, some as if it were then', async ({ expect }) => {
    const user = await newUser();
    const stdin = [
      'friday 5pm',
      'asap',
      '',
      'every 2 working days',
      '2026-12-24T09:00\tfriday',
      '2026-12-24\ttomorrow',
      '2026-03-29T01:00\tin 2 hours',
      'not a time\tfriday',
      '90 minutes',
      '30 feb',
    ].join('\n');
    await user.run('when -', { stdin: `${stdin}\n` });
    await user.run('when - --json', { stdin: `${stdin}\r\n` });
    await user.run('when - --as duration --json', { stdin: '2 weeks\nfriday' });
    await user.run('when -', { stdin: '' });
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/when-lines.txt');
  });

  it('answers each line with a line, and exits 0 whatever the answers', async ({ expect }) => {
    const user = await newUser();
    const { stdout, exitCode } = await user.run('when - --json', { stdin: 'asap\nfriday\nwhenever\n' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { phrase: string });
    expect(exitCode).toBe(0);
    expect(lines.map(({ phrase }) => phrase)).toEqual(['asap', 'friday', 'whenever']);
  });

  it('needs no database', async ({ expect }) => {
    const user = await newUser();
    const { exitCode } = await user.run('when friday', { env: { FOLLOWUP_DB: '/dev/null/nowhere.db' } });
    expect(exitCode).toBe(0);
  });
});
