import { describe, it } from 'vitest';
import { newUser } from '../support/cli.ts';

/** What somebody with a pencil can count: five dates of mine, two of theirs, a reply, and hours. */
const RECORD = [
  ['2026-02-02T10:00', 'add "Home page" -c "Acme Corp" --estimate 4h --agreed "5 feb" -w --topic website'],
  ['2026-02-05T12:00', 'done 1 --took 5h --via email'],
  ['2026-02-06T10:00', 'add "Login page" -c acme --estimate 2h --agreed "10 feb" -w --topic website'],
  // Missed on Tuesday, moved on Thursday, and kept then.
  ['2026-02-12T09:00', 'move 2 "13 feb" --because "the texts came late" --via email'],
  ['2026-02-13T12:00', 'done 2 --took 2h --via email --would-remove "one page for both"'],
  ['2026-02-16T10:00', 'promise "send the invoice" --to Globex --by "18 feb"'],
  // Moved before it came, and kept.
  ['2026-02-17T10:00', 'move 3 "20 feb" --because "they asked for it" --via phone'],
  ['2026-02-20T10:00', 'done 3'],
  ['2026-02-23T10:00', 'promise "call Dana" --to acme --by "24 feb"'],
  // Three working days late.
  ['2026-02-27T10:00', 'done 4'],
  ['2026-02-16T10:00', 'await texts --from acme --by "17 feb"'],
  ['2026-02-19T10:00', 'done 5'],
  ['2026-02-16T10:00', 'await logins --from Globex --by "27 feb"'],
  ['2026-02-24T10:00', 'done 6'],
  ['2026-02-24T11:00', 'heard acme "when does it go live?" --needs-reply --via email'],
  ['2026-02-24T14:00', 'answer 7 "on the first of march" --via email'],
  ['2026-02-25T10:00', 'spend globex 1.5h --note "the trip"'],
  // A slip that is taken back is no date.
  ['2026-02-26T10:00', 'promise "nothing" --to acme --by "26 feb 11:00"'],
  ['2026-02-26T10:01', 'undo'],
] as const;

async function someone() {
  const user = await newUser({ now: '2026-03-05T14:00' });
  for (const [now, line] of RECORD) {
    await user.at(now).given(line);
  }
  return user.at('2026-03-05T14:00');
}

describe.concurrent('statistics', () => {
  it('are the figures that a pencil finds', async ({ expect }) => {
    const user = await someone();
    await user.runAll('stats', 'stats --all', 'stats -c acme', 'stats --since "20 feb"', 'stats --plain');
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/stats.txt');
  });
  it('are the same for programs', async ({ expect }) => {
    const user = await someone();
    const { stdout } = await user.run('stats --json');
    const { mine, theirs, replies, estimates, spent, longestSilence, recurring } = JSON.parse(stdout);
    // Came due: 5, 10 (missed), 13, 20 and 24 February; kept: 5, 13 and 20.
    expect(mine.keptAsLastAgreed).toEqual({ count: 3, of: 5, share: 0.6, low: 0.2307, high: 0.8824 });
    // Of four things, only the home page was done by its first date.
    expect(mine.keptAsFirstAgreed).toEqual({ count: 1, of: 4, share: 0.25, low: null, high: null });
    expect(mine).toMatchObject({ movedBefore: 1, movedAfter: 1, dropped: 0 });
    expect(theirs.keptAsLastAgreed).toMatchObject({ count: 1, of: 2 });
    expect(replies.inTime).toMatchObject({ count: 1, of: 1 });
    expect(estimates.within).toMatchObject({ count: 1, of: 2 });
    expect(spent.byClient).toEqual([
      { client: 'Acme Corp', hours: 7, money: [] },
      { client: 'Globex', hours: 1.5, money: [] },
    ]);
    expect(spent.byTopic).toEqual([
      { topic: 'website', hours: 7, money: [] },
      { topic: null, hours: 1.5, money: [] },
    ]);
    // From Friday 6 at 10:00 to Thursday 12 at 9:00.
    expect(longestSilence).toMatchObject({ client: 'Acme Corp', workingDays: 3.875 });
    expect(recurring).toEqual([
      { topic: 'website', count: 2, hours: 7, causes: [], removals: ['one page for both'] },
    ]);
  });
  it('are shown by month, client and kind', async ({ expect }) => {
    const user = await someone();
    await user.runAll(
      'stats --by month',
      'stats --by client',
      'stats --by kind',
      'stats --by month --plain',
      'stats --by week',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/stats-by.txt');
  });
  it('say what to record where there is nothing yet', async ({ expect }) => {
    const user = await newUser({ now: '2026-03-05T14:00' });
    await user.runAll(
      'stats',
      'stats --all',
      'stats --by month',
      'stats -c acme',
      'stats --since tomorrow',
      'stats --json',
    );
    await expect(user.transcript()).toMatchFileSnapshot('snapshots/stats-empty.txt');
  });
  it('fill no more than a terminal of 24 lines of 80 columns', async ({ expect }) => {
    const user = await someone();
    const { stdout } = await user.run('stats', { env: { LINES: '24' } });
    expect(stdout.trimEnd().split('\n').length).toBeLessThan(24);
    const demo = await newUser({ now: '2026-03-05T14:00' });
    const { stdout: told } = await demo.run('demo');
    const file = /FOLLOWUP_DB=(\S+)/.exec(told)?.[1] ?? '';
    const shown = await demo.run('stats', { env: { LINES: '24', FOLLOWUP_DB: file } });
    expect(shown.stdout.trimEnd().split('\n').length).toBeLessThan(24);
    await expect((await demo.run('stats --all', { env: { FOLLOWUP_DB: file } })).stdout).toMatchFileSnapshot(
      'snapshots/stats-demo.txt',
    );
  });
});
