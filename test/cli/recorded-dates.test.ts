import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InProcessUser } from '../support/in-process.ts';

// All users here type on Monday, 2 March 2026, at 09:30 in Berlin.

/** The last recorded date of a commitment, in words of its story. */
async function storyOf(user: InProcessUser, id = 1): Promise<string> {
  const events = await user.json<{ summary: string }[]>(`history ${id}`);
  return events.at(-1)?.summary ?? '';
}

async function withReport(): Promise<InProcessUser> {
  return new InProcessUser().given('add Report --for Joe --asked "2 feb"');
}

describe('dates of words that were said earlier', () => {
  it.each([
    'told Joe hello --at "3 mar"',
    'promise notes --to Joe --by "9 mar" --at "4 mar"',
    'add Report --for Joe --asked "3 mar"',
  ])('a day that is still ahead is no time at which anything was said: %s', async (line) => {
    const { exitCode, stderr } = await new InProcessUser().run(line);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('is still ahead')]);
  });
  it.each([
    ['promise notes --to Joe --by "27 feb" --at "20 feb"', 'by Fri 27 Feb.'],
    ['promise notes by 27 feb @joe --at "20 feb"', 'by Fri 27 Feb.'],
    ['promise notes --to Joe --by tomorrow --at yesterday', 'by Mon 2 Mar.'],
    ['promise notes --to Joe --by "in 2 working days" --at "thu 26 feb"', 'by Mon 2 Mar.'],
    ['await logins --from Dana --by "thu 26 feb" --at "20 feb"', 'by Thu 26 Feb.'],
    ['add Report --for Joe --asked "20 feb" --by "27 feb"', 'for Fri 27 Feb.'],
    ['add Report --for Joe --asked "20 feb" --agreed "27 feb" -w', 'Agreed on Fri 27 Feb'],
    ['heard Joe "and when?" --needs-reply --by "27 feb" --at "20 feb"', 'by Fri 27 Feb.'],
    ['told Joe "and the logins?" --needs-reply --by monday --at "20 feb"', 'by Mon 23 Feb.'],
  ])('%s', async (line, words) => {
    const user = new InProcessUser();
    expect(await user.run(line)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await storyOf(user)).toContain(words);
  });

  it.each([
    ['offer 1 friday --at "wed 25 feb"', 'offered Fri 27 Feb'],
    ['agree 1 tomorrow --at "thu 26 feb"', 'Agreed on Fri 27 Feb'],
    ['counter 1 "28 feb" -r audit --at "27 feb"', 'want Sat 28 Feb'],
  ])('%s', async (line, words) => {
    const user = await withReport();
    expect(await user.run(line)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await storyOf(user)).toContain(words);
  });

  it.each([
    ['move 1 "27 feb" -r parts --at "20 feb"', 'Moved to Fri 27 Feb'],
    ['update 1 "half way" --next tomorrow --at "thu 26 feb"', 'next update Fri 27 Feb'],
  ])('%s', async (line, words) => {
    const user = await withReport();
    await user.given('agree 1 "9 mar" --at "10 feb"', line);
    expect(await storyOf(user)).toContain(words);
  });

  it('in every line of a conversation', async () => {
    const user = await withReport();
    const stdin = 'promised notes by 27 feb\nawaiting logins from Dana by tomorrow\nagreed 1 27 feb\n';
    expect(await user.run('jot joe - --at "20 feb"', { stdin })).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await storyOf(user, 2)).toContain('by Fri 27 Feb.');
    expect(await storyOf(user, 3)).toContain('by Sat 21 Feb.');
    expect(await storyOf(user, 1)).toContain('Agreed on Fri 27 Feb');
  });

  it('look back only as far as who types them', async () => {
    const user = await withReport();
    await user.given('agree 1 yesterday --at "thu 26 feb"');
    expect(await storyOf(user)).toContain('Agreed on Sun 1 Mar');
    const { stderr, exitCode } = await user.run('promise notes --to Joe --by "19 feb 2026" --at "20 feb"');
    expect({ stderr, exitCode }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining('Thu 19 Feb 2026 17:00 is before'),
    });
  });

  it('are read by no command without knowing when they were said', () => {
    const folder = new URL('../../src/cli/commands/', import.meta.url);
    const forgetful = readdirSync(folder).filter((file) => {
      const source = readFileSync(new URL(file, folder), 'utf8');
      return /\bAT\b|'--(?:at|asked)'/.test(source) && /\bdatesSaidTo\b|\bdatesFor\b/.test(source);
    });
    expect(forgetful).toEqual([]);
  });
});

describe('a date that was typed wrong', () => {
  it.each([
    [
      'agree 1 "mon 9 mar"',
      'edit 1 --due "tue 10 mar" -r mistyped',
      'due Tue 10 Mar, was Mon 9 Mar, because: mistyped.',
    ],
    [
      'offer 1 "mon 9 mar"',
      'edit 1 --offered "10 mar" -r mistyped',
      'offered Tue 10 Mar, was Mon 9 Mar, because: mistyped.',
    ],
    // A day that has passed may be meant, as long as it comes after the request.
    ['agree 1 "27 apr"', 'edit 1 --due "27 feb" -r "the wrong month"', 'due Fri 27 Feb, was Mon 27 Apr'],
  ])('%s; %s', async (wrong, line, words) => {
    const user = await (await withReport()).given(wrong);
    expect(await user.run(line)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await storyOf(user)).toContain(`Corrected: ${words}`);
  });

  it('is no move and no broken date, and is judged like a new one', async () => {
    const user = await (await withReport()).given('edit 1 -e 2h', 'agree 1 "9 mar" -w', 'snooze 1 "6 mar"');
    const edited = await user.json<object>('edit 1 --due "10 mar" -r mistyped');
    expect(edited).toMatchObject({
      due: '2026-03-10T17:00:00+01:00',
      snoozedUntil: null,
      feasibility: { date: '2026-03-10T17:00:00+01:00', fits: true },
    });
    const later = { env: { FOLLOWUP_NOW: '2026-03-10T12:00' } };
    await user.run('done 1', later);
    expect(JSON.parse((await user.run('client joe --json', later)).stdout)).toMatchObject({
      keptByMe: { kept: 1, of: 1 },
    });
    expect((await user.run('review', later)).stdout).not.toContain('moved');
  });

  it('needs its reason', async () => {
    const user = await (await withReport()).given('agree 1 "9 mar"');
    expect(await user.run('edit 1 --due "10 mar"')).toMatchObject({ exitCode: 1, stdout: '' });
  });
});

describe('a year that nobody said', () => {
  const HINT = '"27 feb" is read as Sat 27 Feb 2027.';

  it.each([
    'promise notes --to Joe --by "27 feb"',
    'promise notes by 27 feb @joe',
    'await logins --from Dana --by "27 feb"',
    'add Other --for Joe --by "27 feb"',
    'add Other --for Joe --agreed "27 feb"',
    'heard Joe "and when?" --needs-reply --by "27 feb"',
    'offer 1 27 feb',
    'agree 1 27 feb',
    'counter 1 27 feb -r audit',
    'edit 1 --by "27 feb"',
    'move 2 27 feb -r parts',
    'update 2 "half way" --next "27 feb"',
    'snooze 2 27 feb',
    'review --answer 3=no --will 3="catch up @joe by 27 feb"',
  ])('is hinted at where it moves the date more than ten months ahead: %s', async (line) => {
    const user = await withReport();
    await user.given('add Page --for Joe --agreed "9 mar" -w');
    const { exitCode, stderr } = await user.run(line);
    expect({ exitCode, hint: stderr.includes(HINT), undo: stderr.includes('followup undo') }).toEqual({
      exitCode: 0,
      hint: true,
      undo: true,
    });
  });

  it('is hinted at in a conversation, line by line', async () => {
    const user = await withReport();
    const stdin = 'promised notes by 27 feb\nagreed 1 on christmas\nasked texts by 1 march\n';
    const { stderr } = await user.run('jot joe -', { stdin });
    expect(stderr.match(/is read as \w+ \d+ \w+ \d+/g)).toEqual([
      'is read as Sat 27 Feb 2027',
      'is read as Mon 1 Mar 2027',
    ]);
  });

  it.each([
    '27 feb 2027',
    '2027-02-27',
    'in 11 months',
    '11 months',
    '30 dec',
    'end of next year',
    '2/27/27',
  ])('is no question of %s', async (date) => {
    const user = new InProcessUser();
    expect(await user.run(`promise notes --to Joe --by "${date}"`)).toMatchObject({
      exitCode: 0,
      stderr: '',
    });
  });

  it('is counted from when the words were said', async () => {
    const user = new InProcessUser();
    const { stderr } = await user.run('promise notes --to Joe --by "10 may" --at "20 may 2025"');
    expect(stderr).toContain('is read as Sun 10 May 2026');
  });

  it('is said by the refusal of a weekday that does not fit it', async () => {
    const user = new InProcessUser();
    const { stderr } = await user.run('promise notes --to Joe --by "sun 1 mar"');
    expect(stderr).toContain('the date is a Monday in 2027');
  });

  it('is the last one where a list goes up to a day', async () => {
    const user = new InProcessUser();
    await user.given(
      'promise notes --to Joe --by "26 feb" --at "20 feb"',
      'promise plan --to Joe --by "1 mar" --at "20 feb"',
      'promise report --to Joe --by "30 nov"',
    );
    const listed = async (day: string) =>
      (await user.json<{ id: number }[]>(`list --by "${day}"`)).map(({ id }) => id);
    expect(await listed('27 feb')).toEqual([1]);
    expect(await listed('fri 27 feb')).toEqual([1]);
    expect(await listed('friday')).toEqual([1, 2]);
    expect(await listed('1 dec')).toEqual([1, 2, 3]);
  });
});

describe('a date that was given as a day', () => {
  async function inTokyo(user: InProcessUser, line: string, now = '2026-03-03T09:00'): Promise<string> {
    const { stdout } = await user.run(line, { env: { TZ: 'Asia/Tokyo', FOLLOWUP_NOW: now } });
    return stdout;
  }

  const HERE = 'Tue 10 Mar (Wed 01:00 here)';
  const agreed = () => new InProcessUser().given('add Report --for Joe --agreed "tue 10 mar" -w');

  it('is that day on every screen, with the time here beside it', async () => {
    const user = await agreed();
    await user.given('update 1 "half way" --next "tue 10 mar"');
    expect(await inTokyo(user, 'show 1')).toContain(`Agreed on ${HERE}, in writing.`);
    expect(await inTokyo(user, 'show 1')).toContain('due      Tue 10 Mar 2026 (Wed 01:00 here), in 8 days');
    expect(await inTokyo(user, 'list')).toContain(HERE);
    expect(await inTokyo(user, 'history 1 --plain')).toContain(`Agreed on ${HERE}`);
    expect(await inTokyo(user, 'calendar')).toMatch(/due {6}Tue 10 Mar {2}1 Report/);
    const [commitment] = JSON.parse(await inTokyo(user, 'list --json')) as [{ due: string }];
    expect(commitment.due).toBe('2026-03-11T01:00:00+09:00');
  });

  it('is called neither today nor tomorrow where it is another day', async () => {
    const user = await agreed();
    await user.given('update 1 "half way" --next "thu 12 mar"');
    for (const now of ['2026-03-10T20:00', '2026-03-11T00:30']) {
      const shown = `${await inTokyo(user, 'today', now)}${await inTokyo(user, 'list', now)}`;
      expect(shown, now).toContain(`due ${HERE}`);
      expect(shown, now).not.toMatch(/due today|tomorrow/);
    }
  });

  it('is listed by that day', async () => {
    const user = await agreed();
    expect(await inTokyo(user, 'list --by "tue 10 mar" --plain')).toContain('Report');
    expect(await inTokyo(user, 'list --by "mon 9 mar" --plain')).toBe('');
  });

  it('is listed to its very end', async () => {
    const user = new InProcessUser();
    await user.given('promise notes --to Joe --by "today 9pm"', 'promise plan --to Joe --by "tomorrow 1am"');
    expect(await user.json('list --by today')).toMatchObject([{ title: 'notes' }]);
    expect(await user.json('list --by "today 8pm"')).toEqual([]);
  });
});

describe('a date on a day off', () => {
  it.each([
    ['promise notes --to Joe --by "3 jul"', 'Fri 3 Jul is not a working day: Independence Day'],
    ['await logins --from Dana --by "sun 8 mar"', 'Sun 8 Mar is not a working day'],
    ['add Other --for Joe --by "sun 8 mar"', 'Sun 8 Mar is not a working day'],
    ['add Other --for Joe --agreed "mon 16 mar"', 'Mon 16 Mar is not a working day: skiing'],
    ['heard Joe "and when?" --needs-reply --by "sun 8 mar"', 'Sun 8 Mar is not a working day'],
    ['offer 1 "mon 16 mar"', 'Mon 16 Mar is not a working day: skiing'],
    ['agree 1 "3 jul"', 'Fri 3 Jul is not a working day: Independence Day'],
    ['counter 1 "sun 8 mar" -r audit', 'Sun 8 Mar is not a working day'],
    ['edit 1 --by "sun 8 mar"', 'Sun 8 Mar is not a working day'],
    ['move 2 "3 jul" -r parts', 'Fri 3 Jul is not a working day: Independence Day'],
    ['update 2 "half way" --next "sun 8 mar"', 'Sun 8 Mar is not a working day'],
    ['snooze 2 "mon 16 mar"', 'Mon 16 Mar is not a working day: skiing'],
    ['review --answer 3=no --will 3="catch up @joe by sun 8 mar"', 'Sun 8 Mar is not a working day'],
  ])('says so: %s', async (line, words) => {
    const user = await withReport();
    await user.given(
      'config work.holidays US',
      'away "16 mar..18 mar" --note skiing',
      'add Page --for Joe --agreed "9 mar" -w',
    );
    const { stdout, exitCode } = await user.run(line);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining(words) });
    expect(stdout.match(/not a working day/g)).toHaveLength(1);
  });

  it('says so in a conversation', async () => {
    const user = await withReport();
    const { stdout } = await user.run('jot joe -', {
      stdin: 'promised notes by sun 8 mar\nagreed 1 mon 9 mar\n',
    });
    expect(stdout.match(/\w+ \d+ Mar is not a working day/g)).toEqual(['Sun 8 Mar is not a working day']);
  });

  it('is not every date', async () => {
    const { stdout } = await new InProcessUser().run('promise notes --to Joe --by "mon 9 mar"');
    expect(stdout).not.toContain('day off');
  });
});
