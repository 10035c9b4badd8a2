import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/views/terminal/width.ts';
import { InProcessUser } from '../support/in-process.ts';

const at = (time: string, env: Readonly<Record<string, string>> = {}) => ({
  env: { FOLLOWUP_NOW: time.includes('T') ? time : `2026-03-02T${time}`, ...env },
});

const NOTHING = { stdout: '', stderr: '', exitCode: 0 };

/** A user with a request that is due at three on Monday, the 2nd. */
function withReport(): Promise<InProcessUser> {
  return new InProcessUser().given('add "Sales report" --for Joe --agreed "today 15:00" --in-writing');
}

it('says when something comes due, when it has passed, and a working day later', async () => {
  const user = await withReport();
  const said: string[] = [];
  for (const time of [
    '12:45',
    '13:00',
    '13:15',
    '15:00',
    '15:15',
    '16:45',
    '2026-03-03T15:00',
    '2026-03-03T15:15',
  ]) {
    const { stdout } = await user.run('remind', at(time));
    if (stdout) said.push(`${time}\n${stdout}`);
  }
  expect(said).toEqual([
    '13:00\n1 Joe: Sales report, due Mon 2 Mar 2026 15:00, in 2 h (me)\nfollowup done 1\n',
    '15:15\n1 Joe: Sales report, due Mon 2 Mar 2026 15:00, 15 min late (me)\nfollowup offer 1 DATE --because TEXT\n',
    '2026-03-03T15:15\n1 Joe: Sales report, due Mon 2 Mar 2026 15:00, 1 day late (me)\nfollowup offer 1 DATE --because TEXT\n',
  ]);
});

it('prints nothing and ends with 0 when there is nothing to say', async () => {
  const user = await withReport();
  expect(await user.run('remind')).toEqual(NOTHING);
  expect(await user.run('remind --json')).toEqual({ ...NOTHING, stdout: '[]\n' });
  expect(await user.run('remind', at('2026-03-07T12:00'))).toEqual(NOTHING);
});

it('--all says everything that a run would say that had said nothing yet', async () => {
  const user = await withReport();
  await user.run('config remind.ahead "3 days"');
  await user.run('promise Slides --to myself --by wednesday', at('09:30'));
  const all = await user.run('remind --all', at('10:00'));
  expect(all.stdout).toContain('2 Slides: due Wed 4 Mar 2026');
  expect(all).toEqual(await user.run('remind', at('10:00')));
});

it('names the worst, counts the rest, and ends with the command to begin with', async () => {
  const user = await new InProcessUser().given(
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => `promise "Paper ${n}" --to "Client ${'ABCDEFG'[n - 1]}" --by today`),
  );
  const { stdout } = await user.run('remind', at('2026-03-03T09:00'));
  expect(stdout.split('\n')).toEqual([
    '1 Client A: Paper 1, due Mon 2 Mar 2026 17:00, 1 day late (me)',
    '2 Client B: Paper 2, due Mon 2 Mar 2026 17:00, 1 day late (me)',
    '3 Client C: Paper 3, due Mon 2 Mar 2026 17:00, 1 day late (me)',
    '4 Client D: Paper 4, due Mon 2 Mar 2026 17:00, 1 day late (me)',
    '5 Client E: Paper 5, due Mon 2 Mar 2026 17:00, 1 day late (me)',
    'and 2 more: followup today',
    'followup offer 1 DATE --because TEXT',
    '',
  ]);
  // Those that were only counted are in `today`, and must not hide what comes due next.
  expect(await user.run('remind', at('2026-03-03T09:15'))).toEqual(NOTHING);
  await user.run('promise Letter --to "Client H" --by "11:00"', at('2026-03-03T09:20'));
  expect((await user.run('remind', at('2026-03-03T09:30'))).stdout).toMatch(/^8 Client H: Letter/);
});

it('has one line for a commitment, however much is wrong with it', async () => {
  const user = await new InProcessUser().given('promise Report --to Joe --by "12 mar"');
  const late = at('2026-03-13T12:00');
  const all = await user.json<{ readonly reason: string }[]>('remind --all', late);
  expect(all.map(({ reason }) => reason)).toEqual(['update', 'promise']);
  const { stdout } = await user.run('remind', late);
  expect(stdout.split('\n').map((line) => line.slice(0, 14))).toEqual([
    '1 Joe: Report,',
    'followup offer',
    '',
  ]);
  expect(await user.run('remind', at('2026-03-13T12:15'))).toEqual(NOTHING);
});

it('says everything with --all, whenever it is, and marks nothing', async () => {
  const user = await withReport();
  const all = await user.run('remind --all', at('2026-03-07T22:00'));
  expect(all.stdout).toContain('Sales report');
  expect(await user.run('remind --all', at('2026-03-07T22:00'))).toEqual(all);
  expect((await user.run('remind', at('2026-03-09T09:00'))).stdout).toContain('Sales report');
});

describe('what becomes of a line', () => {
  const late = at('15:30');

  it('is not said once it is settled', async () => {
    const user = await withReport();
    await user.run('done 1', at('14:00'));
    expect(await user.run('remind', late)).toEqual(NOTHING);
  });
  it('is said anew when that is undone, however soon', async () => {
    const user = await withReport();
    const first = await user.run('remind', late);
    await user.run('done 1', at('15:35'));
    await user.run('undo', at('15:36'));
    expect((await user.run('remind', at('15:45'))).stdout).toBe(first.stdout.replace('30', '45'));
  });
  it('is said anew when it is reopened', async () => {
    const user = await withReport();
    await user.run('remind', late);
    await user.run('drop 1 --because enough', at('15:35'));
    await user.run('reopen 1', at('15:36'));
    expect((await user.run('remind', at('15:45'))).stdout).toContain('45 min late');
  });
  it('is said anew when its date is moved away and back, or earlier', async () => {
    const user = await withReport();
    await user.run('remind', at('13:00'));
    await user.run('move 1 "tomorrow 15:00" --because ill --in-writing', at('13:05'));
    expect(await user.run('remind', at('13:15'))).toEqual(NOTHING);
    await user.run('move 1 "today 15:00" --because better --in-writing', at('13:20'));
    expect((await user.run('remind', at('13:30'))).stdout).toContain('due Mon 2 Mar 2026 15:00');
    await user.run('move 1 "today 14:30" --because sooner --in-writing', at('13:40'));
    expect((await user.run('remind', at('13:45'))).stdout).toContain('due Mon 2 Mar 2026 14:30');
  });
  it('is said anew when a word that had settled it is undone', async () => {
    const user = await new InProcessUser().given('add Report --for Joe --agreed "in 3 weeks" --in-writing');
    const first = await user.run('remind', at('2026-03-20T12:00'));
    expect(first.stdout).toMatch(/^Joe: nothing from you since .*\n1 Joe: Report, update due/);
    await user.run('told joe "all is well" --about 1', at('2026-03-20T12:00'));
    await user.run('undo', at('2026-03-20T12:00'));
    expect(await user.run('remind', at('2026-03-20T12:15'))).toEqual(first);
  });
  it('is not said anew for another title, or for one that is undone', async () => {
    const user = await withReport();
    await user.run('remind', late);
    await user.run('edit 1 --title Figures', late);
    await user.run('undo', late);
    expect(await user.run('remind', at('15:45'))).toEqual(NOTHING);
  });
  it('is said anew after a restore', async () => {
    const user = await withReport();
    const first = await user.run('remind', late);
    await user.given(`backup ${user.database}.copy`);
    await user.run('done 1', at('15:35'));
    await user.run(`restore ${user.database}.copy --yes`, at('15:40'));
    expect((await user.run('remind', at('15:45'))).stdout).toBe(first.stdout.replace('30', '45'));
  });
  it('is not said anew for a note, or for one that is undone', async () => {
    const user = await withReport();
    await user.run('remind', late);
    await user.run('note 1 "likes blue"', late);
    await user.run('undo', late);
    expect(await user.run('remind', at('15:45'))).toEqual(NOTHING);
  });
});

describe('the morning', () => {
  const eight = at('2026-03-03T08:45');

  it('is today as a mail, and what it said is not said again before nine', async () => {
    const user = await withReport();
    const { stdout } = await user.run('remind --morning', eight);
    expect(stdout).toMatch(/^Tue 3 Mar 2026, 08:45 - 1 overdue\n/);
    expect(stdout).toContain('Sales report');
    expect(await user.run('remind', at('2026-03-03T09:00'))).toEqual(NOTHING);
    expect((await user.run('remind', at('2026-03-04T08:45'))).stdout).toBe('');
    expect((await user.run('remind', at('2026-03-04T09:00'))).stdout).toContain('Sales report');
  });
  it('announces the day, which is not announced once more when work begins', async () => {
    const user = await new InProcessUser().given('promise Letter --to Joe --by tomorrow');
    expect((await user.run('remind --morning', eight)).stdout).toContain('Letter');
    expect(await user.run('remind', at('2026-03-03T09:00'))).toEqual(NOTHING);
  });
  it('counts for a time that comes near soon after', async () => {
    const user = await new InProcessUser().given('promise Call --to myself --by "tomorrow 11:00"');
    expect((await user.run('remind --morning', eight)).stdout).toContain('Call');
    expect(await user.run('remind', at('2026-03-03T09:00'))).toEqual(NOTHING);
    expect((await user.run('remind', at('2026-03-03T11:15'))).stdout).toContain('15 min late');
  });
  it('is as narrow as a mail', async () => {
    const user = await withReport();
    const { stdout } = await user.run('remind --morning', eight);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  });
  it('is said again by whoever asks, but not on a day off, nor about nothing', async () => {
    const user = await withReport();
    await user.run('remind --morning', eight);
    expect((await user.run('remind --morning', eight)).stdout).not.toBe('');
    expect(await user.run('remind --morning', at('2026-03-07T08:45'))).toEqual(NOTHING);
    await user.run('away 2026-03-04..2026-03-05', eight);
    expect(await user.run('remind --morning', at('2026-03-04T08:45'))).toEqual(NOTHING);
  });
  it('a time later in the day is still said when it comes near', async () => {
    const user = await withReport();
    await user.run('remind --morning', at('08:45'));
    expect((await user.run('remind', at('13:00'))).stdout).toContain('in 2 h');
  });
});

describe('the signs of a mail', () => {
  const given = () =>
    new InProcessUser().given(
      'promise "Grüße senden – bald" --to "Café Lumière" --by today',
      'promise 資料を送る --to 東京商事 --by today',
    );

  it('are plain ASCII where no locale is known', async () => {
    const user = await given();
    const { stdout } = await user.run('remind', at('2026-03-03T09:00'));
    expect(stdout).toMatch(/^[\x20-\x7e\n]+$/);
    expect(stdout).toContain('1 Cafe Lumi~: Grusse senden~, due');
    const morning = await user.run('remind --morning', at('2026-03-03T09:00'));
    expect(morning.stdout).toMatch(/^[\x20-\x7e\n]+$/);
  });
  it('are as they were written where the locale has them', async () => {
    const user = await given();
    const { stdout } = await user.run('remind', at('2026-03-03T09:00', { LANG: 'de_DE.UTF-8' }));
    expect(stdout).toContain('1 Café Lumi…: Grüße senden –…, due');
    expect(stdout).toContain('2 東京商事: 資料を送る, due');
  });
  it('name a client in a command without accents', async () => {
    const user = await new InProcessUser().given('client "Café Lumière" --new', 'told "Café Lumière" hello');
    await user.run('add Report --for "Café Lumière" --agreed "may 29" -w', at('09:30'));
    await user.run('done 1', at('10:00'));
    await user.run('accept 1', at('10:00'));
    const late = '2026-03-23T12:00';
    const { stdout } = await user.run('remind', at(late));
    const [, command = ''] = /^followup (told .*)$/m.exec(stdout) ?? [];
    expect(command).toBe('told cafe TEXT');
    await user.run(command, at(late));
    expect(await user.run('remind --all', at(late))).toEqual(NOTHING);
  });
  it('never name somebody else in a command', async () => {
    const user = await new InProcessUser().given('told 東京商事 hello', 'add Report --for 東京商事');
    const late = '2026-04-07T12:00';
    const { stdout } = await user.run('remind', at(late));
    const last = stdout.trim().split('\n').at(-1) ?? '';
    expect(last).toMatch(/^followup (?:today|offer 1)$/);
    const morning = (await user.run('remind --morning', at(late))).stdout;
    expect(morning).toContain('DongJing');
    expect(morning).not.toMatch(/fup told (?!cafe)/);
    expect(morning).toMatch(/nothing from you for 5 weeks\s+fup today\n/);
  });
});

it('is an array of attention lines as JSON, whatever is asked for', async () => {
  const user = await withReport();
  for (const line of ['remind --all', 'remind --morning', 'remind']) {
    const lines = await user.json<{ readonly reason: string }[]>(line, at('2026-03-03T14:00'));
    expect(lines.filter(({ reason }) => reason !== 'review')).toMatchObject(
      line === 'remind' ? [] : [{ reason: 'delivery' }],
    );
  }
  expect(await user.run('remind --all --morning')).toMatchObject({ exitCode: 2 });
});

it('fits 72 columns with any names', async () => {
  const user = await new InProcessUser().given(
    `promise "${'A very long title about everything '.repeat(4)}" --to "${'Brothers and Sisters '.repeat(3).trim()}" --by today`,
    `await "${'Contract '.repeat(12)}" --from "${'Longname'.repeat(6)}" --by "today 15:00"`,
    `add Short --for "${'Longname'.repeat(7)}" --agreed "today 16:00"`,
    `promise ${'資料'.repeat(30)} --to ${'東京'.repeat(12)} --by today`,
  );
  for (const LANG of ['C', 'C.UTF-8']) {
    const { stdout } = await user.run('remind --all', at('2026-03-04T09:00', { LANG }));
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines.slice(0, -1)) expect(widthOf(line)).toBeLessThanOrEqual(72);
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/ \w{3} \d+ Mar 2026 \d\d:\d\d, .*\((?:me|them)\)$/);
  }
});

it('a database that was named and is not there is refused', async () => {
  const user = new InProcessUser();
  const { exitCode, stderr } = await user.run('remind');
  expect(exitCode).toBe(5);
  expect(stderr).toContain(`There is no database ${user.database}.`);
});

it('nothing is made where no database was named and none is there', async () => {
  const user = new InProcessUser();
  const home = { FOLLOWUP_DB: '', XDG_DATA_HOME: `${user.database}-data` };
  expect(await user.run('remind', { env: home })).toEqual(NOTHING);
  expect((await user.run('today', { env: home })).stdout).toContain('Welcome');
});
